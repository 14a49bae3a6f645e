package org.asemeducation.stocktake.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.report.document.Paragraphs;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Puts the secretariat's words over the accepted ones of an initiative. A paragraph that
 * says something else by now keeps its words.
 */
class EditLayer {

	private final List<Edit> edits;

	private final List<LaidEdit> laid = new ArrayList<>();

	private final List<String> edited = new ArrayList<>();

	private final Set<Long> printed = new HashSet<>();

	/**
	 * A layer.
	 * @param edits those that stand, in the order in which they were made
	 */
	EditLayer(List<Edit> edits) {
		this.edits = edits;
	}

	/** The edits of the initiatives seen by now, and whether their words are printed. */
	List<LaidEdit> laid() {
		return this.laid;
	}

	/**
	 * The update as it is printed.
	 * @param initiative its id
	 * @param accepted as it was accepted
	 * @return the same where nothing was edited
	 */
	Update over(String initiative, Update accepted) {
		List<Edit> own = this.edits.stream().filter((edit) -> edit.place().startsWith(initiative + "-")).toList();
		return own.isEmpty() ? accepted : new EditLayer(own).over(initiative, accepted, this.laid);
	}

	private Update over(String initiative, Update it, List<LaidEdit> seen) {
		String progress = words(initiative + "-progress", "Progress and achievements", it.progress());
		String highlights = words(initiative + "-highlights", "Highlights", it.highlights());
		String addedValue = words(initiative + "-added-value", "Added value in the ASEM Education Process",
				it.addedValue());
		String challenges = words(initiative + "-challenges", "Challenges", it.challenges());
		List<Update.Answer> answers = it.answers()
			.stream()
			.map((answer) -> new Update.Answer(answer.position(), answer.question(),
					Objects.requireNonNull(
							words(initiative + "-answer-" + answer.position(), answer.question(), answer.text()))))
			.toList();
		this.edits.forEach((edit) -> seen.add(new LaidEdit(edit, it.revision(), this.printed.contains(edit.id()))));
		return it.worded(progress, highlights, addedValue, challenges, answers,
				this.edited.isEmpty() ? null : List.copyOf(this.edited));
	}

	private @Nullable String words(String place, String title, @Nullable String accepted) {
		if (accepted == null) {
			return null;
		}
		String words = accepted;
		for (Edit edit : this.edits) {
			if (edit.place().equals(place)) {
				String before = words;
				words = replaced(words, edit.said(), edit.wording());
				if (!words.equals(before)) {
					this.printed.add(edit.id());
				}
			}
		}
		if (!words.equals(accepted)) {
			this.edited.add(title);
		}
		return words;
	}

	/**
	 * A text with one paragraph in other words.
	 * @param text plain text, paragraphs by blank lines
	 * @param said the paragraph
	 * @param wording the other words
	 * @return the same text where no paragraph says that
	 */
	static String replaced(String text, String said, String wording) {
		List<String> paragraphs = Paragraphs.of(text);
		int at = paragraphs.indexOf(said);
		if (at < 0) {
			return text;
		}
		List<String> now = new ArrayList<>(paragraphs);
		now.set(at, wording);
		return now.stream().collect(Collectors.joining("\n\n"));
	}

}
