package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL programs that come in a jar, unpacked once for each user and version.
 */
final class PostgresBinaries {

	private static final boolean POSIX = java.io.File.separatorChar == '/';

	private PostgresBinaries() {
	}

	/**
	 * Unpacks the programs for this machine unless they are there.
	 * @param fallback where to put them when the user's own cache cannot be written
	 * @return the folder that holds {@code bin}, {@code lib} and {@code share}
	 */
	static Path unpack(Path fallback) throws IOException {
		String name = "postgres-" + fingerprint();
		Path cache = Path.of(System.getProperty("user.home"), ".cache", "stocktake");
		try {
			return unpack(cache, name);
		}
		catch (IOException ex) {
			return unpack(fallback, name);
		}
	}

	private static Path unpack(Path parent, String name) throws IOException {
		Path home = parent.resolve(name);
		if (!Files.isDirectory(home)) {
			Files.createDirectories(parent);
			Path unfinished = Files.createTempDirectory(parent, name + ".");
			try {
				extract(unfinished);
				Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
			}
			catch (IOException ex) {
				FileSystemUtils.deleteRecursively(unfinished);
				if (!Files.isDirectory(home)) {
					throw ex;
				}
			}
		}
		return home.toRealPath();
	}

	private static void extract(Path target) throws IOException {
		try (TarArchiveInputStream archive = new TarArchiveInputStream(new XZInputStream(archive()))) {
			for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
				Path path = target.resolve(entry.getName()).normalize();
				if (!path.startsWith(target)) {
					throw new IOException("The archive leads out of its folder: " + entry.getName());
				}
				write(archive, entry, path);
			}
		}
	}

	private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path path) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(path);
			return;
		}
		Files.createDirectories(path.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
			return;
		}
		try {
			Files.copy(archive, path);
		}
		catch (FileAlreadyExistsException ex) {
			return;
		}
		if (POSIX && (entry.getMode() & 0100) != 0) {
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
		}
	}

	private static String fingerprint() throws IOException {
		try (DigestInputStream archive = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
			archive.transferTo(java.io.OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(archive.getMessageDigest().digest(), 0, 6);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static InputStream archive() throws IOException {
		return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(operatingSystem(), System.getProperty("os.arch"));
	}

	private static String operatingSystem() {
		String name = System.getProperty("os.name");
		if (name.startsWith("Windows")) {
			return "Windows";
		}
		return name.startsWith("Mac") ? "Darwin" : name;
	}

}
