package org.asemeducation.stocktake.backup.archive;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.asemeducation.stocktake.report.html.Markup;

/**
 * One page of the archive: plain HTML with relative links, no script, one style sheet.
 */
final class Sheet implements AutoCloseable {

	static final String ROOT = "archive/";

	private final Writer out;

	private final Markup markup;

	private final String path;

	Sheet(Shelf shelf, String path, String title, String trail) throws IOException {
		this.path = path;
		this.out = new BufferedWriter(new OutputStreamWriter(shelf.file(ROOT + path), StandardCharsets.UTF_8));
		this.markup = new Markup(this.out);
		this.markup.tag("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
			.tag("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
			.tag("<title>%s – Archive of Stocktake</title>\n", title)
			.tag("<link rel=\"stylesheet\" href=\"%s\">\n</head>\n<body>\n", to("style.css"))
			.tag("<header>\n<a class=\"skip\" href=\"#content\">Skip to the content</a>\n<nav aria-label=\"Where this is\"><a href=\"%s\">Archive</a>",
					to("index.html"))
			.tag(trail)
			.tag("</nav>\n</header>\n<main id=\"content\" tabindex=\"-1\">\n<h1 dir=\"auto\">")
			.text(title)
			.tag("</h1>\n");
	}

	Markup markup() {
		return this.markup;
	}

	/**
	 * How a link on this page leads to another file.
	 * @param file from the archive's folder on, or from the root of the pack when it
	 * begins with a slash
	 */
	String to(String file) {
		String up = "../".repeat((int) this.path.chars().filter((letter) -> letter == '/').count());
		return file.startsWith("/") ? up + ".." + file : up + file;
	}

	/** Text between the tags of one element. */
	Sheet line(String element, String text) throws IOException {
		this.markup.tag("<" + element + " dir=\"auto\">").text(text).tag("</" + element + ">\n");
		return this;
	}

	@Override
	public void close() throws IOException {
		this.markup.tag("</main>\n</body>\n</html>\n");
		this.out.close();
	}

}
