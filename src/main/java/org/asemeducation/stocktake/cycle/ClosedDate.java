package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;

/**
 * Days on which somebody is not there.
 *
 * @param id its number
 * @param from the first day
 * @param to the last day, which belongs to it
 * @param party whose, as the register calls it
 * @param reason why, such as {@code Lunar New Year}
 */
record ClosedDate(long id, LocalDate from, LocalDate to, String party, String reason) {

	/** Such as {@code closed for Malta (Christmas)}. */
	String inWords() {
		return "closed for %s (%s)".formatted(this.party, this.reason);
	}

}
