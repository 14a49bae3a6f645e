package org.asemeducation.stocktake.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.PartyContribution;
import org.asemeducation.stocktake.report.model.ReportCycle;
import org.asemeducation.stocktake.report.model.ReportModel.Chapter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a report says about its cycle: one query for each table.
 */
@Component
class CycleRows {

	private final JdbcClient jdbc;

	CycleRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Locks the cycle's row, so that two compilations come one after the other. */
	ReportCycle cycle(CycleName cycle) {
		return read(cycle, " for no key update");
	}

	/** Only looks: nothing is compiled. */
	ReportCycle look(CycleName cycle) {
		return read(cycle, "");
	}

	private ReportCycle read(CycleName cycle, String locking) {
		ReportCycle row = this.jdbc
			.sql("select name, title, zone, requested_at, closed_at from cycle where name = :cycle" + locking)
			.param("cycle", cycle.value())
			.query((it, number) -> new ReportCycle(it.getString("name"), it.getString("title"), it.getString("zone"),
					instant(it, "requested_at"), instant(it, "closed_at"), List.of(), List.of(), List.of()))
			.optional()
			.orElseThrow(() -> Refused.notFound("There is no cycle %s.".formatted(cycle)));
		return new ReportCycle(row.name(), row.title(), row.zone(), row.requestedAt(), row.closedAt(), meetings(cycle),
				dates(cycle), questions(cycle));
	}

	List<Chapter> chapters(CycleName cycle) {
		List<Chapter> written = this.jdbc.sql("select chapter, text from report_chapter where cycle = :cycle")
			.param("cycle", cycle.value())
			.query((row, number) -> new Chapter(row.getString("chapter"), "", row.getString("text"), null))
			.list();
		Stream<Chapter> free = Stream.of(FreeChapter.values())
			.flatMap((chapter) -> written.stream()
				.filter((it) -> it.key().equals(chapter.key()) && !it.text().isBlank())
				.map((it) -> new Chapter(it.key(), chapter.title(), it.text(), null)));
		return Stream.concat(free, commissioned(cycle).stream()).toList();
	}

	/** Those alone whose text was accepted, and is printed. */
	private List<Chapter> commissioned(CycleName cycle) {
		return this.jdbc.sql("""
				select k.number, k.title, h.text, h.author from chapter_commission k
				join chapter_handed_in h on h.cycle = k.cycle and h.number = k.number and h.verdict = 'accepted'
				where k.cycle = :cycle and k.over_as = 'accepted' order by k.number""")
			.param("cycle", cycle.value())
			.query((row, number) -> new Chapter(Outlines.COMMISSIONED + row.getInt("number"), row.getString("title"),
					row.getString("text"), row.getString("author")))
			.list();
	}

	/**
	 * Accepted ones alone: partners before stakeholders, by region, then by name.
	 * @return {@code null} where there is none
	 */
	@Nullable List<PartyContribution> contributions(CycleName cycle, Map<Integer, String> titles) {
		List<PartyContribution> accepted = this.jdbc
			.sql("""
					select p.id, p.name, p.region, case when p.partner then 'partner' else 'stakeholder' end as side,
					    h.activities, h.plans, h.objectives from party_contribution o join party p on p.id = o.party
					join party_contribution_submitted h on h.cycle = o.cycle and h.party = o.party and h.verdict = 'accepted'
					where o.cycle = :cycle and o.over_as = 'accepted'
					order by side, p.region nulls last, lower(p.name)""")
			.param("cycle", cycle.value())
			.query((row, number) -> new PartyContribution("contribution-" + row.getLong("id"), row.getString("name"),
					row.getString("side"), row.getString("region"), row.getString("activities"), row.getString("plans"),
					Arrays.stream((Integer[]) row.getArray("objectives").getArray())
						.map((it) -> new PartyContribution.Objective(it, titles.getOrDefault(it, "")))
						.toList()))
			.list();
		return accepted.isEmpty() ? null : accepted;
	}

	List<String> secretariatTerms() {
		return this.jdbc.sql("select text from secretariat_term order by position").query(String.class).list();
	}

	private List<ReportCycle.Meeting> meetings(CycleName cycle) {
		return this.jdbc.sql("""
				select kind, state, coalesce(held_on, planned_on) as day, place, hybrid, virtual, host
				from meeting where cycle = :cycle
				order by array_position(array['ISOM', 'SOM1', 'SOM2', 'ASEMME'], kind)""")
			.param("cycle", cycle.value())
			.query((row, number) -> new ReportCycle.Meeting(row.getString("kind"), row.getString("state"),
					row.getObject("day", LocalDate.class), row.getString("place"), row.getBoolean("virtual"),
					row.getBoolean("hybrid") ? true : null, row.getString("host")))
			.list();
	}

	private List<ReportCycle.CalendarDate> dates(CycleName cycle) {
		return this.jdbc.sql("select kind, on_date from deadline where cycle = :cycle order by on_date, kind")
			.param("cycle", cycle.value())
			.query((row, number) -> new ReportCycle.CalendarDate(row.getString("kind"),
					row.getObject("on_date", LocalDate.class)))
			.list();
	}

	private List<ReportCycle.Question> questions(CycleName cycle) {
		return this.jdbc.sql("select position, text from cycle_question where cycle = :cycle order by position")
			.param("cycle", cycle.value())
			.query((row, number) -> new ReportCycle.Question(row.getInt("position"), row.getString("text")))
			.list();
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at != null) ? at.toInstant() : null;
	}

}
