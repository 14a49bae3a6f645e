package org.asemeducation.stocktake.update;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

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

	/**
	 * When the last revision came back.
	 * @param key which update
	 * @return the moment, or nothing when it did not
	 */
	Optional<Instant> returnedAt(UpdateKey key);

}
