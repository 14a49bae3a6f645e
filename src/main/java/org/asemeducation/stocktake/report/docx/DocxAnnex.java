package org.asemeducation.stocktake.report.docx;

import java.io.IOException;
import java.io.OutputStream;

import org.asemeducation.stocktake.report.document.AnnexComposition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;
import org.asemeducation.stocktake.report.model.TemplateSource;

import org.springframework.stereotype.Component;

/**
 * The annex of a report as a Word document of its own, in landscape: a table with a head
 * on every page.
 */
@Component
public class DocxAnnex implements ReportWriter {

	private final TemplateSource templates;

	/**
	 * A writer.
	 * @param templates where it finds the templates
	 */
	public DocxAnnex(TemplateSource templates) {
		this.templates = templates;
	}

	@Override
	public void write(ReportModel report, OutputStream out) throws IOException {
		Document document = AnnexComposition.of(report);
		Look look = Look.of("annex.xml", report.template(), this.templates);
		WordFile.write(document, look, WordFile.NO_PICTURES, (xml, links, pictures) -> {
			xml.open("AnnexTitle", "").text(document.title()).close();
			xml.open("AnnexSubtitle", "").text(document.subtitle()).close();
			xml.open("Source", "").text(document.edition()).close();
			for (String line : document.imprint()) {
				xml.open("Imprint", "").text(line).close();
			}
			new Body(xml, links, pictures, look.width()).blocks(document.sections().get(0));
		}, out);
	}

}
