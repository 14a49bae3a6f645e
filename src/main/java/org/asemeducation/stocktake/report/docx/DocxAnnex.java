package org.asemeducation.stocktake.report.docx;

import java.io.IOException;
import java.io.OutputStream;

import org.asemeducation.stocktake.report.document.AnnexComposition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;

import org.springframework.stereotype.Component;

/**
 * The annex of a report as a Word document of its own, in landscape: a table with a head
 * on every page.
 */
@Component
public class DocxAnnex implements ReportWriter {

	/** The width between the margins, in twentieths of a point. */
	static final int WIDTH = 14_560;

	@Override
	public void write(ReportModel report, OutputStream out) throws IOException {
		Document document = AnnexComposition.of(report);
		WordFile.write(document, "annex.xml", WordFile.NO_PICTURES, (xml, links, pictures) -> {
			xml.open("AnnexTitle", "").text(document.title()).close();
			xml.open("AnnexSubtitle", "").text(document.subtitle()).close();
			xml.open("Source", "").text(document.edition()).close();
			for (String line : document.imprint()) {
				xml.open("Imprint", "").text(line).close();
			}
			new Body(xml, links, pictures, WIDTH).blocks(document.sections().get(0));
		}, out);
	}

}
