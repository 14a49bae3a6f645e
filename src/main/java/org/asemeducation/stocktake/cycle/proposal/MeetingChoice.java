package org.asemeducation.stocktake.cycle.proposal;

import org.jspecify.annotations.Nullable;

/**
 * A meeting that decides, or is to decide.
 *
 * @param cycle the cycle's name
 * @param kind such as {@code SOM1}
 */
record MeetingChoice(String cycle, String kind) {

	/** Such as {@code SOM1 (ASEMME9)}, as the plan's changes name who decided. */
	public String label() {
		return "%s (%s)".formatted(this.kind, this.cycle);
	}

	static @Nullable String label(@Nullable String kind, @Nullable String cycle) {
		return (kind != null && cycle != null) ? new MeetingChoice(cycle, kind).label() : null;
	}

}
