package org.asemeducation.stocktake.notification.escalation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.GatheringEnded;
import org.asemeducation.stocktake.update.UpdateSubmitted;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the question to the AES, once for each party and cycle, and takes it back when
 * nothing is owed any more.
 */
@Component
public class Escalating {

	private static final int CHUNK = 200;

	private final Escalations escalations;

	private final EscalateProcess process;

	private final Audit audit;

	private final JdbcClient jdbc;

	Escalating(Escalations escalations, EscalateProcess process, Audit audit, JdbcClient jdbc) {
		this.escalations = escalations;
		this.process = process;
		this.audit = audit;
		this.jdbc = jdbc;
	}

	/**
	 * For which initiatives there is somebody to write to about whom the AES was never
	 * asked.
	 * @param cycle in which
	 * @return the register's numbers of the coordinating parties with a superior, by
	 * initiative
	 */
	public Map<InitiativeId, Set<Long>> possible(CycleName cycle) {
		Map<InitiativeId, Set<Long>> parties = new HashMap<>();
		this.jdbc.sql("""
				select k.initiative, k.party from coordination k join superior s on s.party = k.party
				where k.role = 'coordinator' and not exists (select from escalation e
				    where e.cycle = :cycle and e.party = k.party)""").param("cycle", cycle.value()).query((row) -> {
			parties.computeIfAbsent(new InitiativeId(row.getString("initiative")), (one) -> new HashSet<>())
				.add(row.getLong("party"));
		});
		return parties;
	}

	/**
	 * Raises the question in the caller's transaction, where it was never raised. Its
	 * task comes with {@link #lookAfter()}.
	 * @param cycle in which
	 * @param parties the register's numbers
	 */
	public void raise(CycleName cycle, Collection<Long> parties) {
		if (!parties.isEmpty()) {
			this.escalations.raise(cycle, parties);
		}
	}

	/**
	 * Takes back what has become vain, and gives the rest its task. May be called at any
	 * time, by any node.
	 */
	@Transactional
	public void lookAfter() {
		dropVain();
		this.escalations.withoutProcess(CHUNK).forEach((one) -> this.escalations.started(one, this.process.start(one)));
	}

	@EventListener
	@Transactional
	void on(UpdateSubmitted submitted) {
		dropVain();
	}

	@EventListener
	@Transactional
	void on(GatheringEnded ended) {
		dropVain();
	}

	private void dropVain() {
		List<Escalation> vain = this.escalations.vain(CHUNK);
		for (Escalation one : vain) {
			this.escalations.answer(one, Escalation.NOT_NEEDED, null, null, null, "stocktake");
			this.audit.record("stocktake", "drop escalation", one.key().toString(), null, "nothing is owed any more");
			this.process.notNeeded(one);
		}
	}

}
