package org.asemeducation.stocktake.notification.help;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.review.TakingInLate;

import org.springframework.stereotype.Component;

/**
 * Takes in, after the gathering, the drafts that were left.
 */
@Component
class AcceptsLate implements HelpAct {

	private final TakingInLate taking;

	AcceptsLate(TakingInLate taking) {
		this.taking = taking;
	}

	@Override
	public HelpKind kind() {
		return HelpKind.ACCEPT_LATE;
	}

	@Override
	public Given give(CycleName cycle, List<InitiativeId> initiatives, Help help, String by) {
		if (help.reason() == null || help.reason().isBlank()) {
			throw Help.refusal("reason", "Say in a few words why they are taken in.");
		}
		return HelpAct.each(cycle, initiatives, (key) -> this.taking.takeInDraft(key, help.reason(), by));
	}

}
