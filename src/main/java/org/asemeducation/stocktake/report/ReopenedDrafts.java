package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * Which finished drafts are the secretariat's to change once more. What comes after the
 * report says so.
 */
public interface ReopenedDrafts {

	/**
	 * Whether chapters may be written again.
	 * @param cycle the cycle
	 * @return true while officials' changes are being taken in
	 */
	boolean contain(CycleName cycle);

}
