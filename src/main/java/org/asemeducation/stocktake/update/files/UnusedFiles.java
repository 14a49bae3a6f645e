package org.asemeducation.stocktake.update.files;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files that no text refers to.
 */
@Component
class UnusedFiles {

	/**
	 * What neither the text that is being written nor a submitted one refers to, and no
	 * text came as.
	 */
	private static final String UNUSED = """
			not exists (select from draft d where d.cycle = f.cycle and d.initiative = f.initiative
			    and d.content -> 'media' @> jsonb_build_array(jsonb_build_object('file', f.id::text)))
			and not exists (select from revision r where r.cycle = f.cycle and r.initiative = f.initiative
			    and r.content -> 'media' @> jsonb_build_array(jsonb_build_object('file', f.id::text)))
			and not exists (select from entry e where e.file = f.id)""";

	private final JdbcClient jdbc;

	private final Clock clock;

	UnusedFiles(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Deletes a file that no text refers to. The caller holds the lock of the request, so
	 * that no text begins to.
	 * @return whether it is gone
	 */
	boolean delete(UpdateKey key, long id) {
		return UpdateFiles.about(this.jdbc
			.sql("delete from update_file f where f.cycle = :cycle and f.initiative = :initiative and f.id = :id and "
					+ UNUSED),
				key)
			.param("id", id)
			.update() == 1;
	}

	/** Those that no text has referred to for a while. */
	List<Forgotten> forgotten(Duration since) {
		return this.jdbc.sql(
				"select f.cycle, f.initiative, f.id from update_file f where f.note is null and f.uploaded_at < :before and "
						+ UNUSED + " order by f.id limit 500")
			.param("before", this.clock.instant().minus(since).atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Forgotten(UpdateKey.of(row.getString(1), row.getString(2)), row.getLong(3)))
			.list();
	}

	record Forgotten(UpdateKey key, long id) {
	}

}
