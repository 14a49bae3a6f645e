package org.asemeducation.stocktake.report.docx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Document;

import org.springframework.stereotype.Component;

/**
 * A short document as a Word file: no cover, no contents.
 */
@Component
public class DocxText {

	/**
	 * Writes it.
	 * @param document what to write
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void write(Document document, OutputStream out) throws IOException {
		write(document, (body) -> {
			for (Section section : document.sections()) {
				body.chapter(section);
			}
		}, out);
	}

	/**
	 * Writes it as one flow of pages: no section begins a page of its own.
	 * @param document what to write
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void writeInOne(Document document, OutputStream out) throws IOException {
		write(document, (body) -> body.blocks(new Section(Section.Kind.CHAPTER, "all", null, document.title(), null,
				null, List.copyOf(document.sections()))), out);
	}

	/**
	 * Writes it as one flow of pages in landscape, for wide tables.
	 * @param document what to write
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void writeWide(Document document, OutputStream out) throws IOException {
		write(document, new Look("annex.xml", null), (body) -> {
			for (Section section : document.sections()) {
				body.blocks(section);
			}
		}, out);
	}

	private static void write(Document document, Sections sections, OutputStream out) throws IOException {
		write(document, new Look("document.xml", null), sections, out);
	}

	private static void write(Document document, Look look, Sections sections, OutputStream out) throws IOException {
		WordFile.write(document, look, WordFile.NO_PICTURES, (xml, links, pictures) -> {
			xml.open("AnnexTitle", "").text(document.title()).close();
			xml.open("AnnexSubtitle", "").text(document.subtitle()).close();
			xml.open("Source", "").text(document.edition()).close();
			for (String line : document.imprint()) {
				xml.open("Imprint", "").text(line).close();
			}
			sections.in(new Body(xml, links, pictures, look.width()));
		}, out);
	}

	private interface Sections {

		void in(Body body) throws IOException;

	}

}
