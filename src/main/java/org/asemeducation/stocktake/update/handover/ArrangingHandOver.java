package org.asemeducation.stocktake.update.handover;

import java.util.List;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.change.NotingCoordinators;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequest;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.asemeducation.stocktake.update.UpdateState;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AES has somebody else take an initiative over without being asked, because whoever
 * coordinates it cannot or does not answer. It counts at once.
 */
@Component
public class ArrangingHandOver {

	private final UpdateRequests requests;

	private final Rights rights;

	private final Register register;

	private final HandOvers handOvers;

	private final ConfirmingHandOver confirming;

	private final NotingCoordinators noting;

	private final ApplicationEventPublisher events;

	ArrangingHandOver(UpdateRequests requests, Rights rights, Register register, HandOvers handOvers,
			ConfirmingHandOver confirming, NotingCoordinators noting, ApplicationEventPublisher events) {
		this.requests = requests;
		this.rights = rights;
		this.register = register;
		this.handOvers = handOvers;
		this.confirming = confirming;
		this.noting = noting;
		this.events = events;
	}

	/**
	 * Hands over.
	 * @param key at which update
	 * @param leaving the register's number of the person who hands over
	 * @param successor who takes over; a colleague takes over all that the party
	 * coordinates
	 * @param by the user id of one of the AES
	 * @return what was handed over
	 * @throws Refused when something is missing, the update is closed, a hand-over waits
	 * to be confirmed, or whoever hands over does not coordinate it
	 */
	@Transactional
	public HandedOver arrange(UpdateKey key, @Nullable Long leaving, Successor successor, String by) {
		successor.check();
		Contact from = this.register.contacts()
			.stream()
			.filter((contact) -> Long.valueOf(contact.id().value()).equals(leaving))
			.findFirst()
			.orElseThrow(() -> refusal("leaving", "Say who hands over."));
		this.noting.begin();
		UpdateRequest request = this.requests.lock(key);
		List<PartyId> parties = this.rights.coordinatingAs(from.userId(), key.initiative().value());
		refuse(request, from, parties, successor);
		this.handOvers.ask(key, successor, from.userId(), by);
		HandedOver done = this.confirming.carryOut(request, this.handOvers.open(key).orElseThrow(), from, parties,
				"arrange hand-over", by);
		this.events.publishEvent(done);
		return done;
	}

	private void refuse(UpdateRequest request, Contact from, List<PartyId> parties, Successor successor) {
		UpdateKey key = request.key();
		if (request.state() == UpdateState.SETTLED) {
			throw Refused.conflict(
					"The update of %s is closed: change who coordinates it in the plan.".formatted(key.initiative()));
		}
		if (this.handOvers.open(key).isPresent()) {
			throw Refused.conflict("A hand-over of %s waits for you already: answer it by its task in Tasklist."
				.formatted(key.initiative()));
		}
		if (parties.isEmpty()) {
			throw Refused
				.conflict("%s does not coordinate %s: choose who does.".formatted(from.name(), key.initiative()));
		}
		Long party = successor.party();
		if (party != null
				&& this.register.parties().stream().map((known) -> known.id().value()).noneMatch(party::equals)) {
			throw refusal("party", "The register has no such party: choose one of the list.");
		}
		if (party != null && parties.contains(new PartyId(party))) {
			throw refusal("party",
					"%s speaks for this party: leave it out to name a colleague.".formatted(from.name()));
		}
		if (from.email().equalsIgnoreCase(String.valueOf(successor.email()).strip())) {
			throw refusal("email", "This is the address of who hands over: give that of whoever takes over.");
		}
	}

	private static Refused refusal(String field, String message) {
		return Refused.invalid("Nothing is handed over yet.", List.of(new Problem(field, message)));
	}

}
