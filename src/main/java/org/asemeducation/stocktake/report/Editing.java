package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat compiles the draft anew, and hands it to the reviewing body.
 */
@Component
public class Editing {

	private final Cycles cycles;

	private final Reports reports;

	private final Steps steps;

	private final ReportProcess process;

	private final CommentRounds rounds;

	private final AssessmentProcess assessments;

	private final Audit audit;

	Editing(Cycles cycles, Reports reports, Steps steps, ReportProcess process, CommentRounds rounds,
			AssessmentProcess assessments, Audit audit) {
		this.assessments = assessments;
		this.rounds = rounds;
		this.cycles = cycles;
		this.reports = reports;
		this.steps = steps;
		this.process = process;
		this.audit = audit;
	}

	/**
	 * Compiles a new version of the draft.
	 * @param cycle the cycle
	 * @param by the user id
	 * @return the version, counted from 1
	 * @throws Refused while the draft is not the secretariat's to change
	 */
	@Transactional
	public int compile(CycleName cycle, String by) {
		this.cycles.lock(cycle);
		this.steps.requireWithSecretariat(cycle);
		int version = this.reports.compile(cycle).version();
		this.audit.record(by, "compile report", cycle.value(), null, "version %d".formatted(version));
		return version;
	}

	/**
	 * Editing is finished: compiles once more, so that the draft has the last words, and
	 * asks the reviewing body for comments on it, unless a draft went round before.
	 * @param cycle the cycle
	 * @param by the user id
	 * @throws Refused when the report is not being edited, or no longer, or a draft is
	 * going round
	 */
	@Transactional
	public void finish(CycleName cycle, String by) {
		this.cycles.lock(cycle);
		this.steps.requireUndone(cycle, ReportStep.EDITED);
		this.rounds.requireNoneOpen(cycle);
		if (this.reports.latestVersion(cycle).isPresent()) {
			this.reports.compile(cycle);
		}
		int version = this.process.finish(cycle, ReportStep.EDITED, by);
		this.assessments.edited(cycle);
		this.audit.record(by, "finish editing report", cycle.value(), null, "version %d".formatted(version));
	}

}
