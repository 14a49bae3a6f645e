package org.asemeducation.stocktake.report.comment;

import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.CommentRounds;
import org.asemeducation.stocktake.report.ReportProcess;
import org.asemeducation.stocktake.report.ReportStep;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.Steps;
import org.asemeducation.stocktake.report.comment.DecisionForm.Line;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat decides on each comment, works it into the report, and is done.
 */
@Component
class TakingIn {

	private static final String FORM = "decisions";

	private final Cycles cycles;

	private final Reports reports;

	private final Steps steps;

	private final FormDrafts drafts;

	private final Comments comments;

	private final CommentDecisions decisions;

	private final ReportProcess process;

	private final CommentRounds rounds;

	private final Audit audit;

	TakingIn(Cycles cycles, Reports reports, Steps steps, FormDrafts drafts, Comments comments,
			CommentDecisions decisions, ReportProcess process, CommentRounds rounds, Audit audit) {
		this.rounds = rounds;
		this.cycles = cycles;
		this.reports = reports;
		this.steps = steps;
		this.drafts = drafts;
		this.comments = comments;
		this.decisions = decisions;
		this.process = process;
		this.audit = audit;
	}

	FormDraft<DecisionForm> of(CycleName cycle) {
		return this.drafts.of(cycle, FORM, DecisionForm.EMPTY);
	}

	/**
	 * Saves the decisions over the version their writer has seen.
	 * @param cycle the cycle
	 * @param seen the version that was written on; 0 when there was none
	 * @param form the decisions so far
	 * @param by the user id
	 * @return as saved
	 * @throws Refused when somebody else has saved meanwhile, or comments are not being
	 * taken in
	 */
	@Transactional
	FormDraft<DecisionForm> save(CycleName cycle, long seen, DecisionForm form, String by) {
		this.cycles.lock(cycle);
		requireCommented(cycle);
		this.steps.requireUndone(cycle, ReportStep.TAKEN_IN);
		save(cycle, seen, form, this.comments.of(cycle), by);
		return of(cycle);
	}

	/**
	 * All comments are taken in, as far as they are: compiles the draft once more, so
	 * that it has the last words.
	 * @param cycle the cycle
	 * @param seen the version that was written on; 0 when there was none
	 * @param form a decision on each comment
	 * @param by the user id
	 * @throws Refused while a comment has no decision, or a decision lacks its reason
	 */
	@Transactional
	void finish(CycleName cycle, long seen, DecisionForm form, String by) {
		this.cycles.lock(cycle);
		requireCommented(cycle);
		this.steps.requireUndone(cycle, ReportStep.TAKEN_IN);
		this.rounds.requireNoneOpen(cycle);
		List<Comment> all = this.comments.of(cycle);
		List<Problem> open = form.open(all);
		if (!open.isEmpty()) {
			throw Refused.invalid("The comments are not taken in yet: %d %s to complete.".formatted(open.size(),
					(open.size() == 1) ? "field is" : "fields are"), open);
		}
		save(cycle, seen, form, all, by);
		List<Line> lines = all.stream().map(form::on).toList();
		lines.forEach((line) -> this.decisions.make(line, Objects.requireNonNull(line.decision()), by));
		this.reports.compile(cycle);
		int version = this.process.finish(cycle, ReportStep.TAKEN_IN, by);
		this.audit.record(by, "take in comments", cycle.value(), null,
				"%d taken, %d partly, %d not taken; version %d".formatted(count(lines, Decision.TAKEN),
						count(lines, Decision.PARTLY), count(lines, Decision.NOT_TAKEN), version));
	}

	private void save(CycleName cycle, long seen, DecisionForm form, List<Comment> all, String by) {
		List<Problem> problems = form.misshapen(all);
		if (!problems.isEmpty()) {
			throw Refused.invalid("The decisions are not saved: " + problems.get(0).message(), problems);
		}
		if (!this.drafts.save(cycle, FORM, seen, form, by)) {
			throw Refused.conflict("Somebody else has saved decisions since you opened the comments. "
					+ "Your text is not lost: copy what you want to keep, then load the newer version.");
		}
	}

	private void requireCommented(CycleName cycle) {
		if (!this.steps.isDone(cycle, ReportStep.COMMENTED)) {
			throw Refused.conflict(
					"The comments on the report of %s are not in yet: there is nothing to take in.".formatted(cycle));
		}
	}

	private static long count(List<Line> lines, Decision decision) {
		return lines.stream().filter((line) -> line.decision() == decision).count();
	}

}
