package org.asemeducation.stocktake.report.html;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.report.compare.Comparison;
import org.asemeducation.stocktake.report.compare.Comparison.Kind;
import org.asemeducation.stocktake.report.compare.Comparison.Side;
import org.asemeducation.stocktake.report.compare.Comparison.Unit;
import org.asemeducation.stocktake.report.document.Document;

/**
 * A comparison as one page that needs nothing beside it. What changed is open, what did
 * not is folded.
 */
public final class ComparisonPage {

	private static final String STYLE = HtmlReport.STYLE + HtmlReport.style("comparison.css");

	private static final Map<Kind, String> COUNTED = new EnumMap<>(Map.of(Kind.CHANGED, "changed", Kind.ADDED,
			"only in the later one", Kind.REMOVED, "only in the earlier one", Kind.SAME, "the same in both"));

	private final Comparison comparison;

	private final Markup html;

	private final ComparedUnits units;

	private ComparisonPage(Comparison comparison, Markup html) {
		this.comparison = comparison;
		this.html = html;
		this.units = new ComparedUnits(html);
	}

	/**
	 * Writes the page.
	 * @param comparison of two reports
	 * @param earlier the address of the earlier one
	 * @param later the address of the later one
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public static void write(Comparison comparison, String earlier, String later, OutputStream out) throws IOException {
		Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		new ComparisonPage(comparison, new Markup(writer)).page(earlier, later);
		writer.flush();
	}

	private void page(String earlier, String later) throws IOException {
		head();
		this.html.tag("<header>\n<div class=\"stripes\" aria-hidden=\"true\"><i></i><i></i><i></i><i></i></div>\n")
			.tag("<h1>What changed, word by word</h1>\n");
		if (this.comparison.isWithinOneCycle()) {
			this.html.tag("<p class=\"subtitle\">").text(this.comparison.later().title()).tag("</p>\n");
		}
		side("From", this.comparison.earlier(), earlier);
		side("To", this.comparison.later(), later);
		this.html.tag("</header>\n<div class=\"body\">\n");
		contents();
		this.html.tag("<main id=\"report\">\n");
		legend();
		group("initiatives", "Initiatives", "initiative", this.comparison.initiatives());
		group("work-plan", "Work plan", "initiative with lines of the work plan", this.comparison.plan());
		group("chapters", "Other chapters", "chapter", this.comparison.chapters());
		this.html.tag("</main>\n</div>\n</body>\n</html>\n");
	}

	private void head() throws IOException {
		this.html.tag("""
				<!DOCTYPE html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>What changed, word by word – %s</title>
				<meta name="author" content="%s">
				<style>""", called(), Document.AUTHOR)
			.tag(STYLE)
			.tag("</style>\n</head>\n<body class=\"compared\">\n<a class=\"skip\" href=\"#report\">Skip to what changed</a>\n");
	}

	private String called() {
		Side earlier = this.comparison.earlier();
		Side later = this.comparison.later();
		return this.comparison.isWithinOneCycle() ? later.title()
				: "%s and %s".formatted(earlier.cycle(), later.cycle());
	}

	private void side(String word, Side side, String address) throws IOException {
		this.html.tag("<p class=\"side\">%s: <a href=\"%s\">", word, address);
		if (!this.comparison.isWithinOneCycle()) {
			this.html.text(side.title()).tag(". ");
		}
		this.html.text(side.edition()).tag("</a></p>\n");
	}

	private void contents() throws IOException {
		this.html.tag("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ul>\n");
		entries("initiatives", "Initiatives", this.comparison.initiatives());
		entries("work-plan", "Work plan", this.comparison.plan());
		entries("chapters", "Other chapters", this.comparison.chapters());
		this.html.tag("</ul>\n</nav>\n");
	}

	private void entries(String id, String title, List<Unit> units) throws IOException {
		List<Unit> changed = units.stream().filter((it) -> it.kind() != Kind.SAME).toList();
		this.html.tag("<li><a href=\"#%s\">%s</a>", id, title);
		if (!changed.isEmpty()) {
			this.html.tag("\n<ul>\n");
			for (Unit unit : changed) {
				this.html.tag("<li><a href=\"#%s\">", unit.id()).text(ComparedUnits.called(unit)).tag("</a></li>\n");
			}
			this.html.tag("</ul>\n");
		}
		this.html.tag("</li>\n");
	}

	private void legend() throws IOException {
		this.html
			.tag("<p class=\"legend\">What only the earlier one says is <del>struck through</del>; what only the later "
					+ "one says is <ins>underlined</ins>. What both say is folded: open it to read it.");
		if (!this.comparison.isWithinOneCycle()) {
			this.html.tag(" Initiatives are the same where they bear the same number in the plan.");
		}
		this.html.tag("</p>\n");
	}

	private void group(String id, String title, String what, List<Unit> units) throws IOException {
		this.html.tag("<section class=\"chapter\" id=\"%s\">\n<h2>%s</h2>\n", id, title)
			.tag("<p>%s</p>\n", summary(what, units));
		for (Unit unit : units) {
			if (unit.kind() != Kind.SAME) {
				this.units.open(unit);
			}
		}
		List<Unit> same = units.stream().filter((it) -> it.kind() == Kind.SAME).toList();
		if (!same.isEmpty()) {
			this.html.tag("<details class=\"unchanged\"><summary>%s the same in both</summary>\n",
					count(same.size(), what));
			for (Unit unit : same) {
				this.units.folded(unit);
			}
			this.html.tag("</details>\n");
		}
		this.html.tag("</section>\n");
	}

	private static String summary(String what, List<Unit> units) {
		if (units.isEmpty()) {
			return "Neither has any.";
		}
		List<String> said = new ArrayList<>();
		COUNTED.forEach((kind, word) -> {
			long number = units.stream().filter((it) -> it.kind() == kind).count();
			if (number != 0) {
				said.add(number + " " + word);
			}
		});
		return "%s: %s.".formatted(count(units.size(), what), String.join(", ", said));
	}

	private static String count(int number, String what) {
		return "%d %s".formatted(number, (number == 1) ? what : what.replaceFirst("^(initiative|chapter)", "$1s"));
	}

}
