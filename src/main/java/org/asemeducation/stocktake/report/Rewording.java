package org.asemeducation.stocktake.report;

import java.util.Objects;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.Origin;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Prints other words in place of a paragraph: a chapter is the secretariat's own text and
 * is rewritten, over an accepted text they are laid.
 */
@Component
public class Rewording {

	private final Reports reports;

	private final Steps steps;

	private final Chapters chapters;

	private final Edits edits;

	Rewording(Reports reports, Steps steps, Chapters chapters, Edits edits) {
		this.reports = reports;
		this.steps = steps;
		this.chapters = chapters;
		this.edits = edits;
	}

	/**
	 * The passages of the report as it would be compiled now.
	 * @param cycle the cycle
	 * @return in reading order
	 */
	public Passages today(CycleName cycle) {
		return Passages.of(Composition.of(this.reports.current(cycle)));
	}

	/**
	 * Takes other words over, in the caller's transaction, which holds the cycle's lock.
	 * @param cycle the cycle
	 * @param place where the paragraph stands
	 * @param said the paragraph as its reader saw it
	 * @param wording the other words
	 * @param comment the comment that suggests them; {@code null} where none does
	 * @param by the user id
	 * @throws Refused when the paragraph says something else by now, or the draft is not
	 * the secretariat's to change
	 */
	public void take(CycleName cycle, String place, String said, String wording, @Nullable Long comment, String by) {
		this.steps.requireWithSecretariat(cycle);
		ReportModel now = this.reports.current(cycle);
		Passage passage = Passages.of(Composition.of(now))
			.saying(place, said)
			.filter(Passage::prose)
			.orElseThrow(() -> Refused.conflict((comment != null)
					? "The paragraph says something else by now: read it in the draft, and change it by hand if the suggestion still fits."
					: "The paragraph says something else by now: load the page again and read it."));
		Optional<FreeChapter> chapter = FreeChapter.of(place);
		if (chapter.isEmpty()) {
			this.edits.make(cycle, place, passage.paragraph(), revision(now, passage), said, wording, comment, by);
			return;
		}
		WrittenChapter written = this.chapters.of(cycle, chapter.get());
		this.chapters.save(cycle, chapter.get(), written.version(), EditLayer.replaced(written.text(), said, wording),
				by);
	}

	private static int revision(ReportModel now, Passage passage) {
		return Objects.requireNonNull(now.paragraphs())
			.stream()
			.filter((it) -> it.paragraph() == passage.paragraph() && it.place().equals(passage.place()))
			.map(Origin::revision)
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Prints a paragraph as it was accepted, in the caller's transaction, which holds the
	 * cycle's lock.
	 * @param cycle the cycle
	 * @param comment the comment that suggested other words
	 * @param by the user id
	 * @throws Refused when none of its words are printed, or the draft is not the
	 * secretariat's to change
	 */
	public void undo(CycleName cycle, long comment, String by) {
		this.steps.requireWithSecretariat(cycle);
		if (!this.edits.undo(comment, by)) {
			throw Refused
				.conflict("No words of this comment lie over an accepted text: change a chapter where it is written.");
		}
	}

}
