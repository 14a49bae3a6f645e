package org.asemeducation.stocktake.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import org.springframework.http.MediaType;

/**
 * The files a report is handed out in. A draft has no annex yet.
 */
enum ReportFormat {

	HTML("report.html", "The report as a page", new MediaType("text", "html", StandardCharsets.UTF_8)),

	DOCX("report.docx", "The report for Word",
			new MediaType("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")),

	JSON("report.json", "The report as open data", MediaType.APPLICATION_JSON),

	ANNEX("annex.docx", "The work plan for Word", DOCX.type),
	CHANGES("changes.html", "What was asked to change since the version before", HTML.type);

	private final String file;

	private final String title;

	private final MediaType type;

	ReportFormat(String file, String title, MediaType type) {
		this.file = file;
		this.title = title;
		this.type = type;
	}

	/**
	 * The format of a file.
	 * @param file such as {@code report.docx}
	 * @return nothing for a name that no file of a report bears
	 */
	static Optional<ReportFormat> of(String file) {
		return Arrays.stream(values()).filter((it) -> it.file.equals(file)).findFirst();
	}

	String file() {
		return this.file;
	}

	/**
	 * Whether every sealed version has it; changes come with those that follow another.
	 */
	boolean isAlwaysSealed() {
		return this != CHANGES;
	}

	/** What the file is to its reader. */
	String title() {
		return this.title;
	}

	MediaType type() {
		return this.type;
	}

	/** What a browser calls it when it is saved, after the cycle's name. */
	String savedAs(String suffix) {
		return (this == CHANGES) ? "-changes%s.html".formatted(suffix)
				: (this == ANNEX) ? "-work-plan%s.docx".formatted(suffix)
						: "-stocktaking-report%s%s".formatted(suffix, this.file.substring(this.file.indexOf('.')));
	}

}
