package org.asemeducation.stocktake.engine;

import java.nio.file.Path;

/**
 * Another Stocktake runs on the data folder.
 */
final class DataFolderHeldException extends EmbeddedDatabaseException {

	private static final long serialVersionUID = 1L;

	DataFolderHeldException(Path path, String process) {
		super("A Stocktake is already running on the data folder %s (process %s).".formatted(path, process),
				"Use that one, stop it, or name another folder with stocktake.data (STOCKTAKE_DATA).");
	}

}
