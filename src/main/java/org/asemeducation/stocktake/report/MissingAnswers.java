package org.asemeducation.stocktake.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.InitiativeRows.Revision;
import org.asemeducation.stocktake.report.MissingAnswer.Choice;
import org.asemeducation.stocktake.report.model.Instead;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is printed where no update was accepted, and what could be.
 */
@Component
class MissingAnswers {

	private final JdbcClient jdbc;

	private final Clock clock;

	MissingAnswers(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What was chosen, by initiative; what is not there is the line alone. */
	Map<String, MissingAnswer> of(CycleName cycle) {
		Map<String, MissingAnswer> chosen = new HashMap<>();
		this.jdbc.sql("select * from report_missing where cycle = :cycle")
			.param("cycle", cycle.value())
			.query((row) -> {
				MissingAnswer answer = answer(row);
				chosen.put(answer.initiative(), answer);
			});
		return chosen;
	}

	/** The last accepted text of each initiative in an earlier cycle. */
	Map<String, Instead> earlier(CycleName cycle) {
		Map<String, Instead> texts = new HashMap<>();
		this.jdbc
			.sql("""
					select distinct on (r.initiative) r.initiative, r.cycle, r.number, r.submitted_at, r.given_at, r.reviewed,
						r.zone, r.content::text as content, r.on_paper, (r.said_at at time zone r.zone)::date as said_on, exists (
							select from contact k join contact_role s on s.contact = k.id
							where k.user_id = r.given_by and s.role = 'secretariat') and not exists (
							select from contact k join contact_role s on s.contact = k.id
							where k.user_id = r.given_by and s.role = 'reviewer') as secretariat
					from said_earlier r
					join cycle n on n.name = :cycle and r.opened_at < n.opened_at
					join cycle_initiative i on i.cycle = n.name and i.initiative = r.initiative
					where concat(r.content ->> 'progress', r.content ->> 'highlights', r.content ->> 'addedValue',
						r.content ->> 'challenges') ~ '\\S'
					order by r.initiative, r.said_at desc, r.number desc""")
			.param("cycle", cycle.value())
			.query((row) -> {
				texts.put(row.getString("initiative"), text(row));
			});
		return texts;
	}

	/** Takes the place of what was chosen before; the caller holds the cycle's lock. */
	void choose(CycleName cycle, String initiative, Choice choice, @Nullable Instead instead, String by) {
		Optional<Instead> text = Optional.ofNullable(instead);
		this.jdbc
			.sql("""
					insert into report_missing (cycle, initiative, choice, words, from_cycle, from_revision, accepted_at,
						accepted_by, year, chosen_at, chosen_by)
					values (:cycle, :initiative, :choice, :words, :from, :revision, :acceptedAt, :acceptedBy, :year, :at, :by)
					on conflict (cycle, initiative) do update set choice = excluded.choice, words = excluded.words,
						from_cycle = excluded.from_cycle, from_revision = excluded.from_revision,
						accepted_at = excluded.accepted_at, accepted_by = excluded.accepted_by, year = excluded.year,
						chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by""")
			.param("cycle", cycle.value())
			.param("initiative", initiative)
			.param("choice", choice.word())
			.param("words", text.map(Instead::text).orElse(null))
			.param("from", text.map(Instead::cycle).orElse(null))
			.param("revision", text.map(Instead::revision).orElse(null))
			.param("acceptedAt", text.map(Instead::acceptedAt).map(Timestamp::from).orElse(null))
			.param("acceptedBy", text.map(Instead::acceptedBy).orElse(null))
			.param("year", text.map(Instead::year).orElse(null))
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

	private static MissingAnswer answer(ResultSet row) throws SQLException {
		Choice choice = Choice.of(row.getString("choice")).orElseThrow();
		String words = row.getString("words");
		Instead instead = (words != null) ? new Instead(choice.word(), words, row.getObject("year", Integer.class),
				row.getString("from_cycle"), row.getObject("from_revision", Integer.class),
				CycleRows.instant(row, "accepted_at"), row.getString("accepted_by")) : null;
		return new MissingAnswer(row.getString("initiative"), choice, instead);
	}

	private static Instead text(ResultSet row) throws SQLException {
		if (row.getBoolean("on_paper")) {
			return Instead.fromPaper(EarlierText.of(row.getString("content")),
					row.getObject("said_on", LocalDate.class).getYear(), row.getString("cycle"));
		}
		Revision revision = new Revision(row.getInt("number"), row.getTimestamp("submitted_at").toInstant(),
				row.getTimestamp("given_at").toInstant(), true, row.getBoolean("secretariat"),
				row.getBoolean("reviewed"), false, null, false, row.getString("content"));
		return new Instead(Instead.CARRIED_FORWARD, EarlierText.of(row.getString("content")),
				row.getObject("said_on", LocalDate.class).getYear(), row.getString("cycle"), revision.number(),
				revision.givenAt(), Standings.body(revision));
	}

}
