package org.asemeducation.stocktake.report.round;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.document.Withdrawing;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.Picture;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.update.files.NoLongerAgreed;

/**
 * The draft of a round as it is read.
 *
 * @param edition which draft it is, and from when
 * @param passages what can be commented on
 * @param html as it will print, each passage with its id
 * @param pictures those that it shows, by their checksum
 */
record ReadDraft(String edition, Passages passages, String html, Map<String, Picture> pictures) {

	/**
	 * Puts it together.
	 * @param report the version that goes round
	 * @param gone what may no longer be shown of it
	 * @param address of its pictures, with their checksum after it
	 */
	static ReadDraft of(ReportModel report, NoLongerAgreed.Gone gone, String address) {
		Map<String, Picture> pictures = new HashMap<>();
		Document document = new Withdrawing((picture) -> gone.files().contains(picture.file()),
				(words) -> gone.words().contains(words.strip()))
			.from(Composition.of(report));
		StringWriter html = new StringWriter();
		try {
			HtmlReport.writePassages(document, (picture) -> {
				pictures.put(picture.sha256(), picture);
				return Optional.of(address + picture.sha256());
			}, html);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new ReadDraft(document.edition(), Passages.of(document), html.toString(), Map.copyOf(pictures));
	}

}
