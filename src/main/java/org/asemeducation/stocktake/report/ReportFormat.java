package org.asemeducation.stocktake.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.springframework.http.MediaType;

/**
 * The files a report is handed out in. A draft has no annex yet.
 */
enum ReportFormat {

	HTML("report.html", "The report as a page", new MediaType("text", "html", StandardCharsets.UTF_8)),

	DOCX("report.docx", "The report for Word",
			new MediaType("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")),

	PDF("report.pdf", "The report to be printed", MediaType.APPLICATION_PDF),

	XLSX("report.xlsx", "The initiatives as a workbook",
			new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")),

	CSV("report.csv", "The initiatives as a table", new MediaType("text", "csv", StandardCharsets.UTF_8)),

	JSON("report.json", "The report as open data", MediaType.APPLICATION_JSON),

	ANNEX("annex.docx", "The work plan for Word", DOCX.type),

	ANNEX_PDF("annex.pdf", "The work plan to be printed", PDF.type),

	ANNEX_XLSX("annex.xlsx", "The work plan as a workbook", XLSX.type),

	CHANGES("changes.html", "What was asked to change since the version before", HTML.type);

	/** What versions have that were sealed before there were the others. */
	private static final Set<ReportFormat> OF_OLD = EnumSet.of(HTML, DOCX, JSON, ANNEX);

	private static final Set<ReportFormat> OF_THE_ANNEX = EnumSet.of(ANNEX, ANNEX_PDF, ANNEX_XLSX);

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
	 * Whether every sealed version has it; changes come with those that follow another,
	 * the files for print and spreadsheets with those that were sealed since there are
	 * such files.
	 */
	boolean isAlwaysSealed() {
		return OF_OLD.contains(this);
	}

	/** Whether it is a file of the annex, which a draft has not. */
	boolean isOfTheAnnex() {
		return OF_THE_ANNEX.contains(this);
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
		String kind = (this == CHANGES) ? "changes" : isOfTheAnnex() ? "work-plan" : "stocktaking-report";
		return "-%s%s%s".formatted(kind, suffix, this.file.substring(this.file.indexOf('.')));
	}

}
