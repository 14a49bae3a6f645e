package org.asemeducation.stocktake.update.completion;

import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;

import org.springframework.stereotype.Component;

/**
 * What the task "Complete the plan" is called, when it is due, and when it is done.
 */
@Component
class CompletePlanTaskRule implements TaskRule {

	private final Cycles cycles;

	private final CompletedPlans completed;

	CompletePlanTaskRule(Cycles cycles, CompletedPlans completed) {
		this.cycles = cycles;
		this.completed = completed;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(PlanCompletion.COMPLETE_PLAN);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		return new Face("%s (%s)".formatted(label, about),
				this.cycles.get(new CycleName(about.cycle())).endOf(DeadlineKind.REVIEWS));
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		return this.completed.find(new CycleName(about.cycle())).isPresent() ? Optional.empty()
				: Optional.of("Use the form of this task: the plan has no new version yet.");
	}

}
