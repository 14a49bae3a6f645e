package org.asemeducation.stocktake.update;

import java.util.Locale;

/**
 * Where the update of an initiative stands.
 */
public enum UpdateState {

	/** Nobody coordinates the initiative yet. */
	UNSTAFFED,
	/** Its coordinators have been asked. */
	REQUESTED,
	/** A revision lies with the reviewing body. */
	IN_REVIEW,
	/** The last revision came back with remarks. */
	RETURNED,
	/** Nothing more is expected. */
	SETTLED;

	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Whether a coordinator may write.
	 * @return true while it is asked for
	 */
	public boolean isAskedFor() {
		return this == REQUESTED || this == RETURNED;
	}

	public static UpdateState of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

}
