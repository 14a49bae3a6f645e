package org.asemeducation.stocktake.plan;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads a page of the plan in force, however large the plan.
 */
@Component
class PlanGlances {

	private static final String WANTED = """
			from initiative i join action a on a.number = i.action and a.in_force
			left join coordinated_by b on b.initiative = i.id
			where i.in_force and (:search = ''
			    or strpos(lower(concat_ws(' ', i.id, i.title, a.title, b.names)), lower(:search)) > 0)
			""";

	private static final String LINES = """
			select a.number as action, a.title as action_title,
			    i.id, i.title, i.is_new, coalesce(b.names, '') as coordinators, page.found
			from (
			    select i.id, count(*) over () as found""" + " " + WANTED + """
			    order by a.number, i.position limit :size offset :offset
			) page join initiative i on i.id = page.id join action a on a.number = i.action
			left join coordinated_by b on b.initiative = i.id
			order by a.number, i.position
			""";

	private static final String SUMS = """
			select (select count(*) from objective where in_force) as objectives,
			    (select count(*) from action where in_force) as actions,
			    (select count(*) from initiative where in_force) as initiatives
			""";

	private final StandingPlan standing;

	private final JdbcClient jdbc;

	PlanGlances(StandingPlan standing, JdbcClient jdbc) {
		this.standing = standing;
		this.jdbc = jdbc;
	}

	/**
	 * A page.
	 * @param words in an id, a title, an action or a coordinator's name; empty for all
	 * @param page from 1; the first where there are fewer
	 * @return the page; nothing when no plan has been loaded
	 */
	@Transactional(readOnly = true)
	Optional<PlanGlance> of(String words, int page) {
		return this.standing.document().map((document) -> of(document, words.strip(), Math.max(1, page)));
	}

	private PlanGlance of(PlanDocument document, String search, int page) {
		int[] found = { 0 };
		List<PlanGlance.Line> lines = this.jdbc.sql(LINES)
			.param("search", search)
			.param("size", PlanGlance.SIZE)
			.param("offset", (page - 1L) * PlanGlance.SIZE)
			.query((row, number) -> {
				found[0] = row.getInt("found");
				return new PlanGlance.Line(row.getInt("action"), row.getString("action_title"), row.getString("id"),
						row.getString("title"), row.getBoolean("is_new"), row.getString("coordinators"));
			})
			.list();
		if (lines.isEmpty() && page > 1) {
			return of(document, search, 1);
		}
		Sums sums = this.jdbc.sql(SUMS).query(Sums.class).single();
		return new PlanGlance(document, sums.objectives(), sums.actions(), sums.initiatives(), search, found[0], page,
				lines);
	}

	private record Sums(int objectives, int actions, int initiatives) {
	}

}
