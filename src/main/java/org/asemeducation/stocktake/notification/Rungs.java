package org.asemeducation.stocktake.notification;

import java.util.Collection;
import java.util.List;

/**
 * A ladder with its rungs.
 *
 * @param ladder why somebody is reminded
 * @param days the rungs, in days from the day that counts: negative before it; each once,
 * earliest first
 */
record Rungs(Ladder ladder, List<Integer> days) {

	/** A returned update is reminded of three days before, on, and after its own day. */
	private static final List<Integer> AFTER_A_RETURN = List.of(-3, 0, 3);

	Rungs {
		days = days.stream().distinct().sorted().toList();
	}

	static Rungs beforeTheDeadline(Collection<Integer> days) {
		return new Rungs(Ladder.REMINDER, List.copyOf(days));
	}

	static Rungs beforeTheFreeze(Collection<Integer> days) {
		return new Rungs(Ladder.FREEZE_REMINDER, List.copyOf(days));
	}

	static Rungs afterAReturn() {
		return new Rungs(Ladder.RETURNED_REMINDER, AFTER_A_RETURN);
	}

}
