package org.asemeducation.stocktake.cockpit.register;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A contact of a party.
 *
 * @param id the register's number
 * @param name as the person writes it
 * @param email in lower case
 * @param role {@code coordinator}, {@code reviewer} or {@code secretariat}
 * @param language a language tag
 * @param zone IANA name; {@code null} for the cycle's
 * @param noMail whether they want no mail
 * @param fromDay since when, in UTC
 * @param untilDay their last day, in UTC; {@code null} for none
 */
public record ContactOf(long id, String name, String email, String role, String language, @Nullable String zone,
		boolean noMail, LocalDate fromDay, @Nullable LocalDate untilDay) {

	/** Such as {@code from 2026-03-01 to 2027-03-31}. */
	public String term() {
		return "from " + this.fromDay + ((this.untilDay != null) ? " to " + this.untilDay : "");
	}

}
