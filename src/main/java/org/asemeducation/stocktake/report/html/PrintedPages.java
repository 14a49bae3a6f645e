package org.asemeducation.stocktake.report.html;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.document.Paragraph;
import org.asemeducation.stocktake.report.model.PictureSource;
import org.jspecify.annotations.Nullable;

/**
 * A document as well-formed pages to be printed: headings and blocks in one flow, which
 * can be cut at each heading. Whatever can be pointed at is listed in {@code bookmarks}
 * by its id.
 */
public final class PrintedPages {

	/** Headings of these depths stand in the contents. */
	private static final int DEPTH = 3;

	/** Characters that no XML may contain. */
	private static final Pattern NOT_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

	private final Document document;

	private final PictureSource pictures;

	private final String style;

	/**
	 * Pages of a document.
	 * @param document what to print
	 * @param pictures where its pictures are
	 * @param style their style sheet
	 */
	public PrintedPages(Document document, PictureSource pictures, String style) {
		this.document = document;
		this.pictures = pictures;
		this.style = style;
	}

	/**
	 * All headings and blocks in reading order.
	 * @return the flow
	 */
	public List<Piece> pieces() {
		List<Piece> pieces = new ArrayList<>();
		this.document.sections().forEach((section) -> add(section, 1, null, pieces));
		return pieces;
	}

	private static void add(Block block, int level, @Nullable Integer objective, List<Piece> pieces) {
		if (block instanceof Section section) {
			Integer own = (section.objective() != null) ? section.objective() : objective;
			pieces.add(new Piece(section, level, own));
			section.blocks().forEach((it) -> add(it, (it instanceof Section) ? level + 1 : level, own, pieces));
		}
		else {
			pieces.add(new Piece(block, level, objective));
		}
	}

	/**
	 * A page of some pieces.
	 * @param pieces a stretch of the flow
	 * @param front markup that stands before them; empty for none
	 * @param letters how letters get on it
	 * @return the page
	 * @throws IOException never, in fact: it is written to memory
	 */
	public String page(List<Piece> pieces, String front, Letters letters) throws IOException {
		StringWriter page = new StringWriter();
		Markup html = new Markup(page, letters);
		html.tag("<html lang=\"en\"><head><title>%s – %s</title>", this.document.title(), this.document.subtitle())
			.tag("<meta name=\"subject\" content=\"%s\"/><meta name=\"author\" content=\"%s\"/><style>",
					this.document.description(), Document.AUTHOR)
			.tag(this.style)
			.tag("</style><bookmarks>");
		for (Piece piece : pieces) {
			for (String id : ids(piece.block())) {
				html.tag("<bookmark name=\"%1$s\" href=\"#%1$s\"></bookmark>", id);
			}
		}
		html.tag("</bookmarks></head><body>").tag(front);
		Blocks blocks = new Blocks(html, PicturePlaces.within(this.pictures), Anchors.NONE);
		for (Piece piece : pieces) {
			write(piece, blocks, html);
		}
		html.tag("</body></html>");
		return NOT_XML.matcher(page.getBuffer()).replaceAll("");
	}

	private static List<String> ids(Block block) {
		if (block instanceof Section section) {
			return List.of(section.id());
		}
		List<Paragraph> paragraphs = (block instanceof Block.Prose prose) ? prose.paragraphs()
				: (block instanceof Block.Quote quote) ? quote.paragraphs() : List.of();
		return paragraphs.stream().map(Paragraph::number).filter(Objects::nonNull).map(Paragraph::id).toList();
	}

	private static void write(Piece piece, Blocks blocks, Markup html) throws IOException {
		String colour = (piece.objective() != null) ? " of-objective-" + piece.objective() : "";
		if (piece.block() instanceof Section section) {
			blocks.heading(section, Math.min(6, piece.level() + 1), " id=\"%s\" class=\"%s%s\"".formatted(section.id(),
					section.kind().name().toLowerCase(java.util.Locale.ROOT), colour));
		}
		else {
			html.tag((piece.block() instanceof Block.Table) ? "<div class=\"block tabled" + colour + "\">"
					: "<div class=\"block" + colour + "\">");
			blocks.block(piece.block(), piece.level());
			html.tag("</div>\n");
		}
	}

	/**
	 * The title, what edition it is, and what is said about the document. A subtitle that
	 * the first heading says again is left to that one.
	 * @param notice what is said before everything else; {@code null} for nothing
	 * @param letters how letters get on it
	 * @return markup
	 * @throws IOException never, in fact: it is written to memory
	 */
	public String title(@Nullable String notice, Letters letters) throws IOException {
		StringWriter title = new StringWriter();
		Markup html = new Markup(title, letters);
		html.tag("<div class=\"cover\"><h1>").text(this.document.title()).tag("</h1>");
		if (this.document.sections()
			.stream()
			.findFirst()
			.map(Section::title)
			.filter(this.document.subtitle()::equals)
			.isEmpty()) {
			html.tag("<p class=\"subtitle\">").text(this.document.subtitle()).tag("</p>");
		}
		html.tag("<p class=\"edition\">").text(this.document.edition()).tag("</p>");
		for (String line : this.document.imprint()) {
			html.tag("<p class=\"imprint\">").text(line).tag("</p>");
		}
		if (notice != null) {
			html.tag("<p class=\"note\">%s</p>", notice);
		}
		html.tag("</div>");
		return title.toString();
	}

	/**
	 * The contents with the numbers of pages.
	 * @param pages by the id of a section; one that is not there gets no number
	 * @param letters how letters get on it
	 * @return markup
	 * @throws IOException never, in fact: it is written to memory
	 */
	public String contents(Map<String, Integer> pages, Letters letters) throws IOException {
		StringWriter contents = new StringWriter();
		Markup html = new Markup(contents, letters);
		html.tag("<h2 class=\"contents\">Contents</h2><ul class=\"contents\">");
		for (Piece piece : pieces()) {
			if (piece.block() instanceof Section section && piece.level() <= DEPTH) {
				html.tag("<li class=\"level-" + piece.level() + "\"><a href=\"%s\">",
						letters.address("#" + section.id()));
				html.text(name(section))
					.tag("</a><span class=\"page\" data-page=\"%s\"></span></li>\n",
							Objects.toString(pages.get(section.id()), ""));
			}
		}
		html.tag("</ul>");
		return contents.toString();
	}

	/**
	 * What a section is called in a list of sections.
	 * @param section the section
	 * @return its label and title
	 */
	public static String name(Section section) {
		String label = (section.label() == null) ? ""
				: section.label() + ((section.kind() == Section.Kind.SHEET) ? " " : ": ");
		return label + section.title() + ((section.mark() != null) ? " (" + section.mark() + ")" : "");
	}

	/**
	 * A heading without what stands under it, or a block under one.
	 *
	 * @param block a section stands for its heading alone
	 * @param level of the heading it is or stands under, from 1
	 * @param objective whose colour it takes; none for no objective
	 */
	public record Piece(Block block, int level, @Nullable Integer objective) {

		/**
		 * Whether the flow may be cut before it.
		 * @return true for the heading of a chapter, an action or a fact sheet
		 */
		public boolean isStart() {
			return this.block instanceof Section section && section.kind().compareTo(Section.Kind.SHEET) <= 0;
		}

	}

}
