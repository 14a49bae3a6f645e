package org.asemeducation.stocktake.update;

import java.util.Map;

/**
 * What came back with a returned update. The review stage, which is later, supplies it.
 */
public interface Remarks {

	/**
	 * The remarks on the last revision, if it was returned.
	 * @param key which update
	 * @return texts by field name
	 */
	Map<String, String> on(UpdateKey key);

}
