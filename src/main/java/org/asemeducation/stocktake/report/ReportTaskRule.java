package org.asemeducation.stocktake.report;

import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;

import org.springframework.stereotype.Component;

/**
 * What the report says about the task of editing it: due when the papers are sent.
 */
@Component
class ReportTaskRule implements TaskRule {

	private final Cycles cycles;

	private final Edits edits;

	ReportTaskRule(Cycles cycles, Edits edits) {
		this.cycles = cycles;
		this.edits = edits;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(ReportProcess.EDIT_REPORT);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		return new Face("%s (%s)".formatted(label, about),
				this.cycles.get(new CycleName(about.cycle())).endOf(DeadlineKind.PAPERS));
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		return this.edits.isFinished(new CycleName(about.cycle())) ? Optional.empty()
				: Optional.of("Use the form of this task: editing is not finished yet.");
	}

}
