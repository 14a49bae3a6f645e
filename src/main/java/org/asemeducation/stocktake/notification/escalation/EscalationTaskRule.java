package org.asemeducation.stocktake.notification.escalation;

import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;

import org.springframework.stereotype.Component;

/**
 * What is said about "Decide on escalation": it is of use until the gathering ends.
 */
@Component
class EscalationTaskRule implements TaskRule {

	private final Escalations escalations;

	private final EscalationViews views;

	private final Cycles cycles;

	EscalationTaskRule(Escalations escalations, EscalationViews views, Cycles cycles) {
		this.escalations = escalations;
		this.views = views;
		this.cycles = cycles;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(EscalateProcess.DECIDE);
	}

	@Override
	public Set<String> moving() {
		return tasks();
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		return new Face("%s: %s".formatted(label, this.views.party(Escalation.party(about))),
				this.cycles.get(new CycleName(about.cycle())).endOf(DeadlineKind.FREEZE));
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		boolean decided = this.escalations.find(about).filter((escalation) -> !escalation.isOpen()).isPresent();
		return decided ? Optional.empty() : Optional.of("Use the form of this task: nothing is decided yet.");
	}

}
