package org.asemeducation.stocktake.cockpit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where an initiative stands in a cycle, in the order in which it gets there.
 */
enum Standing {

	/** Its request has not gone out. */
	NOT_ASKED,
	/** Nobody coordinates it yet. */
	UNSTAFFED,
	/** Asked, and nothing is written. */
	REQUESTED,
	/** Something is written and saved, but nothing was ever submitted. */
	DRAFT,
	/** Came back from review with remarks. */
	RETURNED,
	/** Lies with the reviewing body. */
	IN_REVIEW,
	/** Settled: its update is accepted. */
	ACCEPTED,
	/** Settled: nothing came. */
	NO_UPDATE_RECEIVED,
	/** Settled: what was written was never submitted, and is left out. */
	DRAFT_NOT_SUBMITTED;

	/**
	 * How the database and the interface write it.
	 * @return such as {@code in-review}
	 */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static List<String> words() {
		return Arrays.stream(values()).map(Standing::word).toList();
	}

	static Standing of(String word) {
		return Arrays.stream(values())
			.filter((standing) -> standing.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("\"%s\" is no state of an initiative: take one of %s."
				.formatted(word, String.join(", ", words()))));
	}

}
