package org.asemeducation.stocktake.cycle.minutes;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.stereotype.Component;

/**
 * Which minutes may still change: those of a meeting that was held, until a later one
 * adopts them.
 */
@Component
class OpenMinutes {

	private final Cycles cycles;

	private final Meetings meetings;

	private final MinutesRows rows;

	OpenMinutes(Cycles cycles, Meetings meetings, MinutesRows rows) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.rows = rows;
	}

	/**
	 * Goes on only for such minutes, and holds the cycle's lock.
	 * @throws Refused for any others
	 */
	void require(CycleName cycle, MeetingKind kind) {
		this.cycles.lock(cycle);
		Meeting meeting = this.meetings.of(cycle, kind);
		if (kind == MeetingKind.ASEMME) {
			throw Refused.conflict("Ministers adopt the Chair’s Conclusions and no minutes.");
		}
		if (!meeting.state().equals("held")) {
			throw Refused.conflict("Nothing has changed: %s of %s %s.".formatted(kind, cycle,
					meeting.wasDropped() ? "was dropped" : "is not held yet"));
		}
		this.rows.adoptedAt(cycle, kind).ifPresent((where) -> {
			throw Refused.conflict(
					"Nothing has changed: the minutes of %s of %s were adopted at %s.".formatted(kind, cycle, where));
		});
	}

}
