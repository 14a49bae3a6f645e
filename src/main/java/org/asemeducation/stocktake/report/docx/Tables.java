package org.asemeducation.stocktake.report.docx;

import java.io.IOException;
import java.util.List;

import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Paragraphs;

/**
 * Writes tables with a numbered caption and a head that is repeated on every page; no
 * cell is empty, no row is torn.
 */
final class Tables {

	/** The width between the margins, in twentieths of a point. */
	private static final int WIDTH = 9638;

	private final WordXml xml;

	private final Links links;

	Tables(WordXml xml, Links links) {
		this.xml = xml;
		this.links = links;
	}

	void write(Table table) throws IOException {
		this.xml.open("Caption", "")
			.text("Table ")
			.field("SEQ Table \\* ARABIC", String.valueOf(table.number()))
			.text(": " + table.caption())
			.close();
		this.xml.tag("""
				<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="%1$s" w:type="dxa"/>\
				<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" \
				w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="%2$s"/></w:tblPr><w:tblGrid>""",
				WIDTH, table.caption());
		for (Table.Column column : table.columns()) {
			this.xml.tag("<w:gridCol w:w=\"%s\"/>", width(column));
		}
		this.xml.tag("</w:tblGrid>\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
		for (Table.Column column : table.columns()) {
			cell(column, Phrase.of(column.title()), column.counted() ? "TableHeadNumber" : "TableHead");
		}
		this.xml.tag("</w:tr>\n");
		for (List<Phrase> row : table.rows()) {
			row(table, row);
		}
		this.xml.tag("</w:tbl>\n");
	}

	/** A row that may be longer than a page is allowed to break. */
	private void row(Table table, List<Phrase> row) throws IOException {
		boolean isShort = row.stream().mapToInt((it) -> it.text().length()).sum() < 1_500;
		this.xml.tag(isShort ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>" : "<w:tr>");
		for (int i = 0; i < row.size(); i++) {
			Table.Column column = table.columns().get(i);
			cell(column, row.get(i), column.counted() ? "TableNumber" : "TableText");
		}
		this.xml.tag("</w:tr>\n");
	}

	private void cell(Table.Column column, Phrase phrase, String style) throws IOException {
		this.xml.tag("<w:tc><w:tcPr><w:tcW w:w=\"%s\" w:type=\"dxa\"/></w:tcPr>", width(column));
		List<String> paragraphs = Paragraphs.of(phrase.text());
		for (String paragraph : paragraphs.isEmpty() ? List.of("–") : paragraphs) {
			this.xml.open(style, paragraph);
			this.links.phrase(new Phrase(paragraph, phrase.target()));
			this.xml.close();
		}
		this.xml.tag("</w:tc>");
	}

	private static int width(Table.Column column) {
		return WIDTH * column.percent() / 100;
	}

}
