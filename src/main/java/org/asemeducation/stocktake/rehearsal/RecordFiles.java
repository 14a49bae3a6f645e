package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.endorsement.record.DecisionRecord;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.pdf.PdfText;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Writes the decision record of a cycle of which something was sealed.
 */
@Component
@Profile(Rehearse.PROFILE)
class RecordFiles {

	private static final String PAGE = "decision-record.html";

	private static final String PDF = "decision-record.pdf";

	private final DecisionRecord record;

	private final SealedVersions sealed;

	private final HtmlReport html;

	private final PdfText pdf;

	RecordFiles(DecisionRecord record, SealedVersions sealed, HtmlReport html, PdfText pdf) {
		this.record = record;
		this.sealed = sealed;
		this.html = html;
		this.pdf = pdf;
	}

	void write(CycleName cycle, Path folder) throws IOException {
		Files.deleteIfExists(folder.resolve(PAGE));
		Files.deleteIfExists(folder.resolve(PDF));
		if (this.sealed.of(cycle).isEmpty()) {
			return;
		}
		Document document = this.record.of(cycle);
		try (OutputStream page = Files.newOutputStream(folder.resolve(PAGE));
				OutputStream print = Files.newOutputStream(folder.resolve(PDF))) {
			this.html.write(document, page);
			this.pdf.write(document, print);
		}
	}

}
