package org.asemeducation.stocktake.cockpit.history;

import java.time.ZoneId;
import java.util.List;

/**
 * What happened to an initiative, in all its cycles or in one.
 *
 * @param initiative its id
 * @param title as that cycle asks for it, of several the newest; the plan's where no
 * cycle has it
 * @param cycles those in which it was asked for, the newest first
 * @param found how many happenings there are of that kind
 * @param happenings the latest first, {@value Histories#MOST} at most
 */
record InitiativeHistory(String initiative, String title, List<InCycle> cycles, int found, List<Happening> happenings) {

	InitiativeHistory {
		cycles = List.copyOf(cycles);
		happenings = List.copyOf(happenings);
	}

	/**
	 * A cycle that asks for it.
	 *
	 * @param name such as {@code ASEMME9}
	 * @param title the cycle's title
	 * @param zone in which its days are
	 */
	record InCycle(String name, String title, ZoneId zone) {
	}

}
