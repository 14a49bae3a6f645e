package org.asemeducation.stocktake.report.html;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.report.compare.Comparison.Kind;
import org.asemeducation.stocktake.report.compare.Comparison.Line;
import org.asemeducation.stocktake.report.compare.Comparison.Stretch;
import org.asemeducation.stocktake.report.compare.Comparison.Unit;
import org.asemeducation.stocktake.update.compare.Part;

/**
 * Writes what two reports say of one thing. Struck and added words bear a tag, a line and
 * a hidden word each; colour only helps.
 */
final class ComparedUnits {

	/** A single line that is the same stays open where it is this short. */
	private static final int SHORT = 100;

	private final Markup html;

	ComparedUnits(Markup html) {
		this.html = html;
	}

	static String called(Unit unit) {
		return (unit.label() != null) ? unit.label() + " " + unit.title() : unit.title();
	}

	/**
	 * What changed stands open; what only one of them has is folded under its heading.
	 */
	void open(Unit unit) throws IOException {
		this.html.tag("<section class=\"sheet\" id=\"%s\">\n<h3>", unit.id());
		if (unit.label() != null) {
			this.html.tag("<span class=\"label\">%s</span> ", unit.label());
		}
		this.html.text(unit.title()).tag(" <strong class=\"mark\">%s</strong></h3>\n", mark(unit.kind()));
		if (unit.kind() == Kind.CHANGED) {
			stretches(unit.stretches());
		}
		else {
			this.html.tag("<details><summary>Its text</summary>\n");
			plain(unit.stretches());
			this.html.tag("</details>\n");
		}
		this.html.tag("</section>\n");
	}

	void folded(Unit unit) throws IOException {
		this.html.tag("<details><summary>").text(called(unit)).tag("</summary>\n");
		plain(unit.stretches());
		this.html.tag("</details>\n");
	}

	private static String mark(Kind kind) {
		return switch (kind) {
			case SAME -> "Same in both";
			case CHANGED -> "Changed";
			case REMOVED -> "Only in the earlier one";
			case ADDED -> "Only in the later one";
		};
	}

	/** Headings in a row under which nothing changed are folded together. */
	private void stretches(List<Stretch> all) throws IOException {
		int at = 0;
		while (at < all.size()) {
			int end = at;
			while (end < all.size() && isSame(all.get(end))) {
				end++;
			}
			if (end > at) {
				same(all.subList(at, end));
				at = end;
			}
			else {
				changed(all.get(at));
				at++;
			}
		}
	}

	private static boolean isSame(Stretch stretch) {
		return stretch.lines().stream().allMatch((it) -> it.kind() == Kind.SAME);
	}

	private void same(List<Stretch> stretches) throws IOException {
		String headings = stretches.stream()
			.map(Stretch::heading)
			.filter((it) -> !it.isEmpty())
			.map((it) -> it.substring(it.lastIndexOf(Stretch.BELOW) + 1).replaceFirst("^› ", ""))
			.collect(Collectors.joining(" · "));
		this.html.tag("<details class=\"same\"><summary>The same: ")
			.text(headings.isEmpty() ? "what stands first" : headings)
			.tag("</summary>\n");
		plain(stretches);
		this.html.tag("</details>\n");
	}

	private void changed(Stretch stretch) throws IOException {
		if (!stretch.heading().isEmpty()) {
			this.html.tag("<h4>").text(stretch.heading()).tag("</h4>\n");
		}
		List<Line> lines = stretch.lines();
		int at = 0;
		while (at < lines.size()) {
			int end = at;
			while (end < lines.size() && lines.get(end).kind() == Kind.SAME) {
				end++;
			}
			if (end == at + 1 && lines.get(at).parts().get(0).text().length() <= SHORT) {
				paragraph(lines.get(at));
				at = end;
			}
			else if (end > at) {
				this.html.tag((end == at + 1) ? "<details class=\"same\"><summary>1 line the same</summary>\n"
						: "<details class=\"same\"><summary>%s lines the same</summary>\n", end - at);
				plain(List.of(new Stretch("", lines.subList(at, end))));
				this.html.tag("</details>\n");
				at = end;
			}
			else {
				line(lines.get(at));
				at++;
			}
		}
	}

	private void line(Line line) throws IOException {
		this.html.tag("<p dir=\"auto\" class=\"%s\">", switch (line.kind()) {
			case REMOVED -> "removed";
			case ADDED -> "added";
			default -> "changed";
		});
		for (Part part : line.parts()) {
			switch (part.kind()) {
				case SAME -> this.html.text(part.text());
				case STRUCK -> this.html.tag("<del>").text(part.text()).tag("</del>");
				case ADDED -> this.html.tag("<ins>").text(part.text()).tag("</ins>");
			}
		}
		this.html.tag("</p>\n");
	}

	private void plain(List<Stretch> stretches) throws IOException {
		for (Stretch stretch : stretches) {
			if (!stretch.heading().isEmpty()) {
				this.html.tag("<p class=\"heading\">").text(stretch.heading()).tag("</p>\n");
			}
			for (Line line : stretch.lines()) {
				paragraph(line);
			}
		}
	}

	private void paragraph(Line line) throws IOException {
		this.html.tag("<p dir=\"auto\">");
		for (Part part : line.parts()) {
			this.html.text(part.text());
		}
		this.html.tag("</p>\n");
	}

}
