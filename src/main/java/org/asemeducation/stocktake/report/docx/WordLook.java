package org.asemeducation.stocktake.report.docx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.report.document.Document;

/**
 * How a Word file looks: styles, lists, headers, footers and page. Either the house's
 * own, or taken from a template that somebody made in Word.
 *
 * @param parts of the file by their names, but for its text, in which placeholders are
 * filled
 * @param types what stands in the list of content types for them
 * @param relationships of the text to them
 * @param upright the page of a report
 * @param across the page of an annex
 */
public record WordLook(Map<String, byte[]> parts, String types, String relationships, Page upright, Page across) {

	/**
	 * What somebody can begin a template with: the house's look, with a line in each of
	 * its styles.
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public static void writeHouse(OutputStream out) throws IOException {
		Document document = new Document("{title}", "{subtitle}", "{edition}", false, List.of(),
				"Template for the Word files of reports", "2020-01-01T00:00:00Z", List.of());
		WordFile.write(document, "document.xml", WordFile.NO_PICTURES, (xml, links, pictures) -> {
			for (Map.Entry<String, String> style : TemplateStyles.house().entrySet()) {
				xml.open(style.getKey(), "").text(style.getValue()).close();
			}
		}, out);
	}

	/**
	 * The look of a template.
	 * @param docx a Word file of at most 4 MB
	 * @return its styles by the house's names, and what the house has where it has none
	 * @throws IllegalArgumentException with a sentence that says what is wrong with it
	 */
	public static WordLook of(byte[] docx) {
		return new TemplateReader(TemplateParts.of(docx)).read();
	}

	/**
	 * A page.
	 *
	 * @param section its size, its margins, its headers and footers
	 * @param width between the margins, in twentieths of a point
	 */
	public record Page(String section, int width) {
	}

}
