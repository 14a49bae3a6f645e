package org.asemeducation.stocktake.report.pdf;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.concurrent.ConcurrentHashMap;

import org.asemeducation.stocktake.report.chart.Drawing;
import org.asemeducation.stocktake.report.document.Block.Chart;
import org.asemeducation.stocktake.report.document.Script;
import org.asemeducation.stocktake.report.document.ScriptRun;
import org.asemeducation.stocktake.report.html.Letters;

/**
 * The letters of one part of a PDF: which fonts it takes, which words are drawn, and
 * whether any letter had to be left out.
 */
final class PrintLetters implements Letters {

	/** Stands before the text of a drawn word, which no typed text begins with. */
	static final char MARKER = '\u2063';

	/** Links within the document; they are led to their page when all parts are there. */
	static final String WITHIN = "https://within.invalid/";

	private final Set<PrintFont> fonts = EnumSet.of(PrintFont.SANS, PrintFont.BOLD);

	private final Map<String, ShapedWord> words = new ConcurrentHashMap<>();

	private final Map<String, Drawing> charts = new ConcurrentHashMap<>();

	private boolean leftOut;

	@Override
	public Optional<String> drawn(ScriptRun run) {
		if (!ShapedWord.isNeeded(run.script())) {
			return Optional.empty();
		}
		StringBuilder drawn = new StringBuilder();
		StringTokenizer words = new StringTokenizer(run.text(), " \n\t\u00A0\u200B", true);
		while (words.hasMoreTokens()) {
			String word = words.nextToken();
			if (word.isBlank() || word.equals("\u200B")) {
				drawn.append(word.equals("\u200B") ? "" : word);
				continue;
			}
			boolean joined = run.script().setting() == Script.Setting.RIGHT_TO_LEFT;
			for (String piece : Clusters.of(word, joined)) {
				drawn.append(object(piece, run.script()));
			}
		}
		return Optional.of(drawn.toString());
	}

	private String object(String text, Script script) {
		Optional<ShapedWord> word = ShapedWord.of(text, script);
		if (word.isEmpty()) {
			this.leftOut = true;
			return "<span class=\"left-out\">?</span>".repeat(text.codePointCount(0, text.length()));
		}
		this.words.put(text, word.get());
		var bounds = word.get().bounds();
		return String.format(Locale.ROOT,
				"<object type=\"word\" alt=\"%s%s\" lang=\"%s\" style=\"width:%.3fem;height:%.3fem;vertical-align:%.3fem\"></object>",
				MARKER, escape(text), script.language(), bounds.getWidth(), bounds.getHeight(), -bounds.getMaxY());
	}

	@Override
	public Optional<String> drawn(Chart chart) {
		String name = "chart-" + chart.number();
		this.charts.put(name, chart.drawing());
		return Optional.of(String.format(Locale.ROOT,
				"<object type=\"chart\" data-chart=\"%s\" alt=\"%s. %s\" style=\"display:block;width:%dpt;height:%dpt\"></object>",
				name, escape(chart.caption()), escape(chart.alternative()), chart.drawing().width(),
				chart.drawing().height()));
	}

	/** A chart by what stands in {@code data-chart}. */
	Optional<Drawing> chart(String name) {
		return Optional.ofNullable(this.charts.get(name));
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
	}

	@Override
	public boolean isShown(int letter, ScriptRun run) {
		if (Character.isWhitespace(letter) || letter == 0xA0 || letter == 0x200B) {
			return true;
		}
		Optional<PrintFont> font = PrintFont.of(letter, run.script());
		font.ifPresentOrElse(this.fonts::add, () -> this.leftOut = true);
		return font.isPresent();
	}

	@Override
	public String address(String target) {
		return target.startsWith("#") ? WITHIN + target : target;
	}

	Set<PrintFont> fonts() {
		return this.fonts;
	}

	/** A drawn word by what stands in {@code alt}. */
	Optional<ShapedWord> word(String alternative) {
		return (alternative.isEmpty() || alternative.charAt(0) != MARKER) ? Optional.empty()
				: Optional.ofNullable(this.words.get(alternative.substring(1)));
	}

	boolean hasLeftOut() {
		return this.leftOut;
	}

}
