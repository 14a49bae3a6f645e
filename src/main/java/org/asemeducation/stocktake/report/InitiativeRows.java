package org.asemeducation.stocktake.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a cycle asked for and what came back: one query for each table, and never
 * the text of anything that was not accepted.
 */
@Component
class InitiativeRows {

	private final JdbcClient jdbc;

	InitiativeRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Asked> all(CycleName cycle) {
		Map<String, List<Said>> said = grouped(cycle, """
				select initiative, position, text from commitment where cycle = :cycle order by initiative, position""",
				(row, number) -> new Said(row.getInt("position"), row.getString("text")));
		Map<String, List<Request>> requests = grouped(cycle,
				"select initiative, state, settled_as from update_request where cycle = :cycle",
				(row, number) -> new Request(row.getString("state"), row.getString("settled_as")));
		Map<String, List<Instant>> drafts = grouped(cycle,
				"select initiative, saved_at from draft where cycle = :cycle",
				(row, number) -> row.getTimestamp("saved_at").toInstant());
		Map<String, List<Revision>> revisions = grouped(cycle,
				"""
						select r.initiative, r.number, r.submitted_at, r.late, v.accepted, v.given_at, v.reviewed, b.secretariat,
							d.words as entered, d.desk, case when v.accepted then r.content end as content
						from revision r
						left join verdict v on v.revision = r.id
						left join entered d on d.revision = r.id
						left join (select c.user_id, not bool_or(cr.role = 'reviewer') as secretariat
							from contact c join contact_role cr on cr.contact = c.id
							where cr.role in ('reviewer', 'secretariat') group by c.user_id) b on b.user_id = v.given_by
						where r.cycle = :cycle order by r.initiative, r.number""",
				InitiativeRows::revision);
		return this.jdbc
			.sql("""
					select initiative, position, action, action_title, title, is_new, wording, coordinators, programme, links,
						milestones, outcomes
					from cycle_initiative where cycle = :cycle order by position, initiative""")
			.param("cycle", cycle.value())
			.query((row, number) -> {
				String id = row.getString("initiative");
				return new Asked(id, row.getInt("position"), row.getInt("action"), row.getString("action_title"),
						row.getString("title"), row.getBoolean("is_new"), "summary".equals(row.getString("wording")),
						row.getString("coordinators"), row.getString("programme"), texts(row, "links"),
						texts(row, "milestones"), texts(row, "outcomes"), said.getOrDefault(id, List.of()),
						requests.getOrDefault(id, List.of()).stream().findFirst(),
						drafts.getOrDefault(id, List.of()).stream().findFirst(), revisions.getOrDefault(id, List.of()));
			})
			.list();
	}

	private <T> Map<String, List<T>> grouped(CycleName cycle, String sql, RowMapper<T> mapper) {
		Map<String, List<T>> rows = new HashMap<>();
		this.jdbc.sql(sql).param("cycle", cycle.value()).query((row) -> {
			rows.computeIfAbsent(row.getString("initiative"), (key) -> new ArrayList<>()).add(mapper.mapRow(row, 0));
		});
		return rows;
	}

	private static Revision revision(ResultSet row, int number) throws SQLException {
		Boolean accepted = row.getObject("accepted", Boolean.class);
		return new Revision(row.getInt("number"), row.getTimestamp("submitted_at").toInstant(),
				CycleRows.instant(row, "given_at"), Boolean.TRUE.equals(accepted), row.getBoolean("secretariat"),
				row.getBoolean("reviewed"), row.getBoolean("late"), row.getString("entered"), row.getBoolean("desk"),
				row.getString("content"));
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		return List.of((String[]) row.getArray(column).getArray());
	}

	/** An initiative as the cycle asked for it, and all that is known of its update. */
	record Asked(String id, int position, int action, String actionTitle, String title, boolean isNew,
			boolean summarised, String coordinators, @Nullable String programme, List<String> links,
			List<String> milestones, List<String> outcomes, List<Said> said, Optional<Request> request,
			Optional<Instant> draftSavedAt, List<Revision> revisions) {

		Optional<Revision> accepted() {
			return this.revisions.stream().filter(Revision::accepted).reduce((earlier, later) -> later);
		}

		Optional<Revision> latest() {
			return this.revisions.stream().reduce((earlier, later) -> later);
		}

		/**
		 * Whether something came from those who coordinate it: what the secretariat has
		 * written by itself is no answer.
		 */
		boolean isAnswered() {
			return this.revisions.stream().anyMatch((it) -> !it.desk());
		}

		/** Whether its accepted text is the secretariat's own. */
		boolean isDeskUpdate() {
			return accepted().filter(Revision::desk).isPresent();
		}

		/** Whether its update, or what was returned of it, came after its day. */
		boolean isLate() {
			return this.revisions.stream().anyMatch(Revision::late);
		}

		boolean wasAsked() {
			return this.request.filter((it) -> !"unstaffed".equals(it.state())).isPresent();
		}

	}

	record Said(int position, String text) {
	}

	record Request(String state, @Nullable String settledAs) {
	}

	/** A submitted revision; its content only when it was accepted. */
	record Revision(int number, Instant submittedAt, @Nullable Instant givenAt, boolean accepted, boolean bySecretariat,
			boolean reviewed, boolean late, @Nullable String entered, boolean desk, @Nullable String content) {
	}

}
