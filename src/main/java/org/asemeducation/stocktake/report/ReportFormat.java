package org.asemeducation.stocktake.report;

import java.nio.charset.StandardCharsets;

import org.springframework.http.MediaType;

/**
 * The formats a report is handed out in.
 */
enum ReportFormat {

	HTML("html", new MediaType("text", "html", StandardCharsets.UTF_8)),

	DOCX("docx", new MediaType("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")),

	JSON("json", MediaType.APPLICATION_JSON);

	private final String ending;

	private final MediaType type;

	ReportFormat(String ending, MediaType type) {
		this.ending = ending;
		this.type = type;
	}

	String ending() {
		return this.ending;
	}

	MediaType type() {
		return this.type;
	}

}
