package org.asemeducation.stocktake.notification.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of escalations. Whoever answers one holds its row locked.
 */
@Component
class Escalations {

	/** Whether the party of {@code e} owes anything in its cycle. */
	static final String OWES = """
			exists (select from update_request r
			    join cycle y on y.name = r.cycle and y.state = 'gathering'
			    join coordination k on k.initiative = r.initiative and k.role = 'coordinator'
			    where r.cycle = e.cycle and k.party = e.party and r.state in ('requested', 'returned'))
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Escalations(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Raises what was never raised; the rest is left as it is. */
	void raise(CycleName cycle, Collection<Long> parties) {
		this.jdbc.sql("""
				insert into escalation (cycle, party, raised_at)
				select :cycle, party, :now from unnest(cast(:parties as bigint[])) as p (party) order by party
				on conflict do nothing""")
			.param("cycle", cycle.value())
			.param("now", now())
			.param("parties", parties.toArray(Long[]::new))
			.update();
	}

	Optional<Escalation> find(BusinessKey about) {
		return find("", about);
	}

	/** The same; nobody else answers it until the caller's transaction ends. */
	Optional<Escalation> lock(BusinessKey about) {
		return find(" for update", about);
	}

	private Optional<Escalation> find(String lock, BusinessKey about) {
		return this.jdbc
			.sql("select cycle, party, outcome, subject, words from escalation"
					+ " where cycle = :cycle and party = :party" + lock)
			.param("cycle", about.cycle())
			.param("party", Escalation.party(about))
			.query((row, number) -> read(row))
			.optional();
	}

	/** Answers what waits; the caller holds its lock. */
	void answer(Escalation escalation, String outcome, @Nullable String reason, @Nullable String subject,
			@Nullable String words, String by) {
		this.jdbc.sql("""
				update escalation set outcome = :outcome, reason = :reason, subject = :subject, words = :words,
				    decided_at = :now, decided_by = :by
				where cycle = :cycle and party = :party and outcome is null""")
			.param("outcome", outcome)
			.param("reason", reason)
			.param("subject", subject)
			.param("words", words)
			.param("now", now())
			.param("by", by)
			.param("cycle", escalation.cycle().value())
			.param("party", escalation.party())
			.update();
	}

	void mailed(Escalation escalation, long mail) {
		this.jdbc.sql("update escalation set mail = :mail where cycle = :cycle and party = :party")
			.param("mail", mail)
			.param("cycle", escalation.cycle().value())
			.param("party", escalation.party())
			.update();
	}

	/**
	 * Those that wait without a process. Another node that looks meanwhile finds others.
	 */
	List<Escalation> withoutProcess(int limit) {
		return waiting("e.process_instance is null", limit);
	}

	/** Those that wait though nothing is owed, or the gathering is over. */
	List<Escalation> vain(int limit) {
		return waiting("not " + OWES, limit);
	}

	private List<Escalation> waiting(String which, int limit) {
		return this.jdbc.sql("""
				select e.cycle, e.party, e.outcome, e.subject, e.words from escalation e
				where e.outcome is null and %s order by e.raised_at, e.cycle, e.party
				limit :limit for update of e skip locked""".formatted(which))
			.param("limit", limit)
			.query((row, number) -> read(row))
			.list();
	}

	void started(Escalation escalation, String instance) {
		this.jdbc.sql("update escalation set process_instance = :instance where cycle = :cycle and party = :party")
			.param("instance", instance)
			.param("cycle", escalation.cycle().value())
			.param("party", escalation.party())
			.update();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static Escalation read(ResultSet row) throws SQLException {
		return new Escalation(new CycleName(row.getString("cycle")), row.getLong("party"), row.getString("outcome"),
				row.getString("subject"), row.getString("words"));
	}

}
