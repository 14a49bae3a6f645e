package org.asemeducation.stocktake.backup;

import java.nio.file.Path;

import javax.sql.DataSource;

/**
 * Backups for tests of other packages.
 */
public final class Copies {

	private Copies() {
	}

	public static void backUp(DataSource from, Path file) {
		Backup.write(new Whereabouts("here", false, from, () -> {
		}), file);
	}

	public static void restore(Path file, DataSource to) {
		Restore.read(file, new Whereabouts("elsewhere", false, to, () -> {
		}));
	}

}
