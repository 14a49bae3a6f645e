package org.asemeducation.stocktake.report.model;

/**
 * Who accepted what a report prints: bodies, never persons.
 */
public final class Bodies {

	/** Reads what coordinators submit. */
	public static final String REVIEWING = "Standing Working Group";

	/** Runs the process and accepts in the reviewing body's place. */
	public static final String SECRETARIAT = "ASEM Education Secretariat";

	/** Of what the secretariat took in although nobody had reviewed it. */
	public static final String AS_RECEIVED = SECRETARIAT + ", as received, not reviewed";

	private Bodies() {
	}

}
