package org.asemeducation.stocktake.report.compare;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import org.asemeducation.stocktake.report.compare.Comparison.Kind;
import org.asemeducation.stocktake.report.compare.Comparison.Line;
import org.asemeducation.stocktake.update.compare.Part;
import org.asemeducation.stocktake.update.compare.WordBag;
import org.asemeducation.stocktake.update.compare.WordComparison;

/**
 * Pairs the lines of two texts. A line that says the same is the same, wherever its text
 * has grown; one that shares most of its words with another is that one, changed. Words
 * of two lines that share less are not compared: nobody could read the result.
 */
final class Lines {

	/** The share of words that makes two lines one. */
	private static final double ALIKE = 0.4;

	/** From so many words on, comparing what shares less takes too long as well. */
	private static final int LONG = 500;

	private static final double LONG_ALIKE = 0.6;

	/** How far ahead a changed line is looked for. */
	private static final int AHEAD = 16;

	private final List<Line> lines = new ArrayList<>();

	private Lines() {
	}

	static List<Line> of(List<String> before, List<String> after) {
		Lines all = new Lines();
		int at = 0;
		for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
			before.subList(at, delta.getSource().getPosition()).forEach((it) -> all.whole(Kind.SAME, it));
			all.changed(delta.getSource().getLines(), delta.getTarget().getLines());
			at = delta.getSource().getPosition() + delta.getSource().size();
		}
		before.subList(at, before.size()).forEach((it) -> all.whole(Kind.SAME, it));
		return all.lines;
	}

	private void changed(List<String> struck, List<String> added) {
		List<WordBag> bags = added.stream().map(WordBag::of).toList();
		int next = 0;
		for (String text : struck) {
			int likest = likest(WordBag.of(text), bags, next);
			if (likest < 0) {
				whole(Kind.REMOVED, text);
				continue;
			}
			added.subList(next, likest).forEach((it) -> whole(Kind.ADDED, it));
			this.lines.add(new Line(Kind.CHANGED, WordComparison.of(text, added.get(likest))));
			next = likest + 1;
		}
		added.subList(next, added.size()).forEach((it) -> whole(Kind.ADDED, it));
	}

	/** The first of those that are most alike; -1 where none is. */
	private static int likest(WordBag text, List<WordBag> added, int from) {
		int likest = -1;
		double most = 0;
		for (int i = from; i < Math.min(added.size(), from + AHEAD); i++) {
			double likeness = text.likeness(added.get(i));
			if (likeness > most && likeness >= ((text.size() > LONG) ? LONG_ALIKE : ALIKE)) {
				likest = i;
				most = likeness;
			}
		}
		return likest;
	}

	private void whole(Kind kind, String text) {
		Part.Kind whose = switch (kind) {
			case REMOVED -> Part.Kind.STRUCK;
			case ADDED -> Part.Kind.ADDED;
			default -> Part.Kind.SAME;
		};
		this.lines.add(new Line(kind, List.of(new Part(whose, text))));
	}

}
