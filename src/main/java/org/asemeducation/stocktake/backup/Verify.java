package org.asemeducation.stocktake.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The command {@code verify}: whether a hand-over pack is whole and as it was made. A
 * plain backup is read through as before it is restored.
 */
public final class Verify {

	private static final String OTHER = "Take another copy of it.";

	private Verify() {
	}

	/**
	 * Runs the command.
	 * @param arguments what follows {@code verify}
	 * @param out where to say that it is whole
	 * @param problems where to say in a sentence what is wrong
	 * @return 0, or 1 when it is not whole
	 */
	public static int run(List<String> arguments, PrintStream out, PrintStream problems) {
		try {
			out.println(check(BackupCall.of("verify", "--from", arguments).file()));
			return 0;
		}
		catch (BackupRefused ex) {
			problems.println(ex.getMessage());
			return 1;
		}
	}

	/**
	 * Reads a pack from end to end.
	 * @return that it is whole, in a sentence
	 * @throws BackupRefused when it is not
	 */
	static String check(Path file) {
		if (!Files.isReadable(file) || Files.isDirectory(file)) {
			throw new BackupRefused("%s: there is no such file, or it cannot be read.".formatted(file));
		}
		try (ZipFile zip = new ZipFile(file.toFile())) {
			ZipEntry sums = zip.getEntry(PackManifest.SUMS);
			if (sums == null) {
				return backup(file, zip);
			}
			int checked = check(file, zip, read(zip, sums));
			return "%s is whole: %,d files have the checksums that they were made with. Its own SHA-256 is %s."
				.formatted(file, checked, Sha256.of(Files.newInputStream(file)));
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new BackupRefused("%s is no hand-over pack, or it is damaged or cut short (%s). %s".formatted(file,
					ex.getMessage(), OTHER), ex);
		}
	}

	private static String backup(Path file, ZipFile zip) {
		if (zip.getEntry(PackManifest.NAME) == null || zip.getEntry("archive/index.html") != null) {
			throw new BackupRefused("%s has no %s: it is no hand-over pack, or that file was taken out. %s"
				.formatted(file, PackManifest.SUMS, OTHER));
		}
		try (BackupFile backup = BackupFile.open(file)) {
			return "%s is whole. %s".formatted(file,
					backup.manifest().inWords().replaceFirst(",$", " as it was made."));
		}
		catch (IOException ex) {
			throw new BackupRefused("%s cannot be closed (%s).".formatted(file, ex.getMessage()), ex);
		}
	}

	private static Map<String, String> read(ZipFile zip, ZipEntry entry) throws IOException {
		Map<String, String> sums = new LinkedHashMap<>();
		try (InputStream in = zip.getInputStream(entry)) {
			for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
				if (!line.matches("[0-9a-f]{64}  .+")) {
					throw new IOException("%s is not as it was made".formatted(PackManifest.SUMS));
				}
				sums.put(line.substring(66), line.substring(0, 64));
			}
		}
		return sums;
	}

	private static int check(Path file, ZipFile zip, Map<String, String> sums) throws IOException {
		List<String> there = zip.stream()
			.map(ZipEntry::getName)
			.filter((name) -> !name.equals(PackManifest.SUMS))
			.toList();
		Set<String> found = Set.copyOf(there);
		for (String name : sums.keySet()) {
			if (!found.contains(name)) {
				throw new BackupRefused("%s lacks the file %s. %s".formatted(file, name, OTHER));
			}
		}
		for (String name : there) {
			if (!sums.containsKey(name)) {
				throw new BackupRefused(
						"%s has a file that was not in it when it was made: %s. %s".formatted(file, name, OTHER));
			}
		}
		if (there.size() != sums.size()) {
			throw new BackupRefused("%s has a file twice. %s".formatted(file, OTHER));
		}
		for (Map.Entry<String, String> sum : sums.entrySet()) {
			if (!sum.getValue().equals(sum(zip, sum.getKey()))) {
				throw new BackupRefused(
						"%s: the file %s is not the one that was made. %s".formatted(file, sum.getKey(), OTHER));
			}
		}
		return sums.size();
	}

	/** What cannot be unpacked any more has no checksum. */
	private static String sum(ZipFile zip, String name) {
		try {
			return Sha256.of(zip.getInputStream(zip.getEntry(name)));
		}
		catch (IOException ex) {
			return "";
		}
	}

}
