package org.asemeducation.stocktake.notification.letter;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A line of an adopted work plan, as a mail quotes it.
 *
 * @param activity what is planned
 * @param period when; empty when nothing was said
 * @param output what comes of it; empty when nothing was said
 * @param result what that is good for; empty when nothing was said
 */
record AdoptedLine(String activity, String period, String output, String result) {

	AdoptedLine(@Nullable String activity, @Nullable String period, @Nullable String output, @Nullable String result) {
		this.activity = words(activity);
		this.period = words(period);
		this.output = words(output);
		this.result = words(result);
	}

	private static String words(@Nullable String text) {
		return OneLine.of(Objects.requireNonNullElse(text, ""));
	}

}
