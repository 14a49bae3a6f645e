package org.asemeducation.stocktake.engine;

import java.util.List;

/**
 * An act that was not done, with the reason in a sentence for the person who tried.
 * Nothing has changed.
 */
public final class Refused extends RuntimeException {

	private final Why why;

	private final transient List<Problem> problems;

	private Refused(Why why, String sentence, List<Problem> problems) {
		super(sentence);
		this.why = why;
		this.problems = problems;
	}

	public static Refused notFound(String sentence) {
		return new Refused(Why.NOT_FOUND, sentence, List.of());
	}

	public static Refused notAllowed(String sentence) {
		return new Refused(Why.NOT_ALLOWED, sentence, List.of());
	}

	public static Refused conflict(String sentence) {
		return new Refused(Why.CONFLICT, sentence, List.of());
	}

	/**
	 * Somebody else has written since: what was sent rests on a version that is not the
	 * last.
	 * @param sentence what to do now
	 * @return the refusal
	 */
	public static Refused outdated(String sentence) {
		return new Refused(Why.OUTDATED, sentence, List.of());
	}

	public static Refused invalid(String sentence, List<Problem> problems) {
		return new Refused(Why.INVALID, sentence, List.copyOf(problems));
	}

	public Why why() {
		return this.why;
	}

	public List<Problem> problems() {
		return this.problems;
	}

	/**
	 * The kinds of refusal.
	 */
	public enum Why {

		NOT_FOUND, NOT_ALLOWED, CONFLICT, OUTDATED, INVALID

	}

	/**
	 * What is wrong with one field.
	 *
	 * @param field the field's name in the form or file
	 * @param message what to do about it
	 */
	public record Problem(String field, String message) {
	}

}
