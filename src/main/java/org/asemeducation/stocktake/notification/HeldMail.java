package org.asemeducation.stocktake.notification;

import java.util.Map;
import java.util.Optional;

/**
 * What is held in a cycle at a moment.
 *
 * @param holds by what they hold
 */
record HeldMail(Map<Hold.Key, Hold> holds) {

	static final HeldMail NONE = new HeldMail(Map.of());

	HeldMail {
		holds = Map.copyOf(holds);
	}

	boolean holds(Claim claim) {
		return !this.holds.isEmpty() && this.holds.containsKey(Hold.Key.of(claim));
	}

	Optional<Hold> of(Claim claim) {
		return Optional.ofNullable(this.holds.get(Hold.Key.of(claim)));
	}

}
