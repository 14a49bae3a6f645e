package org.asemeducation.stocktake.endorsement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.model.CleanText;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what officials asked to change beside the annex, and holds the free chapters
 * against it: no other chapter changes, and none that was asked for is forgotten.
 */
@Component
class Asking {

	private static final int LONGEST = 4_000;

	private final OpenAnnex open;

	private final AskedChanges asked;

	private final Reports reports;

	private final Audit audit;

	Asking(OpenAnnex open, AskedChanges asked, Reports reports, Audit audit) {
		this.open = open;
		this.asked = asked;
		this.reports = reports;
		this.audit = audit;
	}

	/**
	 * Records one change that was asked for.
	 * @param about {@code report}, the key of a free chapter, or the id of an initiative
	 * @return its number
	 * @throws Refused when something is missing, or nothing can be asked for any more
	 */
	@Transactional
	int add(CycleName cycle, @Nullable String about, @Nullable String text, @Nullable String askedBy, String by) {
		ReportModel put = this.open.of(cycle);
		List<Problem> problems = new ArrayList<>();
		if (about == null || !(AskedChange.REPORT.equals(about) || FreeChapter.of(about).isPresent()
				|| put.initiatives().anyMatch((known) -> known.id().equals(about)))) {
			problems.add(new Problem("about", "Choose what was asked to change."));
		}
		String what = (text != null) ? CleanText.of(text) : "";
		if (what.isEmpty() || what.length() > LONGEST) {
			problems.add(new Problem("text", "Say what was asked for, in up to %,d characters.".formatted(LONGEST)));
		}
		String who = (askedBy != null) ? CleanText.of(askedBy) : "";
		if (who.isEmpty()) {
			problems.add(new Problem("askedBy", "Say who asked for it, as in \"Malta\" or \"SOM2, all partners\"."));
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid("What was asked for is not recorded.", problems);
		}
		int number = this.asked.add(cycle, put.version(), Objects.requireNonNull(about), what, who, by);
		this.audit.record(by, "record asked change", "%s/version %d".formatted(cycle, put.version()), null,
				"%d: %s, asked by %s: %s".formatted(number, about, who, what));
		return number;
	}

	/**
	 * Takes an entry back that was made by mistake.
	 * @throws Refused when there is none of this number, or its changes are taken in
	 */
	@Transactional
	void takeBack(CycleName cycle, int number, String by) {
		ReportModel put = this.open.of(cycle);
		if (!this.asked.takeBack(cycle, put.version(), number, by)) {
			throw Refused.notFound("Nothing with the number %d was asked for, or it is taken back.".formatted(number));
		}
		this.audit.record(by, "take back asked change", "%s/version %d".formatted(cycle, put.version()),
				String.valueOf(number), null);
	}

	/** The keys of the chapters that read otherwise now than in a version. */
	List<String> changedChapters(CycleName cycle, ReportModel put) {
		return Differences.chapters(put.chapters(), this.reports.chapters(cycle));
	}

	/**
	 * Makes sure that each chapter that reads otherwise was asked to, and the other way
	 * round.
	 * @throws Refused with the first where it is not so
	 */
	void requireExactly(CycleName cycle, ReportModel put) {
		List<String> changed = changedChapters(cycle, put);
		List<String> wanted = this.asked.of(cycle, put.version()).stream().map(AskedChange::about).toList();
		for (FreeChapter chapter : FreeChapter.values()) {
			boolean isChanged = changed.contains(chapter.key());
			boolean isAsked = wanted.contains(chapter.key());
			if (isChanged && !isAsked) {
				throw Refused.conflict(
						"The chapter %s reads otherwise than in version %d, and nobody is recorded to have asked for it: enter who asked and for what, or write it back."
							.formatted(chapter.title(), put.version()));
			}
			if (isAsked && !isChanged) {
				throw Refused.conflict(
						"The chapter %s was asked to change and reads as in version %d: change it, or take the entry back."
							.formatted(chapter.title(), put.version()));
			}
		}
	}

}
