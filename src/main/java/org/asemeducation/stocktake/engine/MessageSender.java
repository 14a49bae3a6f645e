package org.asemeducation.stocktake.engine;

import java.util.Set;

/**
 * Whoever sends messages to models: the names stand in both, so they are compared when
 * Stocktake starts.
 */
public interface MessageSender {

	/**
	 * The messages it sends.
	 * @return names as the models have them, such as {@code GatheringClosed}
	 */
	Set<String> messages();

}
