package org.asemeducation.stocktake.report.round;

import java.util.Date;
import java.util.Set;

import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.MessageSender;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Tasks;
import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/**
 * What the comment round in {@code report.bpmn} hears from us and holds for us.
 */
@Component
class RoundProcess implements MessageSender {

	static final String ANSWER = "userTask_answerComments";

	/** Whether anything was said in a round, a truth value. */
	static final String SAID_IN_ROUND = "saidInRound";

	private static final String ROUND_OPENED = "RoundOpened";

	private static final String ROUND_REOPENED = "RoundReopened";

	private static final String ROUND_CALLED_OFF = "RoundCalledOff";

	private static final String CLOSED = "intermediateCatchEvent_roundClosed";

	private static final String ROUND_CLOSES_AT = "roundClosesAt";

	private final RuntimeService runtime;

	private final ManagementService management;

	private final Tasks tasks;

	private final AsNobody asNobody;

	RoundProcess(RuntimeService runtime, ManagementService management, Tasks tasks, AsNobody asNobody) {
		this.runtime = runtime;
		this.management = management;
		this.tasks = tasks;
		this.asNobody = asNobody;
	}

	@Override
	public Set<String> messages() {
		return Set.of(ROUND_OPENED, ROUND_REOPENED, ROUND_CALLED_OFF);
	}

	/**
	 * A round is open: the report waits for its end beside whatever else it waits for.
	 * The caller holds the cycle's lock.
	 * @param round which one
	 * @throws Refused when no report is being edited
	 */
	void opened(Round round) {
		boolean heard = !this.asNobody
			.call(() -> this.runtime.createMessageCorrelation(ROUND_OPENED)
				.processInstanceBusinessKey(round.cycle().value())
				.setVariable(ROUND_CLOSES_AT, closesAt(round))
				.correlateAllWithResult())
			.isEmpty();
		if (!heard) {
			throw Refused.conflict(
					"The report of %s is not being edited: no draft of it goes round now.".formatted(round.cycle()));
		}
	}

	/** Whether there is a report that would hear of a round. */
	boolean isEdited(CycleName cycle) {
		return this.asNobody.call(() -> this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("report")
			.processInstanceBusinessKey(cycle.value())
			.count() > 0);
	}

	/**
	 * A round closes on another day. The caller holds the cycle's lock.
	 * @param round with the day on which it closes now
	 */
	void moved(Round round) {
		this.asNobody.call(() -> {
			this.runtime.createProcessInstanceQuery()
				.processDefinitionKey("report")
				.processInstanceBusinessKey(round.cycle().value())
				.list()
				.forEach((report) -> {
					this.runtime.setVariable(report.getId(), ROUND_CLOSES_AT, closesAt(round));
					this.management.createJobQuery()
						.processInstanceId(report.getId())
						.activityId(CLOSED)
						.list()
						.forEach((job) -> this.management.setJobDuedate(job.getId(), closesAt(round)));
				});
			return round;
		});
	}

	/**
	 * A round that has closed is open again: no answers are waited for, but its next
	 * close. The caller holds the cycle's lock.
	 * @param round with the day on which it closes now
	 */
	void reopened(Round round) {
		this.asNobody.call(() -> this.runtime.createMessageCorrelation(ROUND_REOPENED)
			.processInstanceBusinessKey(round.cycle().value())
			.setVariable(ROUND_CLOSES_AT, closesAt(round))
			.correlateWithResult());
	}

	/** Nothing more is waited for in the round; whatever else waits goes on. */
	void calledOff(CycleName cycle) {
		this.asNobody.call(() -> this.runtime.createMessageCorrelation(ROUND_CALLED_OFF)
			.processInstanceBusinessKey(cycle.value())
			.correlateAllWithResult());
	}

	private static Date closesAt(Round round) {
		return Date.from(round.closesAt().plusMillis(1));
	}

	void answered(CycleName cycle, String by) {
		this.tasks.complete(BusinessKey.of(cycle.value()), ANSWER, by);
	}

}
