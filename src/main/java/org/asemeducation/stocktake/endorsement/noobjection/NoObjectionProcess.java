package org.asemeducation.stocktake.endorsement.noobjection;

import java.util.Date;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.MessageSender;
import org.asemeducation.stocktake.engine.Tasks;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * What {@code no-objection.bpmn} hears from us and holds for us; alone talks to the
 * engine for it. The record of adoption hears of a round that is turned on late, too.
 */
@Component
class NoObjectionProcess implements MessageSender {

	static final String AMEND_VERSION = "userTask_amendVersion";

	private static final String OBJECTION_MADE = "ObjectionMade";

	private static final String ROUND_CHANGED = "RoundChanged";

	private final RuntimeService runtime;

	private final Tasks tasks;

	private final AsNobody asNobody;

	NoObjectionProcess(RuntimeService runtime, Tasks tasks, AsNobody asNobody) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.asNobody = asNobody;
	}

	@Override
	public Set<String> messages() {
		return Set.of(OBJECTION_MADE, ROUND_CHANGED);
	}

	/** The clock of the round is stopped. */
	void objected(CycleName cycle) {
		send(OBJECTION_MADE, cycle);
	}

	/** A round was turned on or off, or has other hours. */
	void changed(CycleName cycle) {
		send(ROUND_CHANGED, cycle);
	}

	void amended(CycleName cycle, String by) {
		this.tasks.complete(BusinessKey.of(cycle.value()), AMEND_VERSION, by);
	}

	private void send(String message, CycleName cycle) {
		this.asNobody.call(() -> this.runtime.createMessageCorrelation(message)
			.processInstanceBusinessKey(cycle.value())
			.correlateAllWithResult());
	}

	/**
	 * Whether a round is ahead, and between which hours.
	 * @param execution where
	 * @param round the round that is planned, if any
	 */
	static void ahead(DelegateExecution execution, Optional<Round> round) {
		execution.setVariable("roundTurnedOn", round.isPresent());
		execution.setVariable("roundOpensAt", round.map((one) -> Date.from(one.opensAt())).orElse(null));
		execution.setVariable("roundClosesAt", round.map((one) -> Date.from(one.closesAt())).orElse(null));
	}

	static void objected(DelegateExecution execution, boolean objected) {
		execution.setVariable("objected", objected);
	}

}
