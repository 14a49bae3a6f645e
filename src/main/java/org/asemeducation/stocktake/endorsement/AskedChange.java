package org.asemeducation.stocktake.endorsement;

/**
 * What was asked to change beside the annex.
 *
 * @param number within the version that it was asked of, from 1
 * @param about {@code report}, the key of a free chapter, or the id of an initiative
 * @param text what was asked for
 * @param askedBy who asked for it, in words
 */
record AskedChange(int number, String about, String text, String askedBy) {

	/** The report as a whole. */
	static final String REPORT = "report";

}
