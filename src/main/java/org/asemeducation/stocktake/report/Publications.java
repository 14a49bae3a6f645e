package org.asemeducation.stocktake.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which version of which report is public.
 */
@Component
class Publications {

	private final JdbcClient jdbc;

	private final Clock clock;

	Publications(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The version that is public now: the published one, or its last correction. */
	Optional<Integer> version(CycleName cycle) {
		return versions(cycle).stream().reduce((earlier, later) -> later);
	}

	/** All versions that are or were public: each stays reachable at its address. */
	List<Integer> versions(CycleName cycle) {
		return this.jdbc.sql("""
				select version from publication where cycle = :cycle
				union select version from correction where cycle = :cycle order by version""")
			.param("cycle", cycle.value())
			.query(Integer.class)
			.list();
	}

	/** What was put right. */
	List<Correction> corrections(CycleName cycle) {
		return this.jdbc
			.sql("select number, version, note, made_at, made_by from correction where cycle = :cycle order by number")
			.param("cycle", cycle.value())
			.query((row, number) -> new Correction(row.getInt("number"), row.getInt("version"), row.getString("note"),
					row.getTimestamp("made_at").toInstant(), row.getString("made_by")))
			.list();
	}

	void correct(CycleName cycle, int number, int version, String note, String by) {
		this.jdbc.sql("""
				insert into correction (cycle, number, version, note, made_at, made_by)
				values (:cycle, :number, :version, :note, :at, :by)""")
			.param("cycle", cycle.value())
			.param("number", number)
			.param("version", version)
			.param("note", note)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

	/** Done twice, the first publication stays. */
	void add(CycleName cycle, int version) {
		this.jdbc.sql("""
				insert into publication (cycle, version, published_at) values (:cycle, :version, :at)
				on conflict do nothing""")
			.param("cycle", cycle.value())
			.param("version", version)
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** Cycles whose reports were published earlier, the latest first. */
	List<CycleName> before(CycleName cycle) {
		return this.jdbc.sql("""
				select e.cycle from publication e, publication p
				where p.cycle = :cycle and (e.published_at, e.cycle) < (p.published_at, p.cycle)
				order by e.published_at desc, e.cycle desc""")
			.param("cycle", cycle.value())
			.query((row, number) -> new CycleName(row.getString("cycle")))
			.list();
	}

	/**
	 * The published reports.
	 * @return the latest publication first
	 */
	List<PublishedReport> all() {
		return this.jdbc.sql("""
				select cycle, model #>> '{cycle,title}' as title, published_at, model #>> '{cycle,zone}' as zone,
				    jsonb_exists(model, 'workPlan') as annexed
				from publication join compiled_report using (cycle, version) order by published_at desc, cycle""")
			.query((row, number) -> new PublishedReport(new CycleName(row.getString("cycle")), row.getString("title"),
					row.getTimestamp("published_at").toInstant().atZone(ZoneId.of(row.getString("zone"))).toLocalDate(),
					row.getBoolean("annexed")))
			.list();
	}

	/**
	 * A report everybody may read.
	 *
	 * @param title of the cycle
	 * @param on the day of its publication in the cycle's zone
	 * @param annexed whether it comes with the work plan and its checksums
	 */
	record PublishedReport(CycleName cycle, String title, LocalDate on, boolean annexed) {
	}

}
