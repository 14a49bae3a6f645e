package org.asemeducation.stocktake.report.comment;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What the secretariat makes of a comment.
 */
enum Decision {

	TAKEN, PARTLY, NOT_TAKEN;

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

	/** Whether a commenter wants to know why. */
	boolean needsReason() {
		return this != TAKEN;
	}

}
