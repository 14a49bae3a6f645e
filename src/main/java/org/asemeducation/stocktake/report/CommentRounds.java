package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;

/**
 * Which drafts of a report went round for comments. The package that lets them go round
 * says so.
 */
public interface CommentRounds {

	/**
	 * Whether any draft did.
	 * @param cycle the cycle
	 * @return true once a round is over
	 */
	boolean wereHeld(CycleName cycle);

	/**
	 * Goes on only while no draft is going round.
	 * @param cycle the cycle
	 * @throws Refused when a round is open, or its comments have no answers yet
	 */
	void requireNoneOpen(CycleName cycle);

}
