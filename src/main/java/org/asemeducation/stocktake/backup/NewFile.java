package org.asemeducation.stocktake.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that bears its name only once it is whole, and that its owner alone can read.
 */
final class NewFile implements AutoCloseable {

	private final Path file;

	private final Path part;

	private final OutputStream stream;

	private NewFile(Path file, Path part) throws IOException {
		this.file = file;
		this.part = part;
		this.stream = Files.newOutputStream(part);
	}

	static NewFile at(Path file) throws IOException {
		if (Files.exists(file)) {
			throw new BackupRefused("%s exists already: name another file.".formatted(file));
		}
		Path part = file.resolveSibling(file.getFileName() + ".part");
		try {
			Files.createFile(part, forOwner());
		}
		catch (FileAlreadyExistsException ex) {
			throw new BackupRefused(
					"%s exists already: another backup is being written there, or was interrupted; then delete it."
						.formatted(part),
					ex);
		}
		return new NewFile(file, part);
	}

	OutputStream stream() {
		return this.stream;
	}

	/** Gives it its name. */
	void keep() throws IOException {
		this.stream.close();
		Files.move(this.part, this.file, StandardCopyOption.ATOMIC_MOVE);
	}

	@Override
	public void close() throws IOException {
		this.stream.close();
		Files.deleteIfExists(this.part);
	}

	private static FileAttribute<?>[] forOwner() {
		boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

}
