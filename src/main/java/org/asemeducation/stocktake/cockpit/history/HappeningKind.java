package org.asemeducation.stocktake.cockpit.history;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a happening is about.
 */
enum HappeningKind {

	/** That an update was asked for, and until when. */
	REQUEST,
	/** A mail. */
	MAIL,
	/** What is being written, and its files. */
	DRAFT,
	/** What was submitted. */
	UPDATE,
	/** What reviewers and the secretariat made of it. */
	REVIEW,
	/** Who coordinates it, leads, helps, takes over. */
	PEOPLE,
	/** What was written back and forth about it. */
	MESSAGE,
	/** What it became in the report, and in the plan. */
	OUTCOME;

	@JsonValue
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	static HappeningKind of(String word) {
		return Arrays.stream(values())
			.filter((kind) -> kind.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("\"%s\" is nothing that happens: take one of %s."
				.formatted(word, String.join(", ", Arrays.stream(values()).map(HappeningKind::word).toList()))));
	}

}
