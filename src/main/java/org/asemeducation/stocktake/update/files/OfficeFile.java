package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks into a Word or Excel file: it is an archive from its first to its last byte,
 * unpacks to a bearable size, has the parts that make it one, and holds no program.
 */
final class OfficeFile {

	private static final int END = 22;

	private static final int MOST_PARTS = 5_000;

	/** Unpacked. */
	private static final long LARGEST = 256L << 20;

	private OfficeFile() {
	}

	static FileType typeOf(Path file) throws IOException {
		requireNothingBehind(file);
		try (ZipFile archive = new ZipFile(file.toFile())) {
			Set<String> parts = parts(archive);
			return new OfficeParts(archive, parts).type();
		}
		catch (ZipException | IllegalArgumentException ex) {
			throw NotTaken.damaged();
		}
	}

	/** Neither a comment nor another file. */
	private static void requireNothingBehind(Path file) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			if (in.length() < END) {
				throw NotTaken.damaged();
			}
			in.seek(in.length() - END);
			if (in.readInt() != 0x504B0506) {
				throw NotTaken.damaged();
			}
		}
	}

	private static Set<String> parts(ZipFile archive) throws IOException {
		Set<String> parts = new HashSet<>();
		byte[] buffer = new byte[1 << 16];
		long unpacked = 0;
		Enumeration<? extends ZipEntry> entries = archive.entries();
		while (entries.hasMoreElements()) {
			ZipEntry entry = entries.nextElement();
			String name = entry.getName();
			if (parts.size() == MOST_PARTS || !parts.add(name.toLowerCase(Locale.ROOT)) || isElsewhere(name)) {
				throw NotTaken.damaged();
			}
			try (InputStream in = archive.getInputStream(entry)) {
				for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
					unpacked += read;
					if (unpacked > LARGEST) {
						throw new NotTaken("it unpacks to more than %d MB. Make it smaller.".formatted(LARGEST >> 20));
					}
				}
			}
		}
		return parts;
	}

	private static boolean isElsewhere(String name) {
		return name.startsWith("/") || name.contains("\\") || name.contains("../") || name.contains(":");
	}

}
