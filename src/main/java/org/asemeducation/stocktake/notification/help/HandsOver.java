package org.asemeducation.stocktake.notification.help;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.handover.ArrangingHandOver;
import org.asemeducation.stocktake.update.handover.Successor;

import org.springframework.stereotype.Component;

/**
 * Has one person take them over from another. A colleague takes over all that the party
 * coordinates, so what is chosen besides goes with the first.
 */
@Component
class HandsOver implements HelpAct {

	private final ArrangingHandOver arranging;

	HandsOver(ArrangingHandOver arranging) {
		this.arranging = arranging;
	}

	@Override
	public HelpKind kind() {
		return HelpKind.HAND_OVER;
	}

	@Override
	public Given give(CycleName cycle, List<InitiativeId> initiatives, Help help, String by) {
		Successor successor = Optional.ofNullable(help.successor())
			.orElseGet(() -> new Successor(null, null, null, null, null));
		successor.check();
		Set<String> gone = new HashSet<>();
		return HelpAct.each(cycle, initiatives, (key) -> {
			if (!gone.contains(key.initiative().value())) {
				gone.addAll(this.arranging.arrange(key, help.leaving(), successor, by).initiatives());
			}
		});
	}

}
