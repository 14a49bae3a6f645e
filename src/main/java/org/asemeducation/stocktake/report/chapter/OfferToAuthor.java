package org.asemeducation.stocktake.report.chapter;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

import org.springframework.stereotype.Component;

/**
 * Puts a chapter before everybody who speaks for its author's party, beside the
 * secretariat; one that a person writes is dealt to that person.
 */
@Component("offerToAuthor")
class OfferToAuthor implements TaskListener {

	private final Commissions commissions;

	OfferToAuthor(Commissions commissions) {
		this.commissions = commissions;
	}

	@Override
	public void notify(DelegateTask task) {
		BusinessKey about = BusinessKey.parse(task.getExecution().getProcessBusinessKey());
		Commission commission = this.commissions.get(new CycleName(about.cycle()), Commission.number(about));
		if (commission.author().userId() == null) {
			task.addCandidateGroup(commission.author().group());
		}
	}

}
