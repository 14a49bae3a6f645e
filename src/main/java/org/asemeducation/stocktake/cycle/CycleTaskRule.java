package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;

import org.springframework.stereotype.Component;

/**
 * What the cycle says about the AES's tasks in it.
 */
@Component
class CycleTaskRule implements TaskRule {

	private final Cycles cycles;

	CycleTaskRule(Cycles cycles) {
		this.cycles = cycles;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(CycleProcess.SEND_REQUESTS, CycleProcess.CLOSE_GATHERING);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		Cycle cycle = cycle(about);
		Instant due = CycleProcess.SEND_REQUESTS.equals(task) ? cycle.requestAt() : cycle.endOf(DeadlineKind.FREEZE);
		return new Face("%s (%s)".formatted(label, about), due);
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		Cycle cycle = cycle(about);
		Instant saved = CycleProcess.SEND_REQUESTS.equals(task) ? cycle.requestedAt() : cycle.closedAt();
		return (saved != null) ? Optional.empty() : Optional.of("Use the form of this task: nothing is recorded yet.");
	}

	private Cycle cycle(BusinessKey about) {
		return this.cycles.get(new CycleName(about.cycle()));
	}

}
