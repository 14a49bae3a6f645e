package org.asemeducation.stocktake.report.html;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Paragraph;
import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Chart;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Figures;
import org.asemeducation.stocktake.report.document.Block.Illustration;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Quote;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Block.Withdrawn;
import org.asemeducation.stocktake.report.model.Picture;

/**
 * Writes the blocks of a document as HTML.
 */
final class Blocks {

	private final Markup html;

	private final PicturePlaces pictures;

	private final Anchors anchors;

	Blocks(Markup html, PicturePlaces pictures) {
		this(html, pictures, Anchors.NONE);
	}

	Blocks(Markup html, PicturePlaces pictures, Anchors anchors) {
		this.html = html;
		this.pictures = pictures;
		this.anchors = anchors;
	}

	/** The page's title is the first level; headings go one step at a time. */
	void section(Section section, int level) throws IOException {
		open(section);
		heading(section, level, "");
		this.anchors.enter(section, this.html);
		for (Block block : section.blocks()) {
			block(block, level);
		}
		this.anchors.leave();
		this.html.tag("</section>\n");
	}

	private void open(Section section) throws IOException {
		this.html.tag("<section class=\"%s\" id=\"%s\"", section.kind().name().toLowerCase(Locale.ROOT), section.id());
		if (section.objective() != null) {
			this.html.tag(" data-objective=\"%s\"", section.objective());
		}
		this.html.tag(">\n");
	}

	/**
	 * The heading alone.
	 * @param attributes our own markup with a leading space, or nothing
	 */
	void heading(Section section, int level, String attributes) throws IOException {
		this.html.tag("<h" + level + attributes + ">");
		if (section.label() != null) {
			this.html.tag("<span class=\"label\">%s</span> ", section.label());
		}
		this.html.text(section.title());
		if (section.mark() != null) {
			this.html.tag(" <strong class=\"mark\">%s</strong>", section.mark());
		}
		this.html.tag("</h%s>\n", level);
	}

	void block(Block block, int level) throws IOException {
		if (block instanceof Section section) {
			section(section, level + 1);
		}
		else if (block instanceof Prose prose) {
			prose(prose);
		}
		else if (block instanceof Quote quote) {
			quote(quote);
		}
		else if (block instanceof Illustration illustration) {
			illustration(illustration);
		}
		else if (block instanceof Chart chart) {
			this.html.tag("<figure class=\"chart\">\n")
				.chart(chart)
				.tag("<figcaption>Figure %s: %s</figcaption>\n</figure>\n", chart.number(), chart.caption());
		}
		else if (block instanceof Facts facts) {
			facts(facts);
		}
		else if (block instanceof Bullets bullets) {
			bullets(bullets);
		}
		else if (block instanceof Figures figures) {
			figures(figures);
		}
		else if (block instanceof Table table) {
			table(table);
		}
		else if (block instanceof Withdrawn withdrawn) {
			for (int i = 0; i < withdrawn.passages(); i++) {
				this.anchors.nextBehind();
			}
			this.html.tag("<p class=\"withdrawn\">").text(withdrawn.sentence()).tag("</p>\n");
		}
	}

	private void prose(Prose prose) throws IOException {
		this.html.tag("<div class=\"%s\">\n", prose.tone().name().toLowerCase(Locale.ROOT));
		for (Paragraph paragraph : prose.paragraphs()) {
			paragraph(paragraph, this.anchors.next());
		}
		this.html.tag("</div>\n");
	}

	private void paragraph(Paragraph paragraph, String attributes) throws IOException {
		this.html.tag("<p dir=\"auto\"" + attributes + ">");
		Integer number = paragraph.number();
		if (number != null) {
			this.html.tag("<span class=\"paragraph-number\" id=\"%s\">%s </span>", Paragraph.id(number), number);
		}
		this.html.text(paragraph.text()).tag(this.anchors.after() + "</p>\n");
	}

	private void illustration(Illustration illustration) throws IOException {
		Picture picture = illustration.picture();
		String caption = illustration.caption().text();
		String attributes = caption.isEmpty() ? "" : this.anchors.nextBehind();
		String place = this.pictures.of(picture).orElse(null);
		if (place == null) {
			return;
		}
		this.html
			.tag("<figure class=\"picture\">\n<img alt=\"%s\" width=\"%s\" height=\"%s\" src=\"",
					illustration.alternative(), picture.width(), picture.height())
			.tag(place)
			.tag("\"/>\n");
		if (!caption.isEmpty()) {
			this.html.tag("<figcaption dir=\"auto\"" + attributes + ">")
				.phrase(illustration.caption())
				.tag(this.anchors.after() + "</figcaption>\n");
		}
		this.html.tag("</figure>\n");
	}

	private void quote(Quote quote) throws IOException {
		this.html.tag("<figure class=\"quote\">\n<blockquote>\n");
		for (Paragraph paragraph : quote.paragraphs()) {
			paragraph(paragraph, this.anchors.nextBehind());
		}
		this.html.tag("</blockquote>\n");
		if (!quote.source().text().isEmpty()) {
			this.html.tag("<figcaption dir=\"auto\"" + this.anchors.nextBehind() + ">")
				.phrase(quote.source())
				.tag(this.anchors.after() + "</figcaption>\n");
		}
		this.html.tag("</figure>\n");
	}

	private void facts(Facts facts) throws IOException {
		this.html.tag("<dl>\n");
		for (Facts.Fact fact : facts.facts()) {
			this.html.tag("<div" + this.anchors.next() + "><dt>")
				.text(fact.name())
				.tag("</dt><dd dir=\"auto\">")
				.text(fact.value())
				.tag("</dd></div>\n");
		}
		this.html.tag("</dl>\n");
	}

	private void bullets(Bullets bullets) throws IOException {
		this.html.tag("<ul>\n");
		for (Phrase item : bullets.items()) {
			this.html.tag("<li dir=\"auto\"" + this.anchors.next() + ">")
				.phrase(item)
				.tag(this.anchors.after() + "</li>\n");
		}
		this.html.tag("</ul>\n");
	}

	private void figures(Figures figures) throws IOException {
		this.html.tag("<ul class=\"figures\">\n");
		for (Figures.Figure figure : figures.figures()) {
			this.html.tag("<li><strong>%s</strong> <span>%s</span></li>\n", figure.value(), figure.label());
		}
		this.html.tag("</ul>\n");
	}

	/** The roles say what a narrow screen, where rows become blocks, would else hide. */
	private void table(Table table) throws IOException {
		this.html.tag("<table role=\"table\" class=\"%s\">\n", (table.columns().size() > 2) ? "wide" : "narrow")
			.tag("<caption>Table %s: ", table.number())
			.text(table.caption())
			.tag("</caption>\n<colgroup>");
		for (Table.Column column : table.columns()) {
			this.html.tag("<col class=\"of-%s\"/>", column.percent());
		}
		this.html.tag("</colgroup>\n<thead role=\"rowgroup\"><tr role=\"row\">");
		for (Table.Column column : table.columns()) {
			this.html.tag(column.counted() ? "<th scope=\"col\" role=\"columnheader\" class=\"counted\">%s</th>"
					: "<th scope=\"col\" role=\"columnheader\">%s</th>", column.title());
		}
		this.html.tag("</tr></thead>\n<tbody role=\"rowgroup\">\n");
		for (int i = 0; i < table.rows().size(); i++) {
			row(table, i);
		}
		this.html.tag("</tbody></table>\n");
	}

	/**
	 * What the row above says of the same thing is not said again, only what it is
	 * called.
	 */
	private void row(Table table, int number) throws IOException {
		List<Phrase> row = table.rows().get(number);
		this.html.tag("<tr role=\"row\"" + this.anchors.next() + ">");
		for (int i = 0; i < row.size(); i++) {
			Table.Column column = table.columns().get(i);
			boolean again = table.isSaidAbove(number, i);
			if (i == 0) {
				head(column, again ? row.get(i).firstLine() : row.get(i));
			}
			else if (again) {
				this.html.tag("<td role=\"cell\" class=\"above\"></td>");
			}
			else {
				cell(column, row.get(i));
			}
		}
		this.html.tag("</tr>\n");
	}

	private void head(Table.Column column, Phrase phrase) throws IOException {
		this.html.tag("<th scope=\"row\" role=\"rowheader\" dir=\"auto\" data-head=\"%s\">", column.title())
			.phrase(phrase)
			.tag("</th>");
	}

	private void cell(Table.Column column, Phrase phrase) throws IOException {
		this.html
			.tag("<td role=\"cell\" dir=\"auto\" class=\"%2$s\" data-head=\"%1$s\">", column.title(),
					column.counted() ? "counted" : "said")
			.phrase(phrase)
			.tag("</td>");
	}

}
