package org.asemeducation.stocktake.cycle.attendance;

/**
 * A list of participants that is not taken, with the reason in one sentence.
 */
public final class ListRefusedException extends RuntimeException {

	ListRefusedException(String sentence) {
		super(sentence);
	}

}
