package org.asemeducation.stocktake.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportCycle;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The compiled versions of the Stocktaking Reports. A version is never changed; the
 * latest is the draft, at most one of a cycle is published.
 */
@Component
public class Reports {

	private final JdbcClient jdbc;

	private final CycleRows cycles;

	private final Compilation compilation;

	private final Clock clock;

	Reports(JdbcClient jdbc, CycleRows cycles, Compilation compilation, Clock clock) {
		this.jdbc = jdbc;
		this.cycles = cycles;
		this.compilation = compilation;
		this.clock = clock;
	}

	/**
	 * Compiles a new draft version from what has been accepted by now.
	 * @param cycle the cycle to report on
	 * @return the version, stored
	 */
	@Transactional
	public ReportModel compile(CycleName cycle) {
		return store(this.cycles.cycle(cycle), State.DRAFT);
	}

	/**
	 * Compiles the version that everybody may read. Done twice, the first stays.
	 * @param cycle the cycle to report on
	 * @return the published version
	 */
	@Transactional
	public ReportModel publish(CycleName cycle) {
		ReportCycle locked = this.cycles.cycle(cycle);
		return published(cycle).orElseGet(() -> store(locked, State.PUBLISHED));
	}

	/**
	 * The latest version, published or not.
	 * @param cycle the cycle
	 * @return nothing before the first compilation
	 */
	public Optional<ReportModel> latest(CycleName cycle) {
		return latestVersion(cycle).flatMap((version) -> version(cycle, version));
	}

	/**
	 * The published version.
	 * @param cycle the cycle
	 * @return nothing before publication
	 */
	public Optional<ReportModel> published(CycleName cycle) {
		return publishedVersion(cycle).flatMap((version) -> version(cycle, version));
	}

	Optional<Integer> latestVersion(CycleName cycle) {
		return number("select version from compiled_report where cycle = :cycle order by version desc limit 1", cycle);
	}

	Optional<Integer> publishedVersion(CycleName cycle) {
		return number("select version from compiled_report where cycle = :cycle and published", cycle);
	}

	Optional<ReportModel> version(CycleName cycle, int version) {
		return this.jdbc.sql("select model from compiled_report where cycle = :cycle and version = :version")
			.param("cycle", cycle.value())
			.param("version", version)
			.query(String.class)
			.optional()
			.map(JsonReport::read);
	}

	/**
	 * The published reports.
	 * @return the latest publication first
	 */
	public List<PublishedReport> published() {
		return this.jdbc.sql("""
				select cycle, model #>> '{cycle,title}' as title, compiled_at, model #>> '{cycle,zone}' as zone
				from compiled_report where published order by compiled_at desc, cycle""")
			.query((row, number) -> new PublishedReport(new CycleName(row.getString("cycle")), row.getString("title"),
					row.getTimestamp("compiled_at").toInstant().atZone(ZoneId.of(row.getString("zone"))).toLocalDate()))
			.list();
	}

	private Optional<Integer> number(String sql, CycleName cycle) {
		return this.jdbc.sql(sql).param("cycle", cycle.value()).query(Integer.class).optional();
	}

	private ReportModel store(ReportCycle cycle, State state) {
		int version = this.jdbc.sql("select coalesce(max(version), 0) + 1 from compiled_report where cycle = :cycle")
			.param("cycle", cycle.name())
			.query(Integer.class)
			.single();
		ReportModel model = this.compilation.compile(cycle, version,
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS), state);
		this.jdbc.sql("""
				insert into compiled_report (cycle, version, compiled_at, published, model, checksum)
				values (:cycle, :version, :at, :published, :model::jsonb, :checksum)""")
			.param("cycle", cycle.name())
			.param("version", version)
			.param("at", Timestamp.from(model.compiledAt()))
			.param("published", state == State.PUBLISHED)
			.param("model", JsonReport.canonical(model))
			.param("checksum", JsonReport.checksum(model))
			.update();
		return model;
	}

	/**
	 * A report everybody may read.
	 *
	 * @param title of the cycle
	 * @param on the day of its publication in the cycle's zone
	 */
	public record PublishedReport(CycleName cycle, String title, LocalDate on) {
	}

}
