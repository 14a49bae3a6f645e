package org.asemeducation.stocktake.notification.help;

import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.extension.GivingTime;
import org.asemeducation.stocktake.update.extension.Grant;

import org.springframework.stereotype.Component;

/**
 * Gives each the same day, which counts for it alone.
 */
@Component
class GivesTime implements HelpAct {

	private final GivingTime giving;

	GivesTime(GivingTime giving) {
		this.giving = giving;
	}

	@Override
	public HelpKind kind() {
		return HelpKind.MORE_TIME;
	}

	@Override
	public Given give(CycleName cycle, List<InitiativeId> initiatives, Help help, String by) {
		Grant grant = Optional.ofNullable(help.grant()).orElseGet(() -> new Grant(null, null, false));
		grant.check();
		return HelpAct.each(cycle, initiatives, (key) -> this.giving.grant(key, grant, by));
	}

}
