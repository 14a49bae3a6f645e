package org.asemeducation.stocktake.report;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.Placeholders;
import org.asemeducation.stocktake.report.model.FreeChapter;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writing a free chapter: saving it as it is typed, finishing it.
 */
@Component
public class ChapterWriting {

	private static final int LONGEST = 100_000;

	private final Cycles cycles;

	private final Chapters chapters;

	private final Steps steps;

	private final ReportProcess process;

	private final Audit audit;

	ChapterWriting(Cycles cycles, Chapters chapters, Steps steps, ReportProcess process, Audit audit) {
		this.cycles = cycles;
		this.chapters = chapters;
		this.steps = steps;
		this.process = process;
		this.audit = audit;
	}

	/**
	 * Saves a chapter over the version its writer has seen.
	 * @param cycle the cycle
	 * @param chapter which one
	 * @param seen the version that was written on; 0 when there was none
	 * @param text plain text, paragraphs by blank lines
	 * @param by the user id
	 * @return the chapter as saved
	 * @throws Refused when somebody else has saved meanwhile, or the draft is not the
	 * secretariat's to change
	 */
	@Transactional
	WrittenChapter save(CycleName cycle, FreeChapter chapter, long seen, String text, String by) {
		this.cycles.lock(cycle);
		this.steps.requireWithSecretariat(cycle);
		if (text.length() > LONGEST) {
			throw Refused.invalid("This chapter is not saved: it is too long.", List.of(new Problem("text",
					"Shorten it to %,d characters; it has %,d.".formatted(LONGEST, text.length()))));
		}
		if (!this.chapters.save(cycle, chapter, seen, text, by)) {
			throw Refused.conflict("Somebody else has saved this chapter since you opened it. "
					+ "Your text is not lost: copy what you want to keep, then load the newer version.");
		}
		return this.chapters.of(cycle, chapter);
	}

	/**
	 * A chapter is finished as last saved; it may still be changed when the report is
	 * edited.
	 * @param cycle the cycle
	 * @param chapter which one
	 * @param seen the version its writer has seen; 0 when there was none
	 * @param leaveOut whether the report may do without it
	 * @param by the user id
	 * @throws Refused when it says nothing and is not to be left out, or was finished
	 */
	@Transactional
	public void finish(CycleName cycle, FreeChapter chapter, long seen, boolean leaveOut, String by) {
		this.cycles.lock(cycle);
		this.steps.requireUndone(cycle, ReportStep.of(chapter));
		WrittenChapter written = this.chapters.of(cycle, chapter);
		if (written.version() != seen) {
			throw Refused.conflict(
					"This chapter is not finished: somebody else has saved it since you opened it. Load the newer version.");
		}
		String text = written.text().strip();
		if (Placeholders.isOnlyPlaceholder(text)) {
			throw Refused.invalid("This chapter is not finished yet.", List.of(new Problem("text",
					"\"%s\" is only a placeholder: write the chapter, or leave it empty.".formatted(text))));
		}
		if (text.isEmpty() && !leaveOut) {
			throw Refused.invalid("This chapter is not finished yet.",
					List.of(new Problem("text", "Write it, or say that the report does without it.")));
		}
		this.process.finish(cycle, ReportStep.of(chapter), by);
		this.audit.record(by, "finish chapter", BusinessKey.of(cycle.value(), chapter.key()).toString(), null,
				text.isEmpty() ? "left out" : "%d characters".formatted(text.length()));
	}

}
