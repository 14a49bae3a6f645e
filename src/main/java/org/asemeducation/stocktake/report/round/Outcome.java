package org.asemeducation.stocktake.report.round;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What becomes of a comment.
 */
enum Outcome {

	TAKEN("Taken"), PARTLY("Partly taken"), NOT_TAKEN("Not taken");

	private final String words;

	Outcome(String words) {
		this.words = words;
	}

	@JsonCreator
	static Outcome of(String word) {
		return Arrays.stream(values())
			.filter((outcome) -> outcome.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"\"%s\" is no decision on a comment: take taken, partly or not-taken.".formatted(word)));
	}

	@JsonValue
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String words() {
		return this.words;
	}

	boolean needsReason() {
		return this != TAKEN;
	}

}
