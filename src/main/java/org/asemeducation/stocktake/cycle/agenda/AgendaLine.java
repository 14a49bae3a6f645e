package org.asemeducation.stocktake.cycle.agenda;

import org.jspecify.annotations.Nullable;

/**
 * A line of an agenda as its readers have it.
 *
 * @param label its number, such as {@code 3} or {@code 3.1}
 * @param title one line
 * @param note what else there is to say; may be empty
 * @param minutes how long; {@code null} when not said
 */
public record AgendaLine(String label, String title, String note, @Nullable Integer minutes) {

	/**
	 * Whether it stands under a point.
	 * @return true for a slot
	 */
	public boolean isUnder() {
		return this.label.contains(".");
	}

}
