package org.asemeducation.stocktake.cycle;

/**
 * The four meetings of a cycle, in the order they are usually held.
 */
public enum MeetingKind {

	/** Intermediate Senior Officials' Meeting. */
	ISOM,
	/** First Senior Officials' Meeting. */
	SOM1,
	/** Second Senior Officials' Meeting: is shown the Stocktaking Report. */
	SOM2,
	/** The ministers' meeting: adopts the Chair's Conclusions. */
	ASEMME

}
