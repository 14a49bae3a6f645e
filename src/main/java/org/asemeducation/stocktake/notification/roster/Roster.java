package org.asemeducation.stocktake.notification.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The contacts of one cycle before it asks, and what has none.
 *
 * @param cycle its name
 * @param requests when it asks
 * @param groups the contacts by where they stand; none without anybody
 * @param withoutContact the initiatives that nobody could be asked about
 */
record Roster(String cycle, LocalDate requests, Map<Standing, Group<Line>> groups, Group<String> withoutContact) {

	/** Of each group so many are shown; others are searched for. */
	static final int MOST = 100;

	Roster {
		groups = Map.copyOf(groups);
	}

	public Group<Line> toSettle() {
		return having(Standing.TO_SETTLE);
	}

	public Group<Line> lost() {
		return having(Standing.LOST);
	}

	public Group<Line> silent() {
		return having(Standing.SILENT);
	}

	public Group<Line> confirmed() {
		return having(Standing.CONFIRMED);
	}

	public int contacts() {
		return this.groups.values().stream().mapToInt(Group::found).sum();
	}

	public boolean isShownInPart() {
		return this.withoutContact.isShownInPart() || this.groups.values().stream().anyMatch(Group::isShownInPart);
	}

	private Group<Line> having(Standing standing) {
		return this.groups.getOrDefault(standing, new Group<>(0, List.of()));
	}

	/**
	 * Where a contact stands.
	 */
	enum Standing {

		/** They name somebody else, and the AES has not decided. */
		TO_SETTLE,
		/** Nothing is said, and mail does not reach them. */
		LOST,
		/** Nothing is said. */
		SILENT,
		/** They have said it, or the AES has decided. */
		CONFIRMED

	}

	/**
	 * Those who stand alike.
	 *
	 * @param found how many there are
	 * @param lines the first of them
	 */
	record Group<T>(int found, List<T> lines) {

		Group {
			lines = List.copyOf(lines);
		}

		public boolean isEmpty() {
			return this.lines.isEmpty();
		}

		public boolean isShownInPart() {
			return this.found > this.lines.size();
		}

	}

}
