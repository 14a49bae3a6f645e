package org.asemeducation.stocktake.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.document.Sheets;
import org.asemeducation.stocktake.report.docx.DocxAnnex;
import org.asemeducation.stocktake.report.docx.DocxReport;
import org.asemeducation.stocktake.report.html.FileLinks;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;
import org.asemeducation.stocktake.report.pdf.PdfAnnex;
import org.asemeducation.stocktake.report.pdf.PdfReport;
import org.asemeducation.stocktake.report.table.AnnexTable;
import org.asemeducation.stocktake.report.table.ReportTable;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Who writes which file of a report.
 */
@Component
public class ReportWriters {

	private final HtmlReport html;

	private final DocxReport docx;

	private final Map<ReportFormat, ReportWriter> writers;

	ReportWriters(HtmlReport html, DocxReport docx, JsonReport json, PdfReport pdf, ReportTable table, DocxAnnex annex,
			PdfAnnex annexPdf, AnnexTable annexTable) {
		this.html = html;
		this.docx = docx;
		this.writers = Map.of(ReportFormat.HTML, html, ReportFormat.DOCX, docx, ReportFormat.JSON, json,
				ReportFormat.PDF, pdf, ReportFormat.XLSX, table::xlsx, ReportFormat.CSV, table::csv, ReportFormat.ANNEX,
				annex, ReportFormat.ANNEX_PDF, annexPdf, ReportFormat.ANNEX_XLSX, annexTable);
	}

	/**
	 * The files of a report that lie beside each other.
	 * @param report a version; one that came to officials has an annex too
	 * @return the writers by the name of their file
	 */
	public Map<String, ReportWriter> byFile(ReportModel report) {
		Map<String, ReportWriter> files = new LinkedHashMap<>();
		for (ReportFormat format : ReportFormat.values()) {
			if (format != ReportFormat.CHANGES && (report.workPlan() != null || !format.isOfTheAnnex())) {
				files.put(format.file(), this.writers.get(format));
			}
		}
		return files;
	}

	/**
	 * The fact sheets of a report as pages and Word files of their own, which lie beside
	 * each other and beside {@code index.html}, which leads to them.
	 * @param report a version
	 * @param files takes them, one after the other
	 * @throws IOException when a stream fails
	 */
	public void writeSheets(ReportModel report, SheetFiles files) throws IOException {
		Document whole = Composition.of(report);
		try (OutputStream out = files.open("index.html")) {
			this.html.write(Sheets.index(whole), out);
		}
		for (Map.Entry<String, Document> sheet : Sheets.of(whole, (id) -> id + ".html").entrySet()) {
			try (OutputStream out = files.open(sheet.getKey() + ".html")) {
				this.html.write(sheet.getValue(), out);
			}
		}
		for (Map.Entry<String, Document> sheet : Sheets.of(whole, (id) -> null).entrySet()) {
			try (OutputStream out = files.open(sheet.getKey() + ".docx")) {
				this.docx.write(sheet.getValue(), report.template(), out);
			}
		}
	}

	void writeSheet(Document sheet, @Nullable String template, ReportFormat format, OutputStream out)
			throws IOException {
		if (format == ReportFormat.HTML) {
			this.html.write(sheet, out);
		}
		else {
			this.docx.write(sheet, template, out);
		}
	}

	void write(ReportFormat format, ReportModel report, FileLinks links, OutputStream out) throws IOException {
		if (format == ReportFormat.HTML) {
			this.html.write(report, links, out);
		}
		else {
			this.writers.get(format).write(report, out);
		}
	}

	void write(Document changes, OutputStream out) throws IOException {
		this.html.write(changes, out);
	}

	/** Where the files of fact sheets go. */
	@FunctionalInterface
	public interface SheetFiles {

		/**
		 * Opens one.
		 * @param name of the file
		 * @return where its bytes go
		 * @throws IOException when it cannot be opened
		 */
		OutputStream open(String name) throws IOException;

	}

}
