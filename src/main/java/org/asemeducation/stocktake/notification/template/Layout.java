package org.asemeducation.stocktake.notification.template;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/**
 * Lays a template's words out, as text and as HTML: {@code Subject:} in the first line, a
 * heading after {@code ##}, one of several things after {@code *}, a point after
 * {@code -}, somebody's words after {@code >}, a link as {@code [words](address)} in a
 * line of its own.
 */
final class Layout {

	static final String SUBJECT = "Subject:";

	private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]+)]\\((\\S+)\\)");

	private final Values values;

	private final StringBuilder text = new StringBuilder();

	private final StringBuilder html = new StringBuilder();

	private boolean lead = true;

	private boolean inPoint;

	private Layout(Values values) {
		this.values = values;
	}

	static Letter of(String said, Values values) {
		String[] parts = said.split("\n", 2);
		Layout layout = new Layout(values);
		List.of(((parts.length > 1) ? parts[1] : "").split("\n\\s*\n")).forEach(layout::block);
		String subject = parts[0].startsWith(SUBJECT) ? parts[0].substring(SUBJECT.length()) : parts[0];
		return new Letter(layout.plain(subject).replaceAll("\\s+", " ").strip(), layout.text.toString(),
				layout.html.toString());
	}

	private void block(String block) {
		List<String> lines = block.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		if (lines.isEmpty()) {
			return;
		}
		this.inPoint = false;
		boolean item = lines.get(0).startsWith("* ");
		boolean heading = lines.get(0).startsWith("## ");
		int from = 0;
		if (heading) {
			heading(lines.get(0).substring(3));
			from = 1;
		}
		if (from < lines.size()) {
			this.html.append(item ? "<ul><li>" : this.lead ? "<p class=\"lead\">" : "<p>");
			for (int number = from; number < lines.size(); number++) {
				line(lines.get(number), number == from);
			}
			this.html.append(item ? "</li></ul>\n" : "</p>\n");
			this.lead = false;
		}
		this.text.append('\n');
	}

	private void heading(String words) {
		this.text.append(plain(words).toUpperCase(Locale.ROOT)).append('\n');
		this.html.append("<h2>").append(rich(words)).append("</h2>\n");
	}

	private void line(String line, boolean first) {
		if (!first && !line.startsWith(">") && !this.html.toString().endsWith("</span>")) {
			this.html.append("<br>");
		}
		Matcher link = LINK.matcher(line);
		if (link.matches() && isWeb(address(link.group(2)))) {
			this.text.append(plain(link.group(2))).append('\n');
			this.html.append(
					"<a class=\"button\" href=\"%s\">%s</a>".formatted(address(link.group(2)), rich(link.group(1))));
		}
		else if (line.startsWith("* ")) {
			this.text.append(plain(line.substring(2))).append('\n');
			this.html.append("<strong>").append(rich(line.substring(2))).append("</strong>");
		}
		else if (line.startsWith("- ")) {
			this.inPoint = true;
			this.text.append("  - ").append(plain(line.substring(2))).append('\n');
			this.html.append("– ").append(rich(line.substring(2)));
		}
		else if (line.startsWith(">")) {
			this.text.append(this.inPoint ? "    " : "  ").append(plain(line.substring(1).strip())).append('\n');
			this.html.append("<span class=\"remark\">").append(rich(line.substring(1).strip())).append("</span>");
		}
		else {
			this.text.append(plain(line)).append('\n');
			this.html.append(rich(line));
		}
	}

	/**
	 * Quotes and dashes of the template as every keyboard has them; values as they are.
	 */
	private String plain(String words) {
		String simple = words.replaceAll("[“”]", "\"").replace('’', '\'').replace('–', '-');
		return this.values.fill(simple, (value) -> value, (value) -> value);
	}

	private String rich(String words) {
		return this.values.fill(escaped(words), Layout::escaped, (address) -> !isWeb(address) ? escaped(address)
				: "<a href=\"%s\">%s</a>".formatted(escaped(address), escaped(address)));
	}

	private static boolean isWeb(String address) {
		return address.startsWith("https://") || address.startsWith("http://");
	}

	private String address(String words) {
		return this.values.fill(escaped(words), Layout::escaped, Layout::escaped);
	}

	private static String escaped(String words) {
		return HtmlUtils.htmlEscape(words, "UTF-8");
	}

}
