package org.asemeducation.stocktake.report.model;

import java.util.Optional;

/**
 * Where the writers of a report find its pictures, one after the other: never all of them
 * are in memory.
 */
@FunctionalInterface
public interface PictureSource {

	/**
	 * Reads one.
	 * @param picture as the model names it
	 * @return its bytes; nothing when it is no longer there
	 */
	Optional<byte[]> read(Picture picture);

}
