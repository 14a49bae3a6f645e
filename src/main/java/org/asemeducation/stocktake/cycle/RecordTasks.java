package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import java.util.Objects;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.engine.TaskFaces;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the AES says about a meeting of a cycle that was opened before a meeting had a
 * model of its own and could not be carried over to today's: it ends on the model it
 * began with.
 */
@Component
class RecordTasks {

	private final Cycles cycles;

	private final Meetings meetings;

	private final MeetingChanges changes;

	private final CycleProcess process;

	private final TaskFaces faces;

	private final Audit audit;

	RecordTasks(Cycles cycles, Meetings meetings, MeetingChanges changes, CycleProcess process, TaskFaces faces,
			Audit audit) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.changes = changes;
		this.process = process;
		this.faces = faces;
		this.audit = audit;
	}

	/**
	 * Records a meeting as held or dropped.
	 * @param name the cycle
	 * @param kind the meeting
	 * @param said what there is to record
	 * @param by the user id
	 * @throws Refused when something is missing, or the meeting is recorded already
	 */
	@Transactional
	public void record(CycleName name, MeetingKind kind, HeldOrDropped said, String by) {
		said.check();
		this.cycles.lock(name);
		Meeting meeting = this.meetings.of(name, kind);
		if (meeting.isRecorded()) {
			throw Refused.conflict("%s of %s is recorded already.".formatted(kind, name));
		}
		if (Meeting.HELD.equals(said.state())) {
			this.changes.confirmed(name, kind, MeetingPlan.of(meeting));
			this.changes.prepared(name, kind);
			this.changes.held(name, kind, said.heldOn());
			String place = (said.place() != null) ? said.place() : meeting.place();
			this.changes.recorded(name, kind,
					new MeetingRecord(said.heldOn(), place, said.format(), null, null, null, said.decisions()), by);
		}
		else {
			this.changes.dropped(name, kind, said.decisions(), by);
		}
		this.audit.record(by, "record meeting", MeetingProcess.key(name, kind).toString(), meeting.state(),
				said.state());
		this.process.complete(name, task(kind), by);
		this.faces.renew(name.value());
	}

	static String task(MeetingKind kind) {
		String name = kind.name();
		return "userTask_record" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
	}

	/**
	 * What those tasks' form asks.
	 *
	 * @param state {@code held} or {@code dropped}
	 * @param heldOn its first day; needed when held
	 * @param place where it was held; {@code null} keeps the planned place
	 * @param format how it was held; in person when nothing is said
	 * @param decisions what was decided, or why it was dropped
	 */
	record HeldOrDropped(@Nullable String state, @Nullable LocalDate heldOn, @Nullable String place,
			MeetingFormat format, @Nullable String decisions) {

		HeldOrDropped {
			format = Objects.requireNonNullElse(format, MeetingFormat.IN_PERSON);
		}

		void check() {
			if (!Meeting.HELD.equals(this.state) && !Meeting.DROPPED.equals(this.state)) {
				throw Refused.invalid("The meeting is not recorded.",
						List.of(new Problem("state", "Say whether the meeting was held or dropped.")));
			}
			if (Meeting.HELD.equals(this.state) && this.heldOn == null) {
				throw Refused.invalid("The meeting is not recorded.",
						List.of(new Problem("heldOn", "Give the first day on which the meeting was held.")));
			}
		}

	}

}
