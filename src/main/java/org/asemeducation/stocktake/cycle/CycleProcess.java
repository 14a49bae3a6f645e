package org.asemeducation.stocktake.cycle;

import java.util.Date;
import java.util.Set;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.MessageSender;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Tasks;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;

import org.springframework.stereotype.Component;

/**
 * What {@code cycle.bpmn} and {@code open-cycle.bpmn} hear from us and hold for us.
 */
@Component
public class CycleProcess implements MessageSender {

	/** The cycle's name, a text. */
	public static final String CYCLE = "cycle";

	static final String SEND_REQUESTS = "userTask_sendRequests";

	static final String CLOSE_GATHERING = "userTask_closeGathering";

	private static final String KEY = "cycle";

	private static final String OPEN_CYCLE = "openCycle";

	private static final String ALL_UPDATES_SETTLED = "AllUpdatesSettled";

	private final RuntimeService runtime;

	private final Tasks tasks;

	CycleProcess(RuntimeService runtime, Tasks tasks) {
		this.runtime = runtime;
		this.tasks = tasks;
	}

	@Override
	public Set<String> messages() {
		return Set.of(ALL_UPDATES_SETTLED);
	}

	void propose(CycleName cycle) {
		this.runtime.startProcessInstanceByKey(OPEN_CYCLE, cycle.value(), Variables.putValue(CYCLE, cycle.value()));
	}

	void open(Cycle cycle) {
		if (this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(KEY)
			.processInstanceBusinessKey(cycle.name().value())
			.count() > 0) {
			throw Refused.conflict("The cycle %s is open already.".formatted(cycle.name()));
		}
		this.runtime.startProcessInstanceByKey(KEY, cycle.name().value(),
				Variables.putValue(CYCLE, cycle.name().value())
					.putValue("requestAt", Date.from(cycle.requestAt()))
					.putValue("freezeAt", Date.from(cycle.endOf(DeadlineKind.FREEZE))));
	}

	/**
	 * Wakes the cycle when nothing is left to gather; does nothing when it is not
	 * waiting. The caller holds the cycle's lock.
	 * @param cycle the cycle
	 */
	public void allUpdatesSettled(CycleName cycle) {
		this.runtime.createMessageCorrelation(ALL_UPDATES_SETTLED)
			.processInstanceBusinessKey(cycle.value())
			.correlateAll();
	}

	/**
	 * Completes a user task of the cycle.
	 * @param cycle the cycle
	 * @param task the task definition key
	 * @param by the user id
	 */
	public void complete(CycleName cycle, String task, String by) {
		this.tasks.complete(BusinessKey.of(cycle.value()), task, by);
	}

}
