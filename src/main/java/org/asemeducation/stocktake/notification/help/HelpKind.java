package org.asemeducation.stocktake.notification.help;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How the AES can help.
 */
public enum HelpKind {

	/** A later day, asked for or not. */
	MORE_TIME("more-time", "give more time"),

	/** Somebody else coordinates from now on. */
	HAND_OVER("hand-over", "arrange hand-over"),

	/** A reminder that no ladder has. */
	REMIND("remind", "remind now"),

	/** The draft that was left is taken in after the gathering. */
	ACCEPT_LATE("accept-late", "accept late"),

	/** The AES writes in their place. */
	ENTER("enter", "enter for them");

	private final String word;

	private final String audited;

	HelpKind(String word, String audited) {
		this.word = word;
		this.audited = audited;
	}

	static Optional<HelpKind> of(@Nullable String word) {
		return Arrays.stream(values()).filter((kind) -> kind.word.equals(word)).findFirst();
	}

	/** As the audit has it. */
	String audited() {
		return this.audited;
	}

}
