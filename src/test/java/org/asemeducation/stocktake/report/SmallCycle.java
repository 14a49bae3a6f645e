package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A cycle of one answered initiative in the database of the whole application.
 */
public final class SmallCycle {

	private final JdbcClient jdbc;

	private final CycleName name;

	public SmallCycle(JdbcClient jdbc, String name) {
		this.jdbc = jdbc;
		this.name = new CycleName(name);
		insert("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values (:c, 'From here to there', 'Europe/Rome', 'closed', now(), 'aes')""");
		insert("""
				insert into deadline (cycle, kind, on_date, hard)
				select :c, kind, '2024-01-10', false
				from unnest(array['request', 'deadline', 'freeze', 'reviews', 'comments', 'papers']) as kind""");
		insert("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
					coordinators)
				values (:c, 'A01-I01', 1, 1, 'First action', 'First initiative', false, 'summary', 'ASEF')""");
		insert("""
				insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
				values (:c, 'A01-I01', 1, '{"progress": "Accepted words."}', now(), 'asef')""");
		insert("""
				insert into verdict (revision, accepted, given_at, given_by)
				select id, true, now(), 'swg' from revision where cycle = :c""");
	}

	public CycleName name() {
		return this.name;
	}

	/** As far as the rows go, the draft lies with the reviewing body. */
	void handToReviewers() {
		insert("""
				insert into report_step (cycle, step, version, done_at, done_by)
				select :c, 'edited', max(version), now(), 'aes' from compiled_report where cycle = :c""");
	}

	private void insert(String sql) {
		this.jdbc.sql(sql).param("c", this.name.value()).update();
	}

}
