package org.asemeducation.stocktake.update.contribution;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

import org.springframework.stereotype.Component;

/**
 * Puts the form before everybody who speaks for the party, and nobody else.
 */
@Component("offerToContributor")
class OfferToContributor implements TaskListener {

	private final PartyContributions contributions;

	OfferToContributor(PartyContributions contributions) {
		this.contributions = contributions;
	}

	@Override
	public void notify(DelegateTask task) {
		BusinessKey about = BusinessKey.parse(task.getExecution().getProcessBusinessKey());
		task.addCandidateGroup(this.contributions.get(new CycleName(about.cycle()), Contribution.party(about)).group());
	}

}
