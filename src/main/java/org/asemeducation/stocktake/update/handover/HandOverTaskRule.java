package org.asemeducation.stocktake.update.handover;

import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleInitiative;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequests;

import org.springframework.stereotype.Component;

/**
 * What is said about "Confirm hand-over": it is due with the update that it is about.
 */
@Component
class HandOverTaskRule implements TaskRule {

	private final Cycles cycles;

	private final CycleInitiatives initiatives;

	private final UpdateRequests requests;

	private final DaysOfUpdates days;

	private final HandOvers handOvers;

	HandOverTaskRule(Cycles cycles, CycleInitiatives initiatives, UpdateRequests requests, DaysOfUpdates days,
			HandOvers handOvers) {
		this.cycles = cycles;
		this.initiatives = initiatives;
		this.requests = requests;
		this.days = days;
		this.handOvers = handOvers;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(HandOverProcess.CONFIRM);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		UpdateKey key = UpdateKey.of(about);
		String title = this.initiatives.find(key.cycle(), key.initiative())
			.map(CycleInitiative::title)
			.orElse(about.requiredPart());
		return new Face("%s: %s %s".formatted(label, key.initiative(), title),
				this.requests.find(key)
					.map((request) -> this.cycles.get(key.cycle()).endOf(this.days.due(request)))
					.orElse(null));
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		boolean answered = this.handOvers.latest(UpdateKey.of(about)).filter((asked) -> !asked.isOpen()).isPresent();
		return answered ? Optional.empty()
				: Optional.of("Use the form of this task: the hand-over of %s is not answered yet.".formatted(about));
	}

}
