package org.asemeducation.stocktake.review;

import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleInitiative;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.stereotype.Component;

/**
 * What the review stage says about its task.
 */
@Component
class ReviewTaskRule implements TaskRule {

	private final Cycles cycles;

	private final CycleInitiatives initiatives;

	private final Verdicts verdicts;

	private final Dealing dealing;

	ReviewTaskRule(Cycles cycles, CycleInitiatives initiatives, Verdicts verdicts, Dealing dealing) {
		this.dealing = dealing;
		this.cycles = cycles;
		this.initiatives = initiatives;
		this.verdicts = verdicts;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(ReviewProcess.REVIEW_UPDATE);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		UpdateKey key = UpdateKey.of(about);
		String title = this.initiatives.find(key.cycle(), key.initiative())
			.map(CycleInitiative::title)
			.orElse(about.requiredPart());
		Cycle cycle = this.cycles.get(key.cycle());
		return new Face(
				"%s: %s %s".formatted(cycle.isCompletion() ? label.replace("update", "words for the plan") : label,
						key.initiative(), title),
				cycle.endOf(DeadlineKind.REVIEWS));
	}

	@Override
	public Optional<String> dealTo(String task, BusinessKey about) {
		return this.dealing.deal(UpdateKey.of(about));
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		return this.verdicts.onLatest(UpdateKey.of(about)).isPresent() ? Optional.empty()
				: Optional.of("Use the form of this task: no verdict is saved yet for %s.".formatted(about));
	}

}
