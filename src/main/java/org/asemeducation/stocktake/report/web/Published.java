package org.asemeducation.stocktake.report.web;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What became public when.
 */
@Component
class Published {

	private final JdbcClient jdbc;

	Published(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Publications and their corrections, the latest first. */
	List<Event> events() {
		return this.jdbc.sql("""
				select cycle, version, 0 as correction, null as note, published_at as at,
				    r.model #>> '{cycle,title}' as title
				from publication join compiled_report r using (cycle, version)
				union all
				select cycle, version, number, note, made_at, r.model #>> '{cycle,title}'
				from correction join compiled_report r using (cycle, version)
				order by at desc, cycle, version desc""")
			.query((row, number) -> new Event(new CycleName(row.getString("cycle")), row.getString("title"),
					row.getInt("version"), row.getInt("correction"), row.getString("note"),
					row.getTimestamp("at").toInstant()))
			.list();
	}

	/** Of each cycle the version that is public now. */
	List<Event> all() {
		List<Event> events = events();
		return events.stream()
			.filter((it) -> events.stream()
				.noneMatch((other) -> other.cycle().equals(it.cycle()) && other.correction() > it.correction()))
			.toList();
	}

	/**
	 * Something that became public.
	 *
	 * @param title of the cycle
	 * @param correction which one; 0 for the publication itself
	 * @param note what a correction puts right
	 */
	record Event(CycleName cycle, String title, int version, int correction, @Nullable String note, Instant at) {
	}

}
