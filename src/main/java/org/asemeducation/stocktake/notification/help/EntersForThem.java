package org.asemeducation.stocktake.notification.help;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.entry.Entering;
import org.asemeducation.stocktake.update.entry.Source;

import org.springframework.stereotype.Component;

/**
 * Begins to enter updates in place of their coordinators. The forms lead on from there.
 */
@Component
class EntersForThem implements HelpAct {

	private final Entering entering;

	EntersForThem(Entering entering) {
		this.entering = entering;
	}

	@Override
	public HelpKind kind() {
		return HelpKind.ENTER;
	}

	@Override
	public Given give(CycleName cycle, List<InitiativeId> initiatives, Help help, String by) {
		return HelpAct.each(cycle, initiatives, (key) -> this.entering.begin(key, new Source(false, null, null), by));
	}

}
