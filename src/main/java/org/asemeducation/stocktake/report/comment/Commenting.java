package org.asemeducation.stocktake.report.comment;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.ReportProcess;
import org.asemeducation.stocktake.report.ReportStep;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.Steps;
import org.asemeducation.stocktake.report.model.ReportModel;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The comment round: each member of the reviewing body writes, one of them or the
 * secretariat hands in what all have written.
 */
@Component
public class Commenting {

	private static final String FORM = "comments/";

	private final Cycles cycles;

	private final Reports reports;

	private final Steps steps;

	private final FormDrafts drafts;

	private final Comments comments;

	private final ReportProcess process;

	private final Audit audit;

	Commenting(Cycles cycles, Reports reports, Steps steps, FormDrafts drafts, Comments comments, ReportProcess process,
			Audit audit) {
		this.cycles = cycles;
		this.reports = reports;
		this.steps = steps;
		this.drafts = drafts;
		this.comments = comments;
		this.process = process;
		this.audit = audit;
	}

	boolean isOpen(CycleName cycle) {
		return this.steps.isDone(cycle, ReportStep.EDITED) && !this.steps.isDone(cycle, ReportStep.COMMENTED);
	}

	/**
	 * What is written so far.
	 * @param cycle the cycle
	 * @return of everybody, read at once
	 */
	CommentRound round(CycleName cycle) {
		return new CommentRound(this.drafts.all(cycle, FORM, CommentForm.EMPTY));
	}

	Parts parts(CycleName cycle) {
		return Parts.of(draft(cycle));
	}

	/**
	 * Saves what one person writes over the version they have seen.
	 * @param cycle the cycle
	 * @param seen the version that was written on; 0 when there was none
	 * @param form all of their comments
	 * @param by the user id
	 * @return as saved
	 * @throws Refused when it was saved elsewhere meanwhile, or the round is not open
	 */
	@Transactional
	FormDraft<CommentForm> save(CycleName cycle, long seen, CommentForm form, String by) {
		this.cycles.lock(cycle);
		if (!isOpen(cycle)) {
			throw Refused.conflict(
					"The draft of the report of %s is not open for comments, or no longer: write to the secretariat about what you still want to say."
						.formatted(cycle));
		}
		List<Problem> problems = form.problems(parts(cycle));
		if (!problems.isEmpty()) {
			throw Refused.invalid("Your comments are not saved: " + problems.get(0).message(), problems);
		}
		if (!this.drafts.save(cycle, FORM + by, seen, form, by)) {
			throw Refused.conflict("Your comments have been saved in another window since you opened them here. "
					+ "Your text is not lost: copy what you want to keep, then load the newer version.");
		}
		return round(cycle).by(by);
	}

	/**
	 * Hands in what all have written and ends the round.
	 * @param cycle the cycle
	 * @param seen the version of the round that the person who ends it has seen
	 * @param by the user id
	 * @throws Refused when somebody has saved since, or the round is not open
	 */
	@Transactional
	public void handIn(CycleName cycle, long seen, String by) {
		this.cycles.lock(cycle);
		this.steps.requireUndone(cycle, ReportStep.COMMENTED);
		CommentRound round = round(cycle);
		if (round.version() != seen) {
			throw Refused.conflict(
					"Nothing is handed in yet: somebody has saved comments since you looked. Read what there is now, then hand it in.");
		}
		ReportModel draft = draft(cycle);
		List<Said> said = round.said(Parts.of(draft));
		said.forEach((one) -> this.comments.handIn(cycle, draft.version(), one));
		this.process.finish(cycle, ReportStep.COMMENTED, by);
		this.audit.record(by, "hand in comments", cycle.value(), null,
				"%d on version %d".formatted(said.size(), draft.version()));
	}

	private ReportModel draft(CycleName cycle) {
		return this.reports.latest(cycle)
			.orElseThrow(() -> Refused.conflict("There is no draft of the report of %s yet.".formatted(cycle)));
	}

}
