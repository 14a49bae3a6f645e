package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The password of the embedded database, drawn by lot and kept in a file that its owner
 * alone can read.
 */
record PostgresPassword(Path file) {

	static final String NAME = "postgres.password";

	/**
	 * Draws a new password.
	 * @return the file that has it
	 */
	Path create() throws IOException {
		byte[] secret = new byte[24];
		new SecureRandom().nextBytes(secret);
		Files.deleteIfExists(this.file);
		Files.createFile(this.file, forOwner());
		Files.writeString(this.file, HexFormat.of().formatHex(secret) + "\n");
		return this.file;
	}

	String read() throws IOException {
		try {
			return Files.readString(this.file).strip();
		}
		catch (NoSuchFileException ex) {
			throw new EmbeddedDatabaseException(
					"The password of the embedded database is missing: %s.".formatted(this.file),
					"Put the file back from a backup of the data folder, or move the folder away to begin with an empty one.",
					ex);
		}
	}

	private static FileAttribute<?>[] forOwner() {
		boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

}
