package org.asemeducation.stocktake.access;

import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * How somebody is called and written to.
 *
 * @param name as the person writes it
 * @param language a language tag such as {@code en}
 * @param zone where the person's days begin; {@code null} means the cycle's zone
 * @param noMail whether nothing is mailed to them but what opens their account
 * @param untilDay their last day as a contact, in UTC; {@code null} until they are
 * removed
 */
public record ContactSettings(String name, String language, @Nullable ZoneId zone, boolean noMail,
		@Nullable LocalDate untilDay) {

	/** What holds for the name and the language of a new contact holds here. */
	public ContactSettings {
		NewContact checked = new NewContact(new PartyId(0), name, "a@example.org", language, zone,
				NewContact.COORDINATOR);
		name = checked.name();
	}

	/**
	 * As a person writes it.
	 * @param zone an IANA zone, or empty
	 * @param untilDay such as {@code 2027-03-31}, or empty
	 * @throws IllegalArgumentException when one of them cannot be so
	 */
	public static ContactSettings written(String name, String language, String zone, boolean noMail, String untilDay) {
		return new ContactSettings(name, language.isBlank() ? "en" : language.strip(), NewContact.zone(zone), noMail,
				day(untilDay.strip()));
	}

	private static @Nullable LocalDate day(String written) {
		try {
			return written.isEmpty() ? null : LocalDate.parse(written);
		}
		catch (java.time.format.DateTimeParseException ex) {
			throw new IllegalArgumentException(
					"\"%s\" is not a day: write it as 2027-03-31, or leave it out.".formatted(written), ex);
		}
	}

	String inWords() {
		return "%s: %s, %s, %s, %s".formatted(this.name, this.language,
				(this.zone != null) ? this.zone.getId() : "the cycle’s zone", this.noMail ? "no mail" : "gets mail",
				(this.untilDay != null) ? "until " + this.untilDay : "no last day");
	}

}
