package org.asemeducation.stocktake.report.docx;

import java.io.IOException;
import java.util.List;

import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.document.Paragraphs;

/**
 * Writes tables with a numbered caption and a head that is repeated on every page; no
 * cell is empty, no row is torn, and rows of one group stay together as far as a page
 * allows.
 */
final class Tables {

	/** A row with more characters may be torn, a group with more may fall apart. */
	private static final int LONG = 1_500;

	private final WordXml xml;

	private final Links links;

	private final int width;

	/**
	 * Tables in a frame.
	 * @param width between the margins, in twentieths of a point
	 */
	Tables(WordXml xml, Links links, int width) {
		this.xml = xml;
		this.links = links;
		this.width = width;
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
				this.width, table.caption());
		for (Column column : table.columns()) {
			this.xml.tag("<w:gridCol w:w=\"%s\"/>", width(column));
		}
		this.xml.tag("</w:tblGrid>\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
		for (Column column : table.columns()) {
			cell(column, Phrase.of(column.title()), column.counted() ? "TableHeadNumber" : "TableHead", "");
		}
		this.xml.tag("</w:tr>\n");
		List<List<Phrase>> rows = table.rows();
		for (int i = 0; i < rows.size(); i++) {
			row(table, rows, i);
		}
		this.xml.tag("</w:tbl>\n");
	}

	/** A row that may be longer than a page is allowed to break. */
	private void row(Table table, List<List<Phrase>> rows, int number) throws IOException {
		List<Phrase> row = rows.get(number);
		boolean goesOn = table.goesOn(number + 1);
		boolean kept = goesOn && length(row) + length(rows.get(number + 1)) < LONG;
		this.xml.tag((length(row) < LONG) ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>" : "<w:tr>");
		for (int i = 0; i < row.size(); i++) {
			Column column = table.columns().get(i);
			if (table.isSaidAbove(number, i)) {
				this.xml.tag("<w:tc><w:tcPr><w:tcW w:w=\"%s\" w:type=\"dxa\"/><w:vMerge/></w:tcPr>", width(column));
				this.xml.open(kept ? "TableTextKept" : "TableText", "").close();
				this.xml.tag("</w:tc>");
			}
			else {
				boolean heads = goesOn && table.isSaidAbove(number + 1, i);
				String style = column.counted() ? "TableNumber" : kept ? "TableTextKept" : "TableText";
				cell(column, row.get(i), style, heads ? "<w:vMerge w:val=\"restart\"/>" : "");
			}
		}
		this.xml.tag("</w:tr>\n");
	}

	private static int length(List<Phrase> row) {
		return row.stream().mapToInt((it) -> it.text().length()).sum();
	}

	private void cell(Column column, Phrase phrase, String style, String merge) throws IOException {
		this.xml.tag("<w:tc><w:tcPr><w:tcW w:w=\"%s\" w:type=\"dxa\"/>", width(column)).tag(merge).tag("</w:tcPr>");
		List<String> paragraphs = Paragraphs.of(phrase.text());
		for (String paragraph : paragraphs.isEmpty() ? List.of("–") : paragraphs) {
			this.xml.open(style, paragraph);
			this.links.phrase(new Phrase(paragraph, phrase.target()));
			this.xml.close();
		}
		this.xml.tag("</w:tc>");
	}

	private int width(Column column) {
		return this.width * column.percent() / 100;
	}

}
