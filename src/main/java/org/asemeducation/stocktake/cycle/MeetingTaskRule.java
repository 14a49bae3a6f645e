package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a meeting says about the AES's tasks in it: due by its planned day, and before it
 * as early as hosts and papers need.
 */
@Component
class MeetingTaskRule implements TaskRule {

	private static final int DAYS_TO_INVITE = 56;

	private static final int DAYS_TO_READ = DeadlineKind.PAPERS.daysBeforeSom2();

	private final Cycles cycles;

	private final Meetings meetings;

	MeetingTaskRule(Cycles cycles, Meetings meetings) {
		this.cycles = cycles;
		this.meetings = meetings;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(MeetingProcess.CONFIRM_DATE_AND_HOST, MeetingProcess.PREPARE_MEETING,
				MeetingProcess.HOLD_POSTPONE_OR_DROP, MeetingProcess.ADOPT_MINUTES, MeetingProcess.RECORD_MEETING);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		Cycle cycle = this.cycles.get(new CycleName(about.cycle()));
		Meeting meeting = meeting(about);
		Instant due = switch (task) {
			case MeetingProcess.CONFIRM_DATE_AND_HOST -> dayBefore(meeting.planned(), DAYS_TO_INVITE, cycle);
			case MeetingProcess.PREPARE_MEETING -> dayBefore(meeting.planned(), DAYS_TO_READ, cycle);
			case MeetingProcess.HOLD_POSTPONE_OR_DROP -> dayBefore(meeting.planned(), 0, cycle);
			default -> dayBefore(meeting.held(), 0, cycle);
		};
		return new Face("%s: %s (%s)".formatted(label, meeting.kind(), about.cycle()), due);
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		Meeting meeting = meeting(about);
		boolean saved = switch (task) {
			case MeetingProcess.CONFIRM_DATE_AND_HOST -> Meeting.CONFIRMED.equals(meeting.state());
			case MeetingProcess.PREPARE_MEETING -> meeting.prepared();
			case MeetingProcess.HOLD_POSTPONE_OR_DROP -> meeting.outcome() != null;
			case MeetingProcess.ADOPT_MINUTES -> meeting.minutesDealtWith();
			default -> meeting.isRecorded();
		};
		return saved ? Optional.empty() : Optional.of("Use the form of this task: nothing is saved yet.");
	}

	private Meeting meeting(BusinessKey about) {
		return this.meetings.of(new CycleName(about.cycle()), MeetingKind.valueOf(about.requiredPart()));
	}

	private static @Nullable Instant dayBefore(@Nullable LocalDate day, int days, Cycle cycle) {
		return (day != null) ? cycle.endOf(day.minusDays(days)) : null;
	}

}
