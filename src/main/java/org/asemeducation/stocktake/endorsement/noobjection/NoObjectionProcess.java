package org.asemeducation.stocktake.endorsement.noobjection;

import java.util.Date;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.MessageSender;
import org.asemeducation.stocktake.engine.Tasks;
import org.camunda.bpm.engine.ManagementService;
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

	private static final String CALLED_OFF = "NoObjectionCalledOff";

	private static final String CLOSES = "intermediateCatchEvent_roundCloses";

	private static final String CLOSES_AT = "roundClosesAt";

	private final RuntimeService runtime;

	private final ManagementService management;

	private final Tasks tasks;

	private final AsNobody asNobody;

	NoObjectionProcess(RuntimeService runtime, ManagementService management, Tasks tasks, AsNobody asNobody) {
		this.runtime = runtime;
		this.management = management;
		this.tasks = tasks;
		this.asNobody = asNobody;
	}

	@Override
	public Set<String> messages() {
		return Set.of(OBJECTION_MADE, ROUND_CHANGED, CALLED_OFF);
	}

	/** The clock of the round is stopped. */
	void objected(CycleName cycle) {
		send(OBJECTION_MADE, cycle);
	}

	/** A round was turned on or off, or has other hours. */
	void changed(CycleName cycle) {
		send(ROUND_CHANGED, cycle);
	}

	/** The open round is over without a result. */
	void calledOff(CycleName cycle) {
		send(CALLED_OFF, cycle);
	}

	/** The open round closes at another hour. The caller holds the cycle's lock. */
	void prolonged(Round round) {
		Date closes = Date.from(round.closesAt());
		this.asNobody.call(() -> {
			this.runtime.createProcessInstanceQuery()
				.processDefinitionKey("noObjection")
				.processInstanceBusinessKey(round.cycle().value())
				.list()
				.forEach((instance) -> {
					this.runtime.setVariable(instance.getId(), CLOSES_AT, closes);
					this.management.createJobQuery()
						.processInstanceId(instance.getId())
						.activityId(CLOSES)
						.list()
						.forEach((job) -> this.management.setJobDuedate(job.getId(), closes));
				});
			return closes;
		});
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
		execution.setVariable(CLOSES_AT, round.map((one) -> Date.from(one.closesAt())).orElse(null));
	}

	static void objected(DelegateExecution execution, boolean objected) {
		execution.setVariable("objected", objected);
	}

}
