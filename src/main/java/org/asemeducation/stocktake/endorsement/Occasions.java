package org.asemeducation.stocktake.endorsement;

import java.time.Instant;
import java.time.LocalDate;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The meetings that a report goes through: what was said there can be entered once they
 * are recorded.
 */
@Component
class Occasions {

	private final Cycles cycles;

	private final Meetings meetings;

	Occasions(Cycles cycles, Meetings meetings) {
		this.cycles = cycles;
		this.meetings = meetings;
	}

	Meeting of(CycleName cycle, MeetingKind kind) {
		return this.meetings.of(cycle)
			.stream()
			.filter((meeting) -> meeting.kind() == kind)
			.findFirst()
			.orElseThrow(() -> Refused.notFound("%s has no %s.".formatted(cycle, kind)));
	}

	/**
	 * The meeting, for what follows from it.
	 * @throws Refused before it is recorded
	 */
	Meeting recorded(CycleName cycle, MeetingKind kind) {
		Meeting meeting = of(cycle, kind);
		if (!meeting.isRecorded()) {
			throw Refused
				.conflict("%s of %s is not recorded yet: record the meeting first, then come back to this task."
					.formatted(kind, cycle));
		}
		return meeting;
	}

	static boolean isDropped(Meeting meeting) {
		return "dropped".equals(meeting.state());
	}

	/**
	 * The last instant of the meeting's first day; {@code null} while no day is known.
	 */
	@Nullable Instant endOf(CycleName name, MeetingKind kind) {
		Cycle cycle = this.cycles.get(name);
		Meeting meeting = of(name, kind);
		LocalDate day = (meeting.held() != null) ? meeting.held() : meeting.planned();
		return (day != null) ? day.plusDays(1).atStartOfDay(cycle.zone()).toInstant().minusMillis(1) : null;
	}

}
