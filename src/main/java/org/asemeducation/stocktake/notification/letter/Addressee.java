package org.asemeducation.stocktake.notification.letter;

/**
 * Whom a mail is written to.
 *
 * @param name the person, or the desk
 * @param parties whom they speak for, as a list in words; may be empty
 * @param email what they sign in with
 * @param language as a tag, such as {@code en}
 */
record Addressee(String name, String parties, String email, String language) {

	Addressee {
		name = OneLine.of(name);
		parties = OneLine.of(parties);
	}

	/** How the first line addresses them, such as {@code Desk (ASEF)}. */
	public String called() {
		return (this.parties.isEmpty() || this.parties.equals(this.name)) ? this.name
				: "%s (%s)".formatted(this.name, this.parties);
	}

}
