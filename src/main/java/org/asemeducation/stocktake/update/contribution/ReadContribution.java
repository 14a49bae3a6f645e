package org.asemeducation.stocktake.update.contribution;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.update.contribution.Contribution.State;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Read contribution".
 */
@Component("readContribution")
class ReadContribution implements JavaDelegate {

	private final PartyContributions contributions;

	ReadContribution(PartyContributions contributions) {
		this.contributions = contributions;
	}

	@Override
	public void execute(DelegateExecution execution) {
		BusinessKey about = BusinessKey.parse(execution.getProcessBusinessKey());
		State state = this.contributions.get(new CycleName(about.cycle()), Contribution.party(about)).state();
		execution.setVariable(ContributionProcess.CHANGE_ASKED, state == State.RETURNED);
	}

}
