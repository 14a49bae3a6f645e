package org.asemeducation.stocktake.update.handover;

import java.util.List;

import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.asemeducation.stocktake.update.UpdateState;
import org.asemeducation.stocktake.update.Writers;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator names who takes over, which becomes a task of the AES. Until it is
 * confirmed nothing changes.
 */
@Component
public class HandingOver {

	private final Writers writers;

	private final Register register;

	private final UpdateRequests requests;

	private final HandOvers handOvers;

	private final HandOverProcess process;

	private final Audit audit;

	HandingOver(Writers writers, Register register, UpdateRequests requests, HandOvers handOvers,
			HandOverProcess process, Audit audit) {
		this.writers = writers;
		this.register = register;
		this.requests = requests;
		this.handOvers = handOvers;
		this.process = process;
		this.audit = audit;
	}

	/**
	 * Asks.
	 * @param key at which update
	 * @param successor who takes over
	 * @param by the user id of who hands over
	 * @throws Refused when they may not, something is missing, or a hand-over waits
	 * already
	 */
	@Transactional
	public void ask(UpdateKey key, Successor successor, String by) {
		List<PartyId> own = this.writers.requireSpeaker(key, by);
		successor.check();
		if (this.requests.lock(key).state() == UpdateState.SETTLED) {
			throw Refused.conflict("The update of %s is closed: write to the secretariat.".formatted(key.initiative()));
		}
		if (this.handOvers.open(key).isPresent()) {
			throw Refused.conflict("A hand-over of %s waits for the secretariat already.".formatted(key.initiative()));
		}
		refuseNobodyElse(key, successor, own, by);
		this.handOvers.ask(key, successor, by);
		this.audit.record(by, "ask for hand-over", key.toString(), this.register.nameOf(by),
				"%s <%s>: %s".formatted(successor.name(), successor.email(), successor.reason()));
		this.process.start(key);
	}

	private void refuseNobodyElse(UpdateKey key, Successor successor, List<PartyId> own, String by) {
		Long party = successor.party();
		if (party != null && this.register.parties().stream().map(Party::id).noneMatch(new PartyId(party)::equals)) {
			throw refusal("party", "The register has no such party: choose one of the list.");
		}
		if (party != null && own.contains(new PartyId(party))) {
			throw refusal("party", "This is your own party: leave it out, and name your colleague.");
		}
		if (this.register.contactByEmail(String.valueOf(successor.email()))
			.filter((known) -> known.userId().equals(by))
			.isPresent()) {
			throw refusal("email", "This is your own address: give that of whoever takes over.");
		}
	}

	private static Refused refusal(String field, String message) {
		return Refused.invalid("Nothing is asked yet.", List.of(new Problem(field, message)));
	}

}
