package org.asemeducation.stocktake.report.docx;

import java.io.IOException;
import java.io.OutputStream;

import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.PictureSource;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;

import org.springframework.stereotype.Component;

/**
 * The report as a Word document: a cover, the contents, the chapters.
 */
@Component
public class DocxReport implements ReportWriter {

	/** The width between the margins, in twentieths of a point. */
	private static final int WIDTH = 9638;

	private final PictureSource pictures;

	/**
	 * A writer.
	 * @param pictures where it finds the pictures
	 */
	public DocxReport(PictureSource pictures) {
		this.pictures = pictures;
	}

	/**
	 * Writes a document without a table of contents.
	 * @param document what to write
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void write(Document document, OutputStream out) throws IOException {
		WordFile.write(document, "document.xml", this.pictures, (xml, links, pictures) -> {
			head(document, xml);
			Body body = new Body(xml, links, pictures, WIDTH);
			for (Section section : document.sections()) {
				body.chapter(section);
			}
		}, out);
	}

	@Override
	public void write(ReportModel report, OutputStream out) throws IOException {
		Document document = Composition.of(report);
		WordFile.write(document, "document.xml", this.pictures, (xml, links, pictures) -> {
			head(document, xml);
			new Contents(xml).write(document.sections());
			Body body = new Body(xml, links, pictures, WIDTH);
			for (Section section : document.sections()) {
				body.chapter(section);
			}
		}, out);
	}

	private static void head(Document document, WordXml xml) throws IOException {
		xml.open("Title", "").text(document.title()).close();
		xml.open("Subtitle", "").text(document.subtitle()).close();
		xml.open("Edition", "").text(document.edition()).close();
		for (String line : document.imprint()) {
			xml.open("Imprint", "").text(line).close();
		}
	}

}
