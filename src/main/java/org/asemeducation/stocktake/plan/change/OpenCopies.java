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
	 * What goes along when an initiative is merged into another.
	 * @param merged the id
	 * @param into the id of the other
	 * @return a sentence; none where nothing does
	 */
	List<String> alongWith(InitiativeId merged, InitiativeId into);

	/**
	 * Meetings that may have decided something.
	 * @return their names, the latest first, such as {@code SOM1 (ASEMME9)}
	 */
	List<String> meetings();

}
