package org.asemeducation.stocktake.report.docx;

import java.io.IOException;
import java.util.List;

import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Section;

/**
 * Writes the contents: a field that Word can work out anew, filled with entries that
 * already lead where they say. Page numbers come when Word does so.
 */
final class Contents {

	private static final int DEPTH = 3;

	private final WordXml xml;

	private boolean begun;

	Contents(WordXml xml) {
		this.xml = xml;
	}

	void write(List<Section> sections) throws IOException {
		this.xml.open("TOCHeading", "").text("Contents").close();
		entries(sections, 1);
		this.xml.tag("<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
			.close();
	}

	private void entries(List<? extends Block> blocks, int level) throws IOException {
		for (Block block : blocks) {
			if (block instanceof Section section && level <= DEPTH) {
				entry(section, level);
				entries(section.blocks(), level + 1);
			}
		}
	}

	private void entry(Section section, int level) throws IOException {
		this.xml.open("TOC" + level, "");
		if (!this.begun) {
			this.xml.tag("<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r>"
					+ "<w:instrText xml:space=\"preserve\"> TOC \\o \"1-3\" \\h \\z \\u </w:instrText></w:r>"
					+ "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
			this.begun = true;
		}
		this.xml.tag("<w:hyperlink w:anchor=\"%s\" w:history=\"1\">", Links.bookmark(section.id()))
			.text(Body.heading(section))
			.tag("<w:r><w:tab/></w:r>")
			.field("PAGEREF " + Links.bookmark(section.id()) + " \\h", "")
			.tag("</w:hyperlink>")
			.close();
	}

}
