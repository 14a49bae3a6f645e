package org.asemeducation.stocktake.cockpit.outlook;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Why the secretariat should look at an initiative or a chapter, what matters most first.
 */
public enum ConcernKind {

	/** Mail does not reach somebody who is asked for it. */
	BOUNCED,
	/** It is asked for, and nobody is there to answer. */
	NO_CONTACT,
	/** It came back from its reviewers twice or more. */
	RETURNED_TWICE,
	/** It has lain with its reviewers for {@value Concerns#LONG} days or more. */
	LONG_IN_REVIEW,
	/** Its day is over, and nothing has come. */
	LATE,
	/** A commissioned chapter's day is over, and it has not been handed in. */
	LATE_CHAPTER;

	/**
	 * How the database and the interface write it.
	 * @return such as {@code no-contact}
	 */
	@JsonValue
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
