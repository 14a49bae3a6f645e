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

	/** Whether nobody is ever told. What is held may still be released. */
	boolean isSkipped() {
		return this.fate == Fate.MISSED || this.fate == Fate.TOO_SOON;
	}

	/** Whether it will be told at its moment as things stand, if a run comes in time. */
	boolean isToCome() {
		return this.fate == Fate.TOLD || this.fate == Fate.MISSED;
	}

	/** Whether a later rung of some fate that is due as well takes its place. */
	boolean isSpokenForBy(Fate later) {
		return this.fate == Fate.HELD || (this.fate == Fate.TOLD && later != Fate.HELD);
	}

	/**
	 * What becomes of a rung. Whatever is neither told nor held is recorded as skipped.
	 */
	enum Fate {

		/** It is mailed. */
		TOLD,
		/** A later rung has come due as well, and speaks for both. */
		MISSED,
		/** It falls within a week of the request. */
		TOO_SOON,
		/** Somebody holds it: it is not mailed, and may be released. */
		HELD

	}

}
