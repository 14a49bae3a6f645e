package org.asemeducation.stocktake.report.docx;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.asemeducation.stocktake.report.document.Block.Phrase;

/**
 * Writes phrases that lead somewhere, and remembers the addresses: Word wants them in a
 * part of their own.
 */
final class Links {

	private final WordXml xml;

	private final Map<String, String> idByAddress = new LinkedHashMap<>();

	Links(WordXml xml) {
		this.xml = xml;
	}

	/** A printed document shows where a named link leads. */
	void phrase(Phrase phrase) throws IOException {
		String target = phrase.target();
		if (target == null) {
			this.xml.text(phrase.text());
		}
		else if (target.startsWith("#")) {
			this.xml.tag("<w:hyperlink w:anchor=\"%s\" w:history=\"1\">", bookmark(target.substring(1)))
				.text(phrase.text(), "Hyperlink")
				.tag("</w:hyperlink>");
		}
		else {
			String id = this.idByAddress.computeIfAbsent(target, (address) -> "link" + (this.idByAddress.size() + 1));
			this.xml.tag("<w:hyperlink r:id=\"%s\" w:history=\"1\">", id)
				.text(phrase.text(), "Hyperlink")
				.tag("</w:hyperlink>");
			if (!target.equals(phrase.text())) {
				this.xml.text(" – " + target);
			}
		}
	}

	/** The part that holds the addresses, beside the fixed ones. */
	void writeRelationships(WordXml part, String fixed, Pictures pictures) throws IOException {
		part.tag(fixed.substring(0, fixed.lastIndexOf("</Relationships>")));
		for (Map.Entry<String, String> link : this.idByAddress.entrySet()) {
			part.tag(
					"<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
							+ "hyperlink\" Target=\"%s\" TargetMode=\"External\"/>\n",
					link.getValue(), link.getKey());
		}
		pictures.writeRelationships(part);
		part.tag("</Relationships>\n");
	}

	/** Word's bookmarks have at most 40 letters, digits and underscores. */
	static String bookmark(String id) {
		String name = "s_" + id.replace('-', '_');
		return (name.length() > 40) ? name.substring(0, 40) : name;
	}

}
