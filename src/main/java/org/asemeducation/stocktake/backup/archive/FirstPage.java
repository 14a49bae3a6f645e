package org.asemeducation.stocktake.backup.archive;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.asemeducation.stocktake.report.html.Markup;

/**
 * The first page: what this is, where everything stands, and what is left out and why.
 */
final class FirstPage {

	private final Shelf shelf;

	private final Archive.Made made;

	private final Contents contents;

	private final Map<String, Long> counts;

	private final int files;

	FirstPage(Shelf shelf, Archive.Made made, Contents contents, Map<String, Long> counts, int files) {
		this.shelf = shelf;
		this.made = made;
		this.contents = contents;
		this.counts = counts;
		this.files = files;
	}

	void write(Map<String, String> links) throws IOException {
		try (Sheet sheet = new Sheet(this.shelf, "index.html", "Archive of the secretariat", "")) {
			long rows = this.counts.values().stream().mapToLong(Long::longValue).sum();
			sheet.line("p",
					"What the ASEM Education Secretariat kept in Stocktake, as it stood at %s. Made by %s with Stocktake %s (schema %s)."
						.formatted(Values.moment(this.made.at()), this.made.by(), this.made.release(),
								this.made.schema()))
				.line("p",
						"It tells %,d entries of %d tables and holds %,d files. It names people and their addresses: keep it as safe as the database."
							.formatted(rows, this.counts.size(), this.files))
				.line("p",
						"Whether it is whole and unchanged, sha256sum -c SHA256SUMS says in the folder above this one. README.txt there says how to restore the backup that lies beside it.");
			list(sheet, "Cycles", only(links, (path) -> path.startsWith("cycles/")));
			list(sheet, "Over all cycles", only(links, (path) -> !path.contains("/")));
			list(sheet, "Outside any cycle", only(links, (path) -> path.startsWith("outside/")));
			list(sheet, "The plan, by initiative", only(links, (path) -> path.startsWith("plan/")));
			leftOut(sheet);
		}
	}

	private void leftOut(Sheet sheet) throws IOException {
		Markup out = sheet.markup();
		sheet.line("h2", "What is left out, and why");
		out.tag("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"What is left out, and why\">\n<table>\n")
			.tag("<thead><tr><th scope=\"col\">Table</th><th scope=\"col\">Column</th><th scope=\"col\">Why</th></tr></thead>\n<tbody>\n");
		for (Contents.LeftOut one : this.contents.leftOut()) {
			out.tag("<tr><td data-label=\"Table\">%s</td><td data-label=\"Column\">%s</td><td data-label=\"Why\">%s</td></tr>\n",
					one.table(), one.column().isEmpty() ? "all" : one.column(), one.because());
		}
		out.tag("</tbody>\n</table>\n</div>\n");
	}

	private static void list(Sheet sheet, String heading, Map<String, String> links) throws IOException {
		if (!links.isEmpty()) {
			sheet.line("h2", heading);
			CyclePages.list(sheet, links);
		}
	}

	private static Map<String, String> only(Map<String, String> links, Predicate<String> path) {
		Map<String, String> some = new LinkedHashMap<>();
		links.forEach((file, title) -> {
			if (path.test(file)) {
				some.put(file, title);
			}
		});
		return some;
	}

}
