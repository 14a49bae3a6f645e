package org.asemeducation.stocktake.cycle;

import java.util.Date;
import java.util.Map;
import java.util.Set;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.MessageSender;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Tasks;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;

import org.springframework.stereotype.Component;

/**
 * What {@code cycle.bpmn}, {@code completion.bpmn} and {@code open-cycle.bpmn} hear from
 * us and hold for us.
 */
@Component
public class CycleProcess implements MessageSender {

	static final String SEND_REQUESTS = "userTask_sendRequests";

	static final String CLOSE_GATHERING = "userTask_closeGathering";

	/** The models of cycles, by what they lead to. */
	private static final Map<Cycle.Kind, String> KEYS = Map.of(Cycle.Kind.REPORT, "cycle", Cycle.Kind.COMPLETION,
			"completion");

	private static final String OPEN_CYCLE = "openCycle";

	private static final String REQUEST_AT = "requestAt";

	private static final String FREEZE_AT = "freezeAt";

	private static final String ALL_UPDATES_SETTLED = "AllUpdatesSettled";

	private final RuntimeService runtime;

	private final ManagementService management;

	private final Tasks tasks;

	CycleProcess(RuntimeService runtime, ManagementService management, Tasks tasks) {
		this.runtime = runtime;
		this.management = management;
		this.tasks = tasks;
	}

	@Override
	public Set<String> messages() {
		return Set.of(ALL_UPDATES_SETTLED);
	}

	void propose(CycleName cycle) {
		this.runtime.startProcessInstanceByKey(OPEN_CYCLE, cycle.value());
	}

	void open(Cycle cycle) {
		if (this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(KEYS.get(cycle.kind()))
			.processInstanceBusinessKey(cycle.name().value())
			.count() > 0) {
			throw Refused.conflict("The cycle %s is open already.".formatted(cycle.name()));
		}
		this.runtime.startProcessInstanceByKey(KEYS.get(cycle.kind()), cycle.name().value(),
				Variables.putValue(REQUEST_AT, Date.from(cycle.requestAt()))
					.putValue(FREEZE_AT, Date.from(cycle.endOf(DeadlineKind.FREEZE))));
	}

	/**
	 * Has the requests and the freeze come on their days as they stand; does nothing when
	 * the cycle is over. The caller holds the cycle's lock.
	 * @param cycle the cycle
	 */
	void moveTimers(Cycle cycle) {
		Map<String, Date> moments = Map.of(REQUEST_AT, Date.from(cycle.requestAt()), FREEZE_AT,
				Date.from(cycle.endOf(DeadlineKind.FREEZE)));
		this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(KEYS.get(cycle.kind()))
			.processInstanceBusinessKey(cycle.name().value())
			.list()
			.forEach((instance) -> {
				this.runtime.setVariables(instance.getId(), moments);
				moveTimer(instance, "boundaryEvent_requestDateReached", moments.get(REQUEST_AT));
				moveTimer(instance, "boundaryEvent_freezeReached", moments.get(FREEZE_AT));
			});
	}

	private void moveTimer(ProcessInstance instance, String event, Date to) {
		this.management.createJobQuery()
			.processInstanceId(instance.getId())
			.activityId(event)
			.list()
			.stream()
			.filter((job) -> !to.equals(job.getDuedate()))
			.forEach((job) -> this.management.setJobDuedate(job.getId(), to));
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
