package org.asemeducation.stocktake.update.files;

import java.util.List;
import java.util.Locale;

import org.springframework.http.MediaType;

/**
 * The kinds of files that are taken.
 */
enum FileType {

	JPEG("JPEG picture", MediaType.IMAGE_JPEG, "jpg", "jpeg", "jpe", "jfif"),
	PNG("PNG picture", MediaType.IMAGE_PNG, "png"), WEBP("WebP picture", MediaType.valueOf("image/webp"), "webp"),
	PDF("PDF file", MediaType.APPLICATION_PDF, "pdf"),
	DOCX("Word file", MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
			"docx"),
	XLSX("Excel file", MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "xlsx"),
	/** A mail as it was saved: only where an update came from. */
	EML("mail", MediaType.valueOf("message/rfc822"), "eml");

	private final String words;

	private final MediaType mediaType;

	private final List<String> endings;

	FileType(String words, MediaType mediaType, String... endings) {
		this.words = words;
		this.mediaType = mediaType;
		this.endings = List.of(endings);
	}

	boolean isPicture() {
		return this == JPEG || this == PNG || this == WEBP;
	}

	/** With its article, as in "an Excel file". */
	String words() {
		return ((this == XLSX) ? "an " : "a ") + this.words;
	}

	MediaType mediaType() {
		return this.mediaType;
	}

	String ending() {
		return this.endings.get(0);
	}

	boolean mayEnd(String ending) {
		return this.endings.contains(ending.toLowerCase(Locale.ROOT));
	}

	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	static FileType of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT));
	}

}
