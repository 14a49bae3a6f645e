package org.asemeducation.stocktake.cockpit.play;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.cockpit.outlook.Concerns;
import org.asemeducation.stocktake.cockpit.outlook.Outlook;
import org.asemeducation.stocktake.cockpit.outlook.Part;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.Meeting;
import org.jspecify.annotations.Nullable;

/**
 * How a cycle stands at a moment.
 *
 * @param meeting the meeting it is for; {@code null} where none is left
 * @param at when it was read
 * @param concerns what matters most
 * @param parts who stands where
 * @param lines all initiatives, in the order of the plan
 */
record Play(Cycle cycle, @Nullable Meeting meeting, Instant at, Outlook outlook, Concerns.Found concerns,
		List<Part> parts, List<PlayLine> lines) {

	Play {
		parts = List.copyOf(parts);
		lines = List.copyOf(lines);
	}

	/** Such as "State of play for SOM2". */
	String title() {
		return (this.meeting != null) ? "State of play for " + this.meeting.kind() : "State of play";
	}

}
