package org.asemeducation.stocktake.update;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.MessageSender;
import org.asemeducation.stocktake.engine.Tasks;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationResult;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What {@code update.bpmn} hears from us and holds for us.
 */
@Component
class UpdateProcess implements MessageSender {

	static final String FIND_COORDINATOR = "userTask_findCoordinator";

	static final String PROVIDE_UPDATE = "userTask_provideUpdate";

	static final String REVISE_UPDATE = "userTask_reviseUpdate";

	/** What was taken back is asked for and waits in "Revise update". */
	private static final List<String> WRITTEN_IN = List.of(PROVIDE_UPDATE, REVISE_UPDATE);

	static final String DECIDE_DRAFTS = "userTask_decideDrafts";

	static final String ALL_STARTED = "allStarted";

	static final String ALL_SETTLED = "allSettled";

	static final String ALL_FROZEN = "allFrozen";

	static final String DRAFTS_LEFT = "draftsLeft";

	private static final String KEY = "update";

	private static final String GATHERING_CLOSED = "GatheringClosed";

	private static final String UPDATE_TAKEN_BACK = "UpdateTakenBack";

	private static final String GIVEN_BACK = "GivenBack";

	private final RuntimeService runtime;

	private final Tasks tasks;

	private final AsNobody asNobody;

	UpdateProcess(RuntimeService runtime, Tasks tasks, AsNobody asNobody) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.asNobody = asNobody;
	}

	@Override
	public Set<String> messages() {
		return Set.of(GATHERING_CLOSED, UPDATE_TAKEN_BACK, GIVEN_BACK);
	}

	/**
	 * Starts the process of one update.
	 * @param key which update
	 * @param coordinatorKnown whether somebody can be asked
	 */
	void start(UpdateKey key, boolean coordinatorKnown) {
		this.runtime.startProcessInstanceByKey(KEY, key.toString(),
				Variables.putValue("coordinatorKnown", coordinatorKnown));
	}

	void coordinatorFound(UpdateKey key, String by) {
		this.tasks.complete(key.businessKey(), FIND_COORDINATOR, by);
	}

	void submitted(UpdateKey key, UpdateState from, String by) {
		this.tasks.complete(key.businessKey(),
				(from == UpdateState.REQUESTED) ? WRITTEN_IN : List.of(taskIn(key, from)), by);
	}

	/** The review, which nobody takes up until the caller's transaction ends. */
	Optional<Tasks.OpenTask> holdReview(UpdateKey key) {
		return this.tasks.hold(key.businessKey(), taskIn(key, UpdateState.IN_REVIEW));
	}

	/** Ends the review without a verdict. */
	void takenBack(UpdateKey key) {
		this.asNobody.call(() -> this.runtime.createMessageCorrelation(UPDATE_TAKEN_BACK)
			.processInstanceBusinessKey(key.toString())
			.correlateWithResult());
	}

	void gatheringClosed(UpdateKey key) {
		this.runtime.createMessageCorrelation(GATHERING_CLOSED).processInstanceBusinessKey(key.toString()).correlate();
	}

	/**
	 * Whoever was asked says that it is not theirs: the secretariat finds a coordinator.
	 * @param key which update
	 * @return what the engine says about it
	 */
	MessageCorrelationResult givenBack(UpdateKey key) {
		return this.runtime.createMessageCorrelation(GIVEN_BACK)
			.processInstanceBusinessKey(key.toString())
			.correlateWithResult();
	}

	void draftsDecided(CycleName cycle, String by) {
		this.tasks.complete(BusinessKey.of(cycle.value()), DECIDE_DRAFTS, by);
	}

	void assign(UpdateKey key, UpdateState state, @Nullable String userId) {
		this.tasks.assign(key.businessKey(), taskIn(key, state), userId);
	}

	boolean offer(UpdateKey key, UpdateState state, List<String> groups) {
		return this.tasks.offer(key.businessKey(), taskIn(key, state), groups);
	}

	Optional<Tasks.OpenTask> openTask(UpdateKey key, UpdateState state) {
		return this.tasks.open(key.businessKey(), taskIn(key, state));
	}

	private String taskIn(UpdateKey key, UpdateState state) {
		return switch (state) {
			case UNSTAFFED -> FIND_COORDINATOR;
			case RETURNED -> REVISE_UPDATE;
			case IN_REVIEW -> "userTask_reviewUpdate";
			case REQUESTED ->
				this.tasks.open(key.businessKey(), REVISE_UPDATE).isPresent() ? REVISE_UPDATE : PROVIDE_UPDATE;
			case SETTLED -> PROVIDE_UPDATE;
		};
	}

}
