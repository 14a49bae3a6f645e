package org.asemeducation.stocktake.notification.roster;

import java.util.Arrays;
import java.util.Locale;

import org.asemeducation.stocktake.access.Contact;
import org.jspecify.annotations.Nullable;

/**
 * What a contact says about being the contact.
 *
 * @param kind which of the three answers
 * @param name whom they name; empty where they name nobody
 * @param email that person's address; empty where they name nobody
 */
record Answer(Kind kind, String name, String email) {

	Answer {
		if (kind == Kind.STILL) {
			name = "";
			email = "";
		}
	}

	/**
	 * The answer as the page sends it.
	 * @throws IllegalArgumentException when none is chosen
	 */
	static Answer of(@Nullable String kind, @Nullable String name, @Nullable String email) {
		return new Answer(Kind.of((kind != null) ? kind : ""), (name != null) ? name.strip() : "",
				(email != null) ? email.strip() : "");
	}

	/**
	 * Goes on only if the named person is somebody else.
	 * @throws IllegalArgumentException in words for the contact
	 */
	void requireAnother(Contact contact) {
		if (this.email.equalsIgnoreCase(contact.email())) {
			throw new IllegalArgumentException(
					"%s is your own address: give that of the person you name.".formatted(contact.email()));
		}
	}

	/**
	 * The three answers.
	 */
	enum Kind {

		/** Still the contact. */
		STILL,
		/** It is now somebody else. */
		NOW,
		/** There is a second one. */
		TWO;

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		static Kind of(String word) {
			return Arrays.stream(values())
				.filter((kind) -> kind.word().equals(word))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("Choose one of the three answers."));
		}

	}

}
