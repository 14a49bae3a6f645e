package org.asemeducation.stocktake.report.docx;

import java.io.IOException;

import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Chart;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Figures;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Illustration;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Quote;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Paragraph;

/**
 * Writes the blocks of a document as paragraphs in the styles of the template.
 */
final class Body {

	/** The level whose headings have a rule above them: there fact sheets begin. */
	private static final int FACT_SHEETS = 3;

	private final WordXml xml;

	private final Links links;

	private final Pictures pictures;

	private final Tables tables;

	private int bookmarks;

	/**
	 * A body in a frame.
	 * @param width between the margins, in twentieths of a point
	 */
	Body(WordXml xml, Links links, Pictures pictures, int width) {
		this.xml = xml;
		this.links = links;
		this.pictures = pictures;
		this.tables = new Tables(xml, links, width);
	}

	void chapter(Section chapter) throws IOException {
		section(chapter, 1, "");
	}

	/** What stands under a heading, where the head of the document is heading enough. */
	void blocks(Section chapter) throws IOException {
		for (Block block : chapter.blocks()) {
			block(block, 1, "");
		}
	}

	/**
	 * @param outer the colour of the part it stands in, as a character style
	 */
	private void section(Section section, int level, String outer) throws IOException {
		String colour = (section.objective() != null) ? "Objective" + section.objective() : outer;
		int bookmark = ++this.bookmarks;
		boolean small = section.kind() == Section.Kind.FIELD && level == FACT_SHEETS;
		(small ? this.xml.openWithoutRule("Heading" + level) : this.xml.open("Heading" + level, ""))
			.tag("<w:bookmarkStart w:id=\"%s\" w:name=\"%s\"/>", bookmark, Links.bookmark(section.id()))
			.text(heading(section), (level < 5) ? colour : "")
			.tag("<w:bookmarkEnd w:id=\"%s\"/>", bookmark)
			.close();
		for (Block block : section.blocks()) {
			block(block, level, colour);
		}
	}

	static String heading(Section section) {
		String label = (section.label() == null) ? ""
				: section.label() + ((section.kind() == Section.Kind.SHEET) ? " " : ": ");
		return label + section.title() + ((section.mark() != null) ? " (" + section.mark() + ")" : "");
	}

	private void block(Block block, int level, String colour) throws IOException {
		if (block instanceof Section section) {
			section(section, level + 1, colour);
		}
		else if (block instanceof Prose prose) {
			prose(prose);
		}
		else if (block instanceof Quote quote) {
			quote(quote);
		}
		else if (block instanceof Illustration illustration && this.pictures.has(illustration)) {
			this.pictures.write(illustration);
			this.xml.open("PictureCaption", illustration.caption().text());
			this.links.phrase(illustration.caption());
			this.xml.close();
		}
		else if (block instanceof Chart chart) {
			this.pictures.write(chart);
			this.xml.open("Caption", "")
				.text("Figure ")
				.field("SEQ Figure \\* ARABIC", String.valueOf(chart.number()))
				.text(": " + chart.caption())
				.close();
		}
		else if (block instanceof Facts facts) {
			for (Facts.Fact fact : facts.facts()) {
				this.xml.open("Fact", "")
					.text(fact.name(), "FactName")
					.tag("<w:r><w:tab/></w:r>")
					.text(fact.value())
					.close();
			}
		}
		else if (block instanceof Bullets bullets) {
			for (Phrase item : bullets.items()) {
				this.xml.open("ListBullet", item.text());
				this.links.phrase(item);
				this.xml.close();
			}
		}
		else if (block instanceof Figures figures) {
			for (Figures.Figure figure : figures.figures()) {
				this.xml.open("Figure", "")
					.text(figure.value(), "FigureValue")
					.tag("<w:r><w:tab/></w:r>")
					.text(figure.label())
					.close();
			}
		}
		else if (block instanceof Table table) {
			this.tables.write(table);
		}
	}

	private void quote(Quote quote) throws IOException {
		for (Paragraph paragraph : quote.paragraphs()) {
			paragraph("Quote", paragraph);
		}
		if (!quote.source().text().isEmpty()) {
			this.xml.open("QuoteSource", quote.source().text());
			this.links.phrase(quote.source());
			this.xml.close();
		}
	}

	private void prose(Prose prose) throws IOException {
		String style = switch (prose.tone()) {
			case PLAIN -> "BodyText";
			case HIGHLIGHT -> "Highlight";
			case NOTE -> "Note";
			case SOURCE -> "Source";
			case MISSING -> "Missing";
		};
		for (Paragraph paragraph : prose.paragraphs()) {
			paragraph(style, paragraph);
		}
	}

	/** A number is typed, not counted by Word: it must stay what the other files say. */
	private void paragraph(String style, Paragraph paragraph) throws IOException {
		this.xml.open(style, paragraph.text());
		Integer number = paragraph.number();
		if (number != null) {
			int bookmark = ++this.bookmarks;
			this.xml.tag("<w:bookmarkStart w:id=\"%s\" w:name=\"%s\"/>", bookmark, Links.bookmark(Paragraph.id(number)))
				.text(String.valueOf(number), "ParagraphNumber")
				.tag("<w:bookmarkEnd w:id=\"%s\"/><w:r><w:tab/></w:r>", bookmark);
		}
		this.xml.text(paragraph.text()).close();
	}

}
