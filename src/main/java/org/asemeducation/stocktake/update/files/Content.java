package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Says by its first bytes what a file holds, whatever it is called.
 */
final class Content {

	private static final String TAKEN = "Pictures are taken as JPEG, PNG or WebP, documents as PDF, Word (.docx) or Excel (.xlsx).";

	private static final int FIRST = 512;

	private Content() {
	}

	static FileType of(Path file) throws IOException {
		byte[] first;
		try (InputStream in = Files.newInputStream(file)) {
			first = in.readNBytes(FIRST);
		}
		if (first.length == 0) {
			throw new NotTaken("it is empty.");
		}
		String latin = new String(first, StandardCharsets.ISO_8859_1);
		if (latin.startsWith("\u00FF\u00D8\u00FF")) {
			return FileType.JPEG;
		}
		if (latin.startsWith("\u0089PNG\r\n\u001A\n")) {
			return FileType.PNG;
		}
		if (latin.startsWith("RIFF") && latin.startsWith("WEBP", 8)) {
			return FileType.WEBP;
		}
		if (latin.startsWith("%PDF-")) {
			return FileType.PDF;
		}
		if (latin.startsWith("PK\u0003\u0004")) {
			return OfficeFile.typeOf(file);
		}
		if (MailFile.beginsLike(latin)) {
			return FileType.EML;
		}
		throw new NotTaken(other(latin));
	}

	private static String other(String latin) {
		if (latin.startsWith("\u00D0\u00CF\u0011\u00E0")) {
			return "it is protected by a password, or made by an old version of Office. Save it without a password as .docx or .xlsx and attach that.";
		}
		if (latin.startsWith("ftyp", 4)) {
			return "it is a film, or a picture that only some devices show (HEIC, AVIF). Save the picture as JPEG and attach that.";
		}
		if (latin.startsWith("GIF8")) {
			return "it is a GIF. Save it as PNG and attach that.";
		}
		String text = latin.stripLeading().toLowerCase(Locale.ROOT);
		if (text.startsWith("<") || text.startsWith("\u00EF\u00BB\u00BF<")) {
			return "it holds a web page or a drawing in code, whatever its name says. " + TAKEN;
		}
		if (latin.startsWith("MZ") || latin.startsWith("\u007FELF") || latin.startsWith("#!")) {
			return "it holds a program, whatever its name says. " + TAKEN;
		}
		return "it holds something else than its name says, or something that is not taken. " + TAKEN;
	}

}
