package org.asemeducation.stocktake.review;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * Which reports take nothing in any more. The report stage, which is later, says so.
 */
public interface FinishedReports {

	/**
	 * Whether no version of the report will be compiled any more.
	 * @param cycle the cycle
	 * @return true once the version for ministers is sealed, or the report is published
	 */
	boolean contain(CycleName cycle);

}
