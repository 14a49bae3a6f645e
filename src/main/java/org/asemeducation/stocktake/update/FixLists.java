package org.asemeducation.stocktake.update;

import java.util.Optional;

/**
 * What the reviewers ask for. The review stage, which is later, supplies it.
 */
public interface FixLists {

	/**
	 * What the last return asks for.
	 * @param key which update
	 * @return the list, or nothing when the last revision did not come back
	 */
	Optional<FixList> open(UpdateKey key);

}
