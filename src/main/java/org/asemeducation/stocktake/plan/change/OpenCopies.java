package org.asemeducation.stocktake.plan.change;

import java.util.List;

import org.asemeducation.stocktake.plan.InitiativeId;

/**
 * What cycles hold of the plan, as those know it who run them.
 */
public interface OpenCopies {

	/**
	 * What becomes of the copies of an initiative.
	 * @param initiative the id
	 * @return a sentence for each open cycle that has it
	 */
	List<String> of(InitiativeId initiative);

	/**
	 * Meetings that may have decided something.
	 * @return their names, the latest first, such as {@code SOM1 (ASEMME9)}
	 */
	List<String> meetings();

}
