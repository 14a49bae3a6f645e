package org.asemeducation.stocktake.update.contribution;

import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;
import org.asemeducation.stocktake.update.contribution.Contribution.State;

import org.springframework.stereotype.Component;

/**
 * What is said about the tasks of a contribution. Neither is ever due: nobody is chased.
 */
@Component
class ContributionTaskRule implements TaskRule {

	private static final Set<State> DECIDED = Set.of(State.ACCEPTED, State.RETURNED, State.LEFT_OUT);

	private final PartyContributions contributions;

	ContributionTaskRule(PartyContributions contributions) {
		this.contributions = contributions;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(ContributionProcess.WRITE, ContributionProcess.LOOK_AT);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		return find(about).map((it) -> new Face("%s: %s (%s)".formatted(label, it.name(), it.cycle()), null))
			.orElseGet(() -> new Face("%s (%s)".formatted(label, about.cycle()), null));
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		State state = find(about).map(Contribution::state).orElse(State.INVITED);
		if (ContributionProcess.WRITE.equals(task)) {
			return (state == State.SUBMITTED) ? Optional.empty()
					: Optional.of("Use the form of this task: nothing is submitted yet.");
		}
		return DECIDED.contains(state) ? Optional.empty()
				: Optional.of("Use the form of this task: the contribution is not decided on yet.");
	}

	private Optional<Contribution> find(BusinessKey about) {
		return Contribution.isAbout(about)
				? this.contributions.find(new CycleName(about.cycle()), Contribution.party(about)) : Optional.empty();
	}

}
