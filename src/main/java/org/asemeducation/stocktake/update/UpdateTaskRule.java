package org.asemeducation.stocktake.update;

import java.time.Clock;
import java.time.Instant;
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

	private final Clock clock;

	UpdateTaskRule(Cycles cycles, CycleInitiatives initiatives, UpdateRequests requests, Drafts drafts, Clock clock) {
		this.cycles = cycles;
		this.initiatives = initiatives;
		this.requests = requests;
		this.drafts = drafts;
		this.clock = clock;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(UpdateProcess.FIND_COORDINATOR, UpdateProcess.PROVIDE_UPDATE, UpdateProcess.REVISE_UPDATE,
				UpdateProcess.DECIDE_DRAFTS);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		Cycle cycle = this.cycles.get(new CycleName(about.cycle()));
		if (UpdateProcess.DECIDE_DRAFTS.equals(task)) {
			return new Face("%s (%s)".formatted(label, about.cycle()), cycle.endOf(DeadlineKind.REVIEWS));
		}
		UpdateKey key = UpdateKey.of(about);
		String title = this.initiatives.find(key.cycle(), key.initiative())
			.map(CycleInitiative::title)
			.orElse(about.requiredPart());
		Instant due = UpdateProcess.REVISE_UPDATE.equals(task) ? cycle.revisionDue(this.clock.instant())
				: cycle.endOf(DeadlineKind.DEADLINE);
		return new Face("%s: %s %s".formatted(label, key.initiative(), title), due);
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
