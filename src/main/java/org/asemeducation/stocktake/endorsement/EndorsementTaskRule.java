package org.asemeducation.stocktake.endorsement;

import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;

import org.springframework.stereotype.Component;

/**
 * What the endorsement says about the AES's tasks in it: due on the day of the meeting
 * that each follows.
 */
@Component
class EndorsementTaskRule implements TaskRule {

	private final Occasions occasions;

	private final Versions versions;

	private final Decisions decisions;

	EndorsementTaskRule(Occasions occasions, Versions versions, Decisions decisions) {
		this.occasions = occasions;
		this.versions = versions;
		this.decisions = decisions;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(EndorsementProcess.TAKE_IN_CHANGES, EndorsementProcess.RECORD_ADOPTION);
	}

	@Override
	public Set<String> moving() {
		return tasks();
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		MeetingKind meeting = EndorsementProcess.TAKE_IN_CHANGES.equals(task) ? MeetingKind.SOM2 : MeetingKind.ASEMME;
		return new Face("%s (%s)".formatted(label, about), this.occasions.endOf(new CycleName(about.cycle()), meeting));
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		CycleName cycle = new CycleName(about.cycle());
		if (EndorsementProcess.TAKE_IN_CHANGES.equals(task)) {
			return this.versions.areTakenIn(cycle) ? Optional.empty()
					: Optional.of("Use the form of this task: SOM2's changes are not taken in yet.");
		}
		return this.decisions.of(cycle).isPresent() ? Optional.empty()
				: Optional.of("Use the form of this task: no decision of ministers is recorded yet.");
	}

}
