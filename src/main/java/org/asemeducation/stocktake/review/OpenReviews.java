package org.asemeducation.stocktake.review;

import java.util.List;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Tasks;
import org.asemeducation.stocktake.update.Remarkable;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.Revisions;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The updates of a cycle that wait for their reviews.
 */
@Component
class OpenReviews {

	private final JdbcClient jdbc;

	private final Revisions revisions;

	private final Tasks tasks;

	private final Register register;

	private final Rights rights;

	private final ReviewingBody body;

	OpenReviews(JdbcClient jdbc, Revisions revisions, Tasks tasks, Register register, Rights rights,
			ReviewingBody body) {
		this.jdbc = jdbc;
		this.revisions = revisions;
		this.tasks = tasks;
		this.register = register;
		this.rights = rights;
		this.body = body;
	}

	/**
	 * The cycles that have or had updates to review.
	 * @return the latest first
	 */
	List<CycleName> cycles() {
		return this.jdbc.sql("""
				select name from cycle c where exists (select from update_request where cycle = c.name)
				order by opened_at desc""").query((row, number) -> new CycleName(row.getString("name"))).list();
	}

	/**
	 * The cycles whose updates are yet to come or to be reviewed.
	 * @return the latest first
	 */
	List<CycleName> open() {
		return this.jdbc.sql("select name from cycle where state in ('opened', 'gathering') order by opened_at desc")
			.query((row, number) -> new CycleName(row.getString("name")))
			.list();
	}

	/**
	 * A cycle that is open.
	 * @param name its name
	 * @return the same
	 * @throws IllegalArgumentException when there is none of that name
	 */
	CycleName known(String name) {
		return open().stream()
			.filter((cycle) -> cycle.value().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("%s is not under way.".formatted(name)));
	}

	/**
	 * What waits, a page of it.
	 * @param cycle the cycle
	 * @param limit at most so many
	 * @param reader the user id of who looks
	 * @return those that have waited longest first
	 */
	@Transactional(readOnly = true)
	List<OpenReview> in(CycleName cycle, int limit, String reader) {
		return this.jdbc
			.sql("""
					select r.initiative, i.title, i.coordinators from update_request r
					join cycle_initiative i on i.cycle = r.cycle and i.initiative = r.initiative
					join lateral (select submitted_at from revision v where v.cycle = r.cycle and v.initiative = r.initiative
					    order by v.number desc limit 1) last on true
					where r.cycle = :cycle and r.state = 'in-review'
					order by last.submitted_at, i.position limit :limit""")
			.param("cycle", cycle.value())
			.param("limit", limit)
			.query((row, number) -> review(UpdateKey.of(cycle.value(), row.getString("initiative")),
					row.getString("title"), row.getString("coordinators"), reader))
			.list();
	}

	/**
	 * How many wait.
	 * @param cycle the cycle
	 * @return all of them
	 */
	int count(CycleName cycle) {
		return this.jdbc.sql("select count(*) from update_request where cycle = :cycle and state = 'in-review'")
			.param("cycle", cycle.value())
			.query(Integer.class)
			.single();
	}

	private OpenReview review(UpdateKey key, String title, String coordinators, String reader) {
		Revision revision = this.revisions.latest(key).orElseThrow();
		String reviewer = this.tasks.open(key.businessKey(), ReviewProcess.REVIEW_UPDATE)
			.map(Tasks.OpenTask::assignee)
			.map(this.register::nameOf)
			.orElse(null);
		return new OpenReview(key, title, coordinators, revision.number(), revision.submittedAt(), reviewer,
				Remarkable.in(revision), this.rights.hasPart(reader, key.initiative().value()),
				this.body.canReview(key));
	}

}
