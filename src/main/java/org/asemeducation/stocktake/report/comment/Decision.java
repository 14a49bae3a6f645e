package org.asemeducation.stocktake.report.comment;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What the secretariat makes of a comment.
 */
enum Decision {

	TAKEN("Taken in"),

	PARTLY("Partly taken in"),

	NOT_TAKEN("Not taken in");

	private final String words;

	Decision(String words) {
		this.words = words;
	}

	/**
	 * As it stands in JSON and in the table.
	 * @return lower case, words joined by hyphens
	 */
	@JsonValue
	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	@JsonCreator
	static Decision of(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	String words() {
		return this.words;
	}

	/** Whether a commenter wants to know why. */
	boolean needsReason() {
		return this != TAKEN;
	}

}
