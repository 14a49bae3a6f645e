package org.asemeducation.stocktake.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A backup that is read.
 */
final class BackupFile implements AutoCloseable {

	private final Path file;

	private final ZipFile zip;

	private final Manifest manifest;

	private BackupFile(Path file, ZipFile zip) throws IOException {
		this.file = file;
		this.zip = zip;
		try (InputStream json = entry(Manifest.NAME)) {
			this.manifest = Manifest.read(json.readAllBytes());
		}
	}

	/**
	 * Opens a backup and reads it from end to end.
	 * @throws BackupRefused when it is no backup, is damaged, or is of another kind than
	 * this release reads
	 */
	static BackupFile open(Path file) {
		if (!Files.isReadable(file) || Files.isDirectory(file)) {
			throw new BackupRefused("%s: there is no such file, or it cannot be read.".formatted(file));
		}
		try {
			ZipFile zip = new ZipFile(file.toFile());
			try {
				BackupFile backup = new BackupFile(file, zip);
				backup.check();
				return backup;
			}
			catch (IOException | RuntimeException ex) {
				zip.close();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new BackupRefused(
					"%s is no backup of Stocktake, or it is damaged or cut short (%s). Take another one."
						.formatted(file, ex.getMessage()),
					ex);
		}
	}

	Manifest manifest() {
		return this.manifest;
	}

	/**
	 * The rows of a table.
	 * @return to be closed
	 */
	InputStream rows(Manifest.Table table) throws IOException {
		return entry(table.entry());
	}

	private InputStream entry(String name) throws IOException {
		Optional<ZipEntry> entry = Optional.ofNullable(this.zip.getEntry(name));
		return this.zip.getInputStream(entry.orElseThrow(() -> new IOException("%s is missing".formatted(name))));
	}

	private void check() throws IOException {
		if (this.manifest.format() > Manifest.FORMAT) {
			throw new BackupRefused(newer());
		}
		for (Manifest.Table table : this.manifest.tables()) {
			if (!Sha256.of(rows(table)).equals(table.sha256())) {
				throw new IOException("the rows of %s are not those that were written".formatted(table.name()));
			}
		}
	}

	/** Why a backup of a later release is refused. */
	String newer() {
		return "%s was written by a newer Stocktake (%s, schema %s) than this one (%s): restore it with that release."
			.formatted(this.file, this.manifest.stocktake(), this.manifest.schema(), ThisRelease.version());
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

}
