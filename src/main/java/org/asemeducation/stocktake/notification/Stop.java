package org.asemeducation.stocktake.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What keeps something that would fall due from being mailed.
 */
enum Stop {

	/** Somebody holds it. */
	HELD,
	/** Mail does not reach whom it is for; it is kept. */
	NOT_RECEIVING,
	/** Whom it is for receives no mail, as the register says. */
	UNWANTED,
	/** It was sent ahead of its day. */
	SENT,
	/** A later day of the same ladder was told already. */
	SPOKEN_FOR,
	/** The update has come and lies with the reviewing body. */
	SUBMITTED,
	/** The update is settled. */
	SETTLED,
	/** It falls before the request, or less than a week after it. */
	TOO_SOON,
	/** It falls after the end of the gathering. */
	AFTER_THE_FREEZE;

	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Stop of(String word) {
		return Arrays.stream(values())
			.filter((stop) -> stop.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("\"%s\" stops no mail: take one of %s.".formatted(word,
					Arrays.stream(values()).map(Stop::word).collect(Collectors.joining(", ")))));
	}

}
