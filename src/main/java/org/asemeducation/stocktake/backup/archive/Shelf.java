package org.asemeducation.stocktake.backup.archive;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Where the archive is put, one file after the other.
 */
@FunctionalInterface
public interface Shelf {

	/**
	 * Begins a file; the one before it is closed by then.
	 * @param path relative, with slashes, each part safe on every system
	 * @return to be closed when the file is whole
	 * @throws IOException when it cannot be written
	 */
	OutputStream file(String path) throws IOException;

}
