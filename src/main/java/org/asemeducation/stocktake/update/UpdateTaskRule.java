package org.asemeducation.stocktake.update;

import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleInitiative;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;

import org.springframework.stereotype.Component;

/**
 * What the update stage says about its tasks.
 */
@Component
class UpdateTaskRule implements TaskRule {

	private final Cycles cycles;

	private final CycleInitiatives initiatives;

	private final UpdateRequests requests;

	private final Drafts drafts;

	private final DaysOfUpdates days;

	private final AskedTogether together;

	UpdateTaskRule(Cycles cycles, CycleInitiatives initiatives, UpdateRequests requests, Drafts drafts,
			DaysOfUpdates days, AskedTogether together) {
		this.cycles = cycles;
		this.initiatives = initiatives;
		this.requests = requests;
		this.drafts = drafts;
		this.days = days;
		this.together = together;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(UpdateProcess.FIND_COORDINATOR, UpdateProcess.PROVIDE_UPDATE, UpdateProcess.REVISE_UPDATE,
				UpdateProcess.DECIDE_DRAFTS);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		return knownFace(label, about).orElseGet(() -> newFace(task, label, about));
	}

	private Optional<Face> knownFace(String label, BusinessKey about) {
		return Optional.of(about)
			.filter((key) -> key.part() != null)
			.map(UpdateKey::of)
			.flatMap((key) -> this.together.of(key)
				.map((asked) -> new Face(name(label, key, asked.title(), asked.wordsForPlan()), asked.due())));
	}

	private Face newFace(String task, String label, BusinessKey about) {
		Cycle cycle = this.cycles.get(new CycleName(about.cycle()));
		if (UpdateProcess.DECIDE_DRAFTS.equals(task)) {
			return new Face("%s (%s)".formatted(label, about.cycle()), cycle.endOf(DeadlineKind.REVIEWS));
		}
		UpdateKey key = UpdateKey.of(about);
		UpdateRequest request = this.requests.find(key).orElseThrow(() -> UpdateRequests.notAsked(key));
		String title = this.initiatives.find(key.cycle(), key.initiative())
			.map(CycleInitiative::title)
			.orElse(about.requiredPart());
		return new Face(name(label, key, title, cycle.isCompletion()), cycle.endOf(this.days.due(request)));
	}

	private static String name(String label, UpdateKey key, String title, boolean wordsForPlan) {
		return "%s: %s %s".formatted(wordsForPlan ? label.replace("update", "words for the plan") : label,
				key.initiative(), title);
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		boolean saved = switch (task) {
			case UpdateProcess.DECIDE_DRAFTS -> this.drafts.unsubmitted(new CycleName(about.cycle())).isEmpty();
			case UpdateProcess.FIND_COORDINATOR -> state(about) == UpdateState.REQUESTED;
			default -> state(about) == UpdateState.IN_REVIEW;
		};
		return saved ? Optional.empty()
				: Optional.of("Use the form of this task: nothing is submitted yet for %s.".formatted(about));
	}

	private UpdateState state(BusinessKey about) {
		UpdateKey key = UpdateKey.of(about);
		return this.requests.find(key).map(UpdateRequest::state).orElseThrow(() -> UpdateRequests.notAsked(key));
	}

}
