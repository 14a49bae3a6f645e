package org.asemeducation.stocktake.report.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.document.Passages;
import org.jspecify.annotations.Nullable;

/**
 * What one person says about a draft, until the round closes.
 *
 * @param comments in any order
 */
record RoundForm(@Nullable List<Line> comments) {

	static final RoundForm EMPTY = new RoundForm(List.of());

	private static final int LONGEST = 5_000;

	private static final int MOST = 500;

	private static final int LONGEST_KEY = 100;

	/**
	 * What keeps it from being saved.
	 * @param passages of the draft
	 * @return one problem a field
	 */
	List<Problem> problems(Passages passages) {
		List<Problem> problems = new ArrayList<>();
		List<Line> lines = lines();
		if (lines.size() > MOST) {
			problems.add(new Problem("comments", "Write at most %d comments.".formatted(MOST)));
		}
		for (int index = 0; index < lines.size(); index++) {
			Line line = lines.get(index);
			Optional<Passage> passage = line.passage(passages);
			if (passage.isEmpty()) {
				problems.add(new Problem("comments.%d.place".formatted(index),
						"The draft of this round has no paragraph %d at \"%s\": choose one of the page."
							.formatted(line.number(), line.where())));
			}
			else if (!line.other().isEmpty() && !passage.get().prose()) {
				problems.add(new Problem("comments.%d.wording".formatted(index),
						"Only a paragraph that somebody wrote can be put in other words: say in the comment what should be different."));
			}
			if (line.key() != null && line.key().length() > LONGEST_KEY) {
				problems.add(new Problem("comments.%d.key".formatted(index),
						"Give each comment a key of at most %d characters.".formatted(LONGEST_KEY)));
			}
			tooLong(problems, "comments.%d.text".formatted(index), line.remark());
			tooLong(problems, "comments.%d.wording".formatted(index), line.other());
		}
		return problems;
	}

	private static void tooLong(List<Problem> problems, String field, String text) {
		if (text.length() > LONGEST) {
			problems
				.add(new Problem(field, "Shorten it to %,d characters; it has %,d.".formatted(LONGEST, text.length())));
		}
	}

	/**
	 * The comments that say something.
	 * @param passages of the draft
	 * @return without those that repeat the paragraph and say nothing about it
	 */
	List<Line> said(Passages passages) {
		return lines().stream().filter((line) -> line.saysSomething(passages)).toList();
	}

	List<Line> lines() {
		return Optional.ofNullable(this.comments).orElse(List.of());
	}

	/**
	 * One comment.
	 *
	 * @param key tells it from the writer's others
	 * @param place the section's id
	 * @param paragraph which of it; 0 for the section as a whole
	 * @param text what is said about it
	 * @param wording other words for it
	 */
	record Line(@Nullable String key, @Nullable String place, @Nullable Integer paragraph, @Nullable String text,
			@Nullable String wording) {

		Optional<Passage> passage(Passages passages) {
			return passages.find(where(), number());
		}

		String where() {
			return (this.place != null) ? this.place : "";
		}

		int number() {
			return (this.paragraph != null) ? this.paragraph : 0;
		}

		String remark() {
			return (this.text != null) ? this.text.strip() : "";
		}

		String other() {
			return (this.wording != null) ? this.wording.strip() : "";
		}

		/** The other words, where they are others. */
		Optional<String> change(Passages passages) {
			return Optional.of(other())
				.filter((words) -> !words.isEmpty()
						&& passage(passages).filter((passage) -> passage.prose() && !passage.text().equals(words))
							.isPresent());
		}

		boolean saysSomething(Passages passages) {
			return passage(passages).isPresent() && (!remark().isEmpty() || change(passages).isPresent());
		}

	}

}
