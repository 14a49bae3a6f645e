package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * Data folders that end with their process. What killed processes left is cleared away by
 * the next one.
 */
final class ThrowAwayFolders {

	private static final Logger log = LoggerFactory.getLogger(ThrowAwayFolders.class);

	private static final String PREFIX = "stocktake-throw-away-";

	/** A younger one may be about to be claimed by its maker. */
	private static final Duration GRACE = Duration.ofMinutes(10);

	private ThrowAwayFolders() {
	}

	static DataFolder create() {
		try {
			Path path = Files.createTempDirectory(PREFIX).toRealPath();
			sweep(path);
			return DataFolder.claim(path);
		}
		catch (IOException ex) {
			throw new EmbeddedDatabaseException(
					"A throw-away database needs room in the folder for temporary files, which failed (%s)."
						.formatted(ex),
					"Make room in %s, or name another folder with -Djava.io.tmpdir."
						.formatted(System.getProperty("java.io.tmpdir")),
					ex);
		}
	}

	private static void sweep(Path newest) throws IOException {
		try (Stream<Path> siblings = Files.list(newest.getParent())) {
			List<Path> old = siblings.filter((path) -> path.getFileName().toString().startsWith(PREFIX))
				.filter((path) -> isLeftOver(path, newest))
				.toList();
			old.forEach(ThrowAwayFolders::clear);
		}
	}

	private static boolean isLeftOver(Path path, Path newest) {
		try {
			return Files.getOwner(path).equals(Files.getOwner(newest)) && Files.getLastModifiedTime(path)
				.toInstant()
				.isBefore(Files.getLastModifiedTime(newest).toInstant().minus(GRACE));
		}
		catch (IOException ex) {
			return false; // gone meanwhile
		}
	}

	private static void clear(Path path) {
		try (DataFolder folder = DataFolder.claim(path)) {
			new PostgresServer(folder, PostgresPrograms.unpackedFor(path)).stopIfLeftBehind();
			FileSystemUtils.deleteRecursively(path);
		}
		catch (EmbeddedDatabaseException ex) {
			log.debug("Left {} alone", path, ex); // in use
		}
		catch (IOException ex) {
			log.warn("What a killed process left could not be removed: {}", path, ex);
		}
	}

}
