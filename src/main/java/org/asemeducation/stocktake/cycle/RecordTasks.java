package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.engine.TaskRule;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tasks "Record ISOM" to "Record ASEMME" of cycles that were opened before a meeting
 * had a model of its own and could not be carried over to today's: they end on the model
 * they began with.
 */
@Component
class RecordTasks implements TaskRule {

	private static final Map<String, MeetingKind> KINDS = Stream.of(MeetingKind.values())
		.collect(Collectors.toMap(RecordTasks::task, Function.identity()));

	private final Cycles cycles;

	private final Meetings meetings;

	private final CycleProcess process;

	private final Audit audit;

	RecordTasks(Cycles cycles, Meetings meetings, CycleProcess process, Audit audit) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.process = process;
		this.audit = audit;
	}

	@Override
	public Set<String> tasks() {
		return KINDS.keySet();
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		Cycle cycle = this.cycles.get(new CycleName(about.cycle()));
		LocalDate planned = this.meetings.of(cycle.name(), KINDS.get(task)).planned();
		Instant due = (planned != null) ? cycle.endOf(planned) : null;
		return new Face("%s (%s)".formatted(label, about), due);
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		return this.meetings.of(new CycleName(about.cycle()), KINDS.get(task)).isRecorded() ? Optional.empty()
				: Optional.of("Use the form of this task: nothing is recorded yet.");
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
			this.meetings.confirmed(name, kind, MeetingPlan.of(meeting));
			this.meetings.prepared(name, kind);
			this.meetings.held(name, kind, said.heldOn());
			String place = (said.place() != null) ? said.place() : meeting.place();
			this.meetings.recorded(name, kind,
					new MeetingRecord(said.heldOn(), place, said.virtual(), null, null, null, said.decisions()), by);
		}
		else {
			this.meetings.dropped(name, kind, said.decisions(), by);
		}
		this.audit.record(by, "record meeting", MeetingProcess.key(name, kind).toString(), meeting.state(),
				said.state());
		this.process.complete(name, task(kind), by);
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
	 * @param virtual whether it was held online
	 * @param decisions what was decided, or why it was dropped
	 */
	record HeldOrDropped(@Nullable String state, @Nullable LocalDate heldOn, @Nullable String place, boolean virtual,
			@Nullable String decisions) {

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
