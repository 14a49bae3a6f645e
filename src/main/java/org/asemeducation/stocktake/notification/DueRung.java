package org.asemeducation.stocktake.notification;

import java.time.Instant;

/**
 * A rung whose moment has come for somebody.
 *
 * @param claim what is to be claimed
 * @param at the moment
 * @param fate what becomes of it
 */
record DueRung(Claim claim, Instant at, Fate fate) {

	DueRung missed() {
		return new DueRung(this.claim, this.at, Fate.MISSED);
	}

	boolean isTold() {
		return this.fate == Fate.TOLD;
	}

	/**
	 * What becomes of a rung. Whatever is not told is recorded as skipped.
	 */
	enum Fate {

		/** It is mailed. */
		TOLD,
		/** A later rung has come due as well, and speaks for both. */
		MISSED,
		/** It falls within a week of the request. */
		TOO_SOON

	}

}
