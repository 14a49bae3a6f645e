package org.asemeducation.stocktake.engine;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Whether a message was written for a person: our own values refuse in whole sentences,
 * while what Java says by itself is for us.
 */
public final class Sentence {

	private static final String OTHERWISE = "What was sent is not as it should be: load the page again and repeat what you did.";

	private static final Pattern WHOLE = Pattern.compile("[\\p{Lu}\\p{N}\"“].*[.?!]", Pattern.DOTALL);

	private Sentence() {
	}

	/**
	 * The message of a refusal for the person who caused it.
	 * @param refused what a value or a conversion threw
	 * @return its message when that is a sentence of ours, else one that says what to do
	 */
	public static String of(IllegalArgumentException refused) {
		String message = refused.getMessage();
		return (isOurs(message) && !(refused instanceof NumberFormatException)) ? String.valueOf(message) : OTHERWISE;
	}

	private static boolean isOurs(@Nullable String message) {
		return message != null && WHOLE.matcher(message).matches();
	}

}
