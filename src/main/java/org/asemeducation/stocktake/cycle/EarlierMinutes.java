package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;

import org.asemeducation.stocktake.engine.BusinessKey;

/**
 * The minutes of an earlier senior officials' meeting that wait to be adopted.
 *
 * @param cycle the cycle the meeting belongs to
 * @param kind which meeting
 * @param held its first day
 */
record EarlierMinutes(String cycle, MeetingKind kind, LocalDate held) {

	/** Its name in the form and in the audit, such as {@code ASEMME9/SOM1}. */
	String key() {
		return BusinessKey.of(this.cycle, this.kind.name()).toString();
	}

}
