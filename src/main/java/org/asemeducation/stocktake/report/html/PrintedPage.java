package org.asemeducation.stocktake.report.html;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * A document without tables and pictures as a page to be printed: well-formed, with a
 * list of its chapters for the reader's margin.
 */
public final class PrintedPage {

	private PrintedPage() {
	}

	/**
	 * Writes it.
	 * @param document what to write
	 * @param style its style sheet
	 * @param notice what is said before everything else; {@code null} for nothing
	 * @param out where to; not closed
	 * @throws IOException when the writer fails
	 */
	public static void write(Document document, String style, @Nullable String notice, Writer out) throws IOException {
		Markup html = new Markup(out);
		html.tag(
				"<html lang=\"en\"><head><title>%s – %s</title><meta name=\"subject\" content=\"%s\"/><meta name=\"author\" content=\"%s\"/><style>",
				document.title(), document.subtitle(), document.description(), Document.AUTHOR)
			.tag(style)
			.tag("</style><bookmarks>");
		for (Section section : document.sections()) {
			html.tag("<bookmark name=\"%s\" href=\"#%s\"></bookmark>", section.title(), section.id());
		}
		html.tag("</bookmarks></head><body><h1>%s</h1><p class=\"subtitle\">", document.title())
			.text(document.subtitle())
			.tag("</p><p>%s</p>", document.edition());
		if (notice != null) {
			html.tag("<p class=\"note\">%s</p>", notice);
		}
		Blocks blocks = new Blocks(html, (picture) -> Optional.empty());
		for (Section section : document.sections()) {
			blocks.section(section, 2);
		}
		html.tag("</body></html>");
	}

}
