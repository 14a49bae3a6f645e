package org.asemeducation.stocktake.cycle;

import java.util.Set;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.MessageSender;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.TaskFaces;
import org.asemeducation.stocktake.engine.Tasks;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/**
 * What {@code meeting.bpmn} hears from us and holds for us.
 */
@Component
class MeetingProcess implements MessageSender {

	static final String CONFIRM_DATE_AND_HOST = "userTask_confirmDateAndHost";

	static final String PREPARE_MEETING = "userTask_prepareMeeting";

	static final String HOLD_POSTPONE_OR_DROP = "userTask_holdPostponeOrDrop";

	static final String ADOPT_MINUTES = "userTask_adoptMinutes";

	static final String RECORD_MEETING = "userTask_recordMeeting";

	static final String POSTPONED = "postponed";

	static final String DROPPED = "dropped";

	static final String MINUTES_TO_ADOPT = "minutesToAdopt";

	private static final String HOST_NAMED = "HostNamed";

	private static final String MEETING_POSTPONED_OR_DROPPED = "MeetingPostponedOrDropped";

	private final RuntimeService runtime;

	private final Tasks tasks;

	private final TaskFaces faces;

	MeetingProcess(RuntimeService runtime, Tasks tasks, TaskFaces faces) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.faces = faces;
	}

	@Override
	public Set<String> messages() {
		return Set.of(HOST_NAMED, MEETING_POSTPONED_OR_DROPPED);
	}

	/**
	 * Completes a step. What hangs on the meeting's day is named anew: it may have moved.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @param task the task definition key
	 * @param by the user id
	 */
	void complete(CycleName cycle, MeetingKind kind, String task, String by) {
		this.tasks.complete(key(cycle, kind), task, by);
		this.faces.renew(cycle.value());
	}

	/**
	 * Takes a meeting off before its day; what hangs on it is named anew. The caller
	 * holds the cycle's lock.
	 * @param cycle the cycle
	 * @param kind the meeting, which waits to be confirmed or prepared
	 */
	void postponedOrDropped(CycleName cycle, MeetingKind kind) {
		boolean woken = !this.runtime.createMessageCorrelation(MEETING_POSTPONED_OR_DROPPED)
			.processInstanceBusinessKey(key(cycle, kind).toString())
			.correlateAllWithResult()
			.isEmpty();
		if (!woken) {
			throw Refused.conflict("This step of %s is not open, or no longer.".formatted(key(cycle, kind)));
		}
		this.faces.renew(cycle.value());
	}

	/**
	 * Has a host asked for date and place, if the meeting waits to be confirmed. The
	 * caller holds the cycle's lock.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @return whether it did
	 */
	boolean hostNamed(CycleName cycle, MeetingKind kind) {
		return !this.runtime.createMessageCorrelation(HOST_NAMED)
			.processInstanceBusinessKey(key(cycle, kind).toString())
			.correlateAllWithResult()
			.isEmpty();
	}

	static BusinessKey key(CycleName cycle, MeetingKind kind) {
		return BusinessKey.of(cycle.value(), kind.name());
	}

}
