package org.asemeducation.stocktake.report.docx;

import java.io.IOException;
import java.io.OutputStream;

import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Document;

import org.springframework.stereotype.Component;

/**
 * A short document as a Word file: no cover, no contents.
 */
@Component
public class DocxText {

	/** The width between the margins, in twentieths of a point. */
	private static final int WIDTH = 9638;

	/**
	 * Writes it.
	 * @param document what to write
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void write(Document document, OutputStream out) throws IOException {
		WordFile.write(document, "document.xml", WordFile.NO_PICTURES, (xml, links, pictures) -> {
			xml.open("AnnexTitle", "").text(document.title()).close();
			xml.open("AnnexSubtitle", "").text(document.subtitle()).close();
			xml.open("Source", "").text(document.edition()).close();
			for (String line : document.imprint()) {
				xml.open("Imprint", "").text(line).close();
			}
			Body body = new Body(xml, links, pictures, WIDTH);
			for (Section section : document.sections()) {
				body.chapter(section);
			}
		}, out);
	}

}
