package org.asemeducation.stocktake.cycle.minutes;

import org.jspecify.annotations.Nullable;

/**
 * Something that a meeting decided.
 *
 * @param text what
 * @param initiative the id of the one it is about; {@code null} for none in particular
 */
public record MeetingDecision(String text, @Nullable String initiative) {

	static final int LONGEST = 4000;

	public MeetingDecision {
		text = text.strip();
		initiative = (initiative == null || initiative.isBlank()) ? null : initiative.strip();
	}

}
