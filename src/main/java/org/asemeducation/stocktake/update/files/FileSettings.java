package org.asemeducation.stocktake.update.files;

import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large files may be, and where they lie until they are checked.
 *
 * @param largest of one file
 * @param folder for files that are arriving; empty for the system's folder for temporary
 * files
 * @param atOnce how many may arrive at this node at the same time
 */
@ConfigurationProperties("stocktake.files")
record FileSettings(@DefaultValue("20MB") DataSize largest, @DefaultValue("") String folder,
		@DefaultValue("40") int atOnce) {

	/** Of one update. */
	static final int MOST = 500;

	FileSettings {
		if (largest.toBytes() < 1 || largest.toMegabytes() > 1024) {
			throw new IllegalArgumentException(
					"stocktake.files.largest is %s: give a size of at most 1024MB, such as 20MB.".formatted(largest));
		}
		if (atOnce < 1) {
			throw new IllegalArgumentException("stocktake.files.at-once is %d: give at least 1.".formatted(atOnce));
		}
		if (!folder.isEmpty() && !Files.isWritable(Path.of(folder))) {
			throw new IllegalArgumentException(
					"stocktake.files.folder is \"%s\": give a folder that exists and can be written to."
						.formatted(folder));
		}
	}

	Path place() {
		return Path.of(this.folder.isEmpty() ? System.getProperty("java.io.tmpdir") : this.folder);
	}

}
