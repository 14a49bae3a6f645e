package org.asemeducation.stocktake.notification.help;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.access.Register;
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

	private final Register register;

	HandsOver(ArrangingHandOver arranging, Register register) {
		this.arranging = arranging;
		this.register = register;
	}

	@Override
	public HelpKind kind() {
		return HelpKind.HAND_OVER;
	}

	@Override
	public Given give(CycleName cycle, List<InitiativeId> initiatives, Help help, String by) {
		Successor successor = successor(help).check();
		Set<String> gone = new HashSet<>();
		return HelpAct.each(cycle, initiatives, (key) -> {
			if (!gone.contains(key.initiative().value())) {
				gone.addAll(this.arranging.arrange(key, help.leaving(), successor, by).initiatives());
			}
		});
	}

	private Successor successor(Help help) {
		Successor said = Optional.ofNullable(help.successor())
			.orElseGet(() -> new Successor(null, null, null, null, null));
		if (help.party() == null || help.party().isBlank()) {
			return said;
		}
		try {
			return new Successor(this.register.partyCalled(help.party()).id().value(), null, said.name(), said.email(),
					said.reason());
		}
		catch (IllegalArgumentException ex) {
			throw Help.refusal("party", String.valueOf(ex.getMessage()));
		}
	}

}
