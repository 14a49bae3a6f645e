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
 * @param nothingElse whether they have no other role, and help nobody
 * @param alone whether nobody else has the role for the party
 */
public record ContactOf(long id, String name, String email, String role, String language, @Nullable String zone,
		boolean noMail, LocalDate fromDay, @Nullable LocalDate untilDay, boolean nothingElse, boolean alone) {

	/** Such as {@code from 2026-03-01 to 2027-03-31}. */
	public String term() {
		return "from " + this.fromDay + ((this.untilDay != null) ? " to " + this.untilDay : "");
	}

	/** What follows when they no longer have the role. */
	public String whenItEnds() {
		String account = this.nothingElse
				? "It is all they do: their account is closed, they are signed out, and what they work on is offered to others."
				: "They keep their account for what else they do; what they work on as such is offered to others.";
		return (this.alone && this.role.equals("coordinator"))
				? account + " Nobody else speaks for this party, so nobody is asked for it until you enter somebody."
				: account;
	}

}
