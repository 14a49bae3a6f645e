package org.asemeducation.stocktake.rehearsal;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.handover.ConfirmingHandOver;
import org.asemeducation.stocktake.update.handover.HandingOver;
import org.asemeducation.stocktake.update.handover.Successor;

import org.springframework.stereotype.Component;

/**
 * Hands initiatives over in a rehearsal: whoever speaks for one names who speaks for the
 * other party, and the secretariat confirms it on the same day.
 */
@Component
class Successions {

	private final HandingOver handingOver;

	private final ConfirmingHandOver confirming;

	private final Register register;

	private final Cast cast;

	Successions(HandingOver handingOver, ConfirmingHandOver confirming, Register register, Cast cast) {
		this.handingOver = handingOver;
		this.confirming = confirming;
		this.register = register;
		this.cast = cast;
	}

	void handOver(UpdateKey key, String party) {
		Party taking = this.register.party(party)
			.orElseThrow(() -> Refused.conflict(
					"The plan has no party \"%s\": use its acronym, or its name where it has none.".formatted(party)));
		String leaving = this.cast.speaker(key.initiative().value())
			.orElseThrow(() -> Refused
				.conflict("Nobody coordinates %s: nobody can hand it over.".formatted(key.initiative())));
		Contact successor = this.cast.contact(taking);
		this.handingOver.ask(key, new Successor(taking.id().value(), null, successor.name(), successor.email(),
				"It is handed over in this scenario."), leaving);
		this.confirming.confirm(key, this.cast.secretariat());
	}

}
