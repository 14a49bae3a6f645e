package org.asemeducation.stocktake.report.round;

import java.util.Date;
import java.util.Set;

import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.MessageSender;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Tasks;
import org.asemeducation.stocktake.cycle.CycleName;
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

	private static final String ROUND_CLOSES_AT = "roundClosesAt";

	private final RuntimeService runtime;

	private final Tasks tasks;

	private final AsNobody asNobody;

	RoundProcess(RuntimeService runtime, Tasks tasks, AsNobody asNobody) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.asNobody = asNobody;
	}

	@Override
	public Set<String> messages() {
		return Set.of(ROUND_OPENED);
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
				.setVariable(ROUND_CLOSES_AT, Date.from(round.closesAt().plusMillis(1)))
				.correlateAllWithResult())
			.isEmpty();
		if (!heard) {
			throw Refused.conflict(
					"The report of %s is not being edited: no draft of it goes round now.".formatted(round.cycle()));
		}
	}

	void answered(CycleName cycle, String by) {
		this.tasks.complete(BusinessKey.of(cycle.value()), ANSWER, by);
	}

}
