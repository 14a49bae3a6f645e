package org.asemeducation.stocktake.report.round;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.ReportModel;

/**
 * The draft of a round as it is read.
 *
 * @param edition which draft it is, and from when
 * @param passages what can be commented on
 * @param html as it will print, each passage with its id
 */
record ReadDraft(String edition, Passages passages, String html) {

	static ReadDraft of(ReportModel report) {
		Document document = Composition.of(report);
		StringWriter html = new StringWriter();
		try {
			HtmlReport.writePassages(document, html);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new ReadDraft(document.edition(), Passages.of(document), html.toString());
	}

}
