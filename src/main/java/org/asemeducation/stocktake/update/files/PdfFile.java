package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the frame of a PDF: its version, its end, the place of its table of contents,
 * and that nothing else hangs behind it.
 */
final class PdfFile {

	private static final Pattern VERSION = Pattern.compile("%PDF-[12]\\.\\d");

	private static final Pattern END = Pattern.compile("startxref\\s+(\\d{1,12})\\s+%%EOF\\s*\u0000*$");

	private static final Pattern TABLE = Pattern.compile("^\\s*(?:xref|\\d+\\s+\\d+\\s+obj)");

	private static final int TAIL = 2048;

	/** How far the end of an archive can stand before the end of a file. */
	private static final int ARCHIVE = 66_000;

	private PdfFile() {
	}

	static void check(Path file) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			if (!VERSION.matcher(read(in, 0, 16)).lookingAt()) {
				throw NotTaken.damaged();
			}
			Matcher end = END.matcher(read(in, in.length() - TAIL, TAIL));
			if (!end.find() || Long.parseLong(end.group(1)) >= in.length()
					|| !TABLE.matcher(read(in, Long.parseLong(end.group(1)), 64)).find()) {
				throw NotTaken.damaged();
			}
			if (read(in, in.length() - ARCHIVE, ARCHIVE).contains("PK\u0005\u0006")) {
				throw new NotTaken("it is a PDF and an archive at once. Print it to PDF again and attach that.");
			}
		}
	}

	private static String read(RandomAccessFile in, long from, int most) throws IOException {
		long start = Math.max(0, from);
		byte[] bytes = new byte[(int) Math.min(most, in.length() - start)];
		in.seek(start);
		in.readFully(bytes);
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

}
