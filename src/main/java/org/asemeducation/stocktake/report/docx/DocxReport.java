package org.asemeducation.stocktake.report.docx;

import java.io.IOException;
import java.io.OutputStream;

import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.PictureSource;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;
import org.asemeducation.stocktake.report.model.TemplateSource;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The report as a Word document: a cover, the contents, the chapters.
 */
@Component
public class DocxReport implements ReportWriter {

	private final PictureSource pictures;

	private final TemplateSource templates;

	/**
	 * A writer.
	 * @param pictures where it finds the pictures
	 * @param templates where it finds the templates
	 */
	public DocxReport(PictureSource pictures, TemplateSource templates) {
		this.pictures = pictures;
		this.templates = templates;
	}

	/**
	 * Writes a document without a table of contents.
	 * @param document what to write
	 * @param template the SHA-256 of the template it is written with; {@code null} for
	 * the house's own
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void write(Document document, @Nullable String template, OutputStream out) throws IOException {
		Look look = Look.of("document.xml", template, this.templates);
		WordFile.write(document, look, this.pictures, (xml, links, pictures) -> {
			head(document, xml);
			Body body = new Body(xml, links, pictures, look.width());
			for (Section section : document.sections()) {
				body.chapter(section);
			}
		}, out);
	}

	@Override
	public void write(ReportModel report, OutputStream out) throws IOException {
		Document document = Composition.of(report);
		Look look = Look.of("document.xml", report.template(), this.templates);
		WordFile.write(document, look, this.pictures, (xml, links, pictures) -> {
			head(document, xml);
			new Contents(xml).write(document.sections());
			Body body = new Body(xml, links, pictures, look.width());
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
