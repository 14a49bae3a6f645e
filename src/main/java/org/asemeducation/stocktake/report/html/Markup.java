package org.asemeducation.stocktake.report.html;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

import org.asemeducation.stocktake.report.chart.ChartSvg;
import org.asemeducation.stocktake.report.document.Block.Chart;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Script;
import org.asemeducation.stocktake.report.document.ScriptRun;

/**
 * Writes tags as they are and texts escaped; nothing that somebody typed reaches the page
 * in another way.
 */
public final class Markup {

	private static final String LEFT_OUT = "<span class=\"left-out\">?</span>";

	private final Writer out;

	private final Letters letters;

	/**
	 * A page that a browser shows.
	 * @param out where it is written, left open
	 */
	public Markup(Writer out) {
		this(out, Letters.OF_A_BROWSER);
	}

	Markup(Writer out, Letters letters) {
		this.out = out;
		this.letters = letters;
	}

	/**
	 * Our own markup.
	 * @param markup in which each {@code %s} is replaced by an escaped argument
	 * @param values the arguments
	 * @return this
	 */
	public Markup tag(String markup, Object... values) throws IOException {
		Object[] escaped = new Object[values.length];
		for (int i = 0; i < values.length; i++) {
			escaped[i] = escape(String.valueOf(values[i]));
		}
		this.out.write((values.length != 0) ? markup.formatted(escaped) : markup);
		return this;
	}

	/**
	 * A text, each stretch in a foreign script with its language.
	 * @param text what somebody typed
	 * @return this
	 */
	public Markup text(String text) throws IOException {
		for (ScriptRun run : ScriptRun.of(text)) {
			Script script = run.script();
			Optional<String> drawn = this.letters.drawn(run);
			if (drawn.isPresent()) {
				this.out.write(drawn.get());
			}
			else if (script.language().isEmpty()) {
				this.out.write(shown(run));
			}
			else if (script.setting() == Script.Setting.RIGHT_TO_LEFT) {
				tag("<span lang=\"%s\" dir=\"rtl\">", script.language()).tag(shown(run)).tag("</span>");
			}
			else {
				tag("<span lang=\"%s\">", script.language()).tag(shown(run)).tag("</span>");
			}
		}
		return this;
	}

	/** A box stands for what cannot be shown. */
	private String shown(ScriptRun run) {
		if (run.text().codePoints().allMatch((letter) -> this.letters.isShown(letter, run))) {
			return escape(run.text());
		}
		StringBuilder shown = new StringBuilder();
		run.text()
			.codePoints()
			.forEach((letter) -> shown
				.append(this.letters.isShown(letter, run) ? escape(Character.toString(letter)) : LEFT_OUT));
		return shown.toString();
	}

	Markup chart(Chart chart) throws IOException {
		this.out.write(this.letters.drawn(chart)
			.orElseGet(() -> ChartSvg.of(chart.drawing(), "chart-" + chart.number(), chart.caption(),
					chart.alternative())));
		return this;
	}

	Markup phrase(Phrase phrase) throws IOException {
		String target = phrase.target();
		if (target == null) {
			return text(phrase.text());
		}
		boolean bare = target.startsWith("#") || target.equals(phrase.text());
		return tag(bare ? "<a href=\"%s\">" : "<a class=\"named\" href=\"%s\">", this.letters.address(target))
			.text(phrase.text())
			.tag("</a>");
	}

	static String escape(String text) {
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			switch (character) {
				case '&' -> escaped.append("&amp;");
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '"' -> escaped.append("&quot;");
				case '\'' -> escaped.append("&#39;");
				default -> escaped.append(character);
			}
		}
		return escaped.toString();
	}

}
