package org.asemeducation.stocktake.endorsement;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * Which sealed versions were objected to, so that changes are asked of them.
 */
public interface Objections {

	/**
	 * Whether an objection stopped a round on a version.
	 * @param cycle the cycle
	 * @param version the sealed version
	 * @return true from the objection on, also once the version is amended
	 */
	boolean stopped(CycleName cycle, int version);

}
