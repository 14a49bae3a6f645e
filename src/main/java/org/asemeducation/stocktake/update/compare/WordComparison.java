package org.asemeducation.stocktake.update.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import org.asemeducation.stocktake.update.compare.Part.Kind;

/**
 * Compares two texts word by word. In scripts that put no spaces between words each
 * character counts as one.
 */
public final class WordComparison {

	private static final Pattern WORD = Pattern.compile("""
			\\s+|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]\\p{M}*\
			|[\\p{L}\\p{M}\\p{N}]+|.""", Pattern.DOTALL);

	private WordComparison() {
	}

	/**
	 * Compares two texts.
	 * @param earlier a text; may be empty
	 * @param later another; may be empty
	 * @return the stretches in reading order, what was struck before what was added in
	 * its place; without {@code ADDED} they spell the earlier text, without
	 * {@code STRUCK} the later one
	 */
	public static List<Part> of(String earlier, String later) {
		List<String> before = words(earlier);
		List<String> after = words(later);
		Stretches stretches = new Stretches();
		int at = 0;
		for (AbstractDelta<String> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>())
			.getDeltas()) {
			stretches.same(before.subList(at, delta.getSource().getPosition()));
			stretches.struck.addAll(delta.getSource().getLines());
			stretches.added.addAll(delta.getTarget().getLines());
			at = delta.getSource().getPosition() + delta.getSource().size();
		}
		stretches.same(before.subList(at, before.size()));
		stretches.change();
		return List.copyOf(stretches.parts);
	}

	static List<String> words(String text) {
		return WORD.matcher(text).results().map(MatchResult::group).toList();
	}

	/** Gathers what lies between two stretches that are the same. */
	private static final class Stretches {

		private final List<Part> parts = new ArrayList<>();

		private final List<String> struck = new ArrayList<>();

		private final List<String> added = new ArrayList<>();

		private void same(List<String> words) {
			if (!words.isEmpty()) {
				change();
				add(Kind.SAME, words);
			}
		}

		private void change() {
			add(Kind.STRUCK, this.struck);
			add(Kind.ADDED, this.added);
			this.struck.clear();
			this.added.clear();
		}

		private void add(Kind kind, List<String> words) {
			if (!words.isEmpty()) {
				this.parts.add(new Part(kind, String.join("", words)));
			}
		}

	}

}
