package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Look for rounds": a draft that went round needs no further comments of the
 * reviewing body.
 */
@Component("lookForRounds")
class LookForRounds implements JavaDelegate {

	private final CommentRounds rounds;

	private final Reports reports;

	private final Steps steps;

	LookForRounds(CommentRounds rounds, Reports reports, Steps steps) {
		this.rounds = rounds;
		this.reports = reports;
		this.steps = steps;
	}

	@Override
	public void execute(DelegateExecution execution) {
		CycleName cycle = new CycleName(execution.getProcessBusinessKey());
		boolean held = this.rounds.wereHeld(cycle);
		if (held && !this.steps.isDone(cycle, ReportStep.COMMENTED)) {
			this.steps.done(cycle, ReportStep.COMMENTED, this.reports.latestVersion(cycle).orElseThrow(),
					this.steps.editor(cycle).orElseThrow());
		}
		execution.setVariable(ReportProcess.DRAFT_WENT_ROUND, held);
	}

}
