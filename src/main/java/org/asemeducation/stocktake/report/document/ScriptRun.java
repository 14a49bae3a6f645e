package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of text in one script, so that a reader's voice, font and direction fit it.
 *
 * @param text never empty
 * @param script what it is written in
 */
public record ScriptRun(String text, Script script) {

	/**
	 * Splits a text where its script changes. Spaces and signs belong to the run they
	 * stand in, between two runs to the Latin one.
	 * @param text any text
	 * @return its runs; together they are the text
	 */
	public static List<ScriptRun> of(String text) {
		if (text.chars().allMatch((it) -> it < 0x370)) {
			return text.isEmpty() ? List.of() : List.of(new ScriptRun(text, Script.LATIN));
		}
		Splitter splitter = new Splitter(Script.han(text));
		text.codePoints().forEach(splitter::add);
		return splitter.end();
	}

	private static final class Splitter {

		private final List<ScriptRun> runs = new ArrayList<>();

		private final StringBuilder run = new StringBuilder();

		private final StringBuilder neutral = new StringBuilder();

		private final Script han;

		private Script script = Script.LATIN;

		private Splitter(Script han) {
			this.han = han;
		}

		private void add(int character) {
			Script next = Script.of(character, this.han);
			if (next == Script.NEUTRAL) {
				this.neutral.appendCodePoint(character);
				return;
			}
			if (next == this.script || next == Script.MARK) {
				this.run.append(this.neutral);
			}
			else if (this.script == Script.LATIN) {
				this.run.append(this.neutral);
				close(next);
			}
			else {
				close(Script.LATIN);
				this.run.append(this.neutral);
				if (next != Script.LATIN) {
					close(next);
				}
			}
			this.neutral.setLength(0);
			this.run.appendCodePoint(character);
		}

		private void close(Script next) {
			if (!this.run.isEmpty()) {
				this.runs.add(new ScriptRun(this.run.toString(), this.script));
				this.run.setLength(0);
			}
			this.script = next;
		}

		private List<ScriptRun> end() {
			if (this.script != Script.LATIN && !this.neutral.isEmpty()) {
				close(Script.LATIN);
			}
			this.run.append(this.neutral);
			close(Script.LATIN);
			return this.runs;
		}

	}

}
