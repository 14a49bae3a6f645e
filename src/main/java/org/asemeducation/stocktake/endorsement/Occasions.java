package org.asemeducation.stocktake.endorsement;

import java.time.Instant;
import java.time.LocalDate;

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
		return this.meetings.of(cycle, kind);
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
		return meeting.wasDropped();
	}

	/**
	 * The last instant of the meeting's first day; {@code null} while no day is known.
	 */
	@Nullable Instant endOf(CycleName name, MeetingKind kind) {
		LocalDate day = of(name, kind).day();
		return (day != null) ? this.cycles.get(name).endOf(day) : null;
	}

}
