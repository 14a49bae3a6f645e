package org.asemeducation.stocktake.cycle.agenda;

import org.jspecify.annotations.Nullable;

/**
 * A point of an agenda as it is prepared.
 *
 * @param standing the word of a {@link StandingPoint}; {@code null} for a point of the
 * meeting's own
 * @param title one line
 * @param note what else there is to say; may be empty
 * @param minutes how long; {@code null} when not said
 * @param struck whether it is left out
 */
public record AgendaPoint(@Nullable String standing, String title, String note, @Nullable Integer minutes,
		boolean struck) {

	static final int LONGEST_TITLE = 200;

	static final int LONGEST_NOTE = 2000;

	static final int MOST_MINUTES = 999;

	public AgendaPoint {
		title = title.strip();
		note = note.strip();
	}

	boolean is(StandingPoint point) {
		return point.word().equals(this.standing);
	}

}
