package org.asemeducation.stocktake.cockpit.play;

import java.time.Instant;
import java.util.List;
import java.util.Map;

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
 * @param parties who coordinates those that matter most
 * @param all how many initiatives there are
 * @param lines those that are printed: all in the order of the plan, or of too many those
 * that are late longest
 */
record Play(Cycle cycle, @Nullable Meeting meeting, Instant at, Outlook outlook, Concerns.Found concerns,
		List<Part> parts, Map<String, String> parties, int all, List<PlayLine> lines) {

	Play {
		parts = List.copyOf(parts);
		parties = Map.copyOf(parties);
		lines = List.copyOf(lines);
	}

	/** Such as "State of play for SOM2". */
	String title() {
		return (this.meeting != null) ? "State of play for " + this.meeting.kind() : "State of play";
	}

}
