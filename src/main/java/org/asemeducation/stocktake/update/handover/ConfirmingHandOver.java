package org.asemeducation.stocktake.update.handover;

import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.change.NotingCoordinators;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequest;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AES confirms a hand-over or does not. Once it is confirmed the successor has the
 * draft and all that was said, and whoever hands over has no access any more.
 */
@Component
public class ConfirmingHandOver {

	private final UpdateRequests requests;

	private final Rights rights;

	private final Register register;

	private final HandOvers handOvers;

	private final Succession succession;

	private final NotingCoordinators noting;

	private final HandOverProcess process;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	ConfirmingHandOver(UpdateRequests requests, Rights rights, Register register, HandOvers handOvers,
			Succession succession, NotingCoordinators noting, HandOverProcess process, Audit audit,
			ApplicationEventPublisher events) {
		this.requests = requests;
		this.rights = rights;
		this.register = register;
		this.handOvers = handOvers;
		this.succession = succession;
		this.noting = noting;
		this.process = process;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Confirms.
	 * @param key at which update
	 * @param by the user id of one of the AES
	 * @throws Refused when nothing waits, or whoever asked no longer coordinates it
	 */
	@Transactional
	public void confirm(UpdateKey key, String by) {
		this.noting.begin();
		UpdateRequest request = this.requests.lock(key);
		HandOver asked = waiting(key);
		List<PartyId> from = this.rights.coordinatingAs(asked.askedBy(), key.initiative().value());
		Optional<Contact> leaving = this.register.contactByUser(asked.askedBy());
		if (from.isEmpty() || leaving.isEmpty()) {
			throw Refused.conflict("%s no longer coordinates %s and has nothing to hand over: do not confirm it."
				.formatted(this.register.nameOf(asked.askedBy()), key.initiative()));
		}
		HandedOver done = carryOut(request, asked, leaving.get(), from, "hand over", by);
		this.process.answered(key, by);
		this.events.publishEvent(done);
	}

	/** Has the successor take over, answers the row and audits it. */
	HandedOver carryOut(UpdateRequest request, HandOver asked, Contact leaving, List<PartyId> from, String act,
			String by) {
		UpdateKey key = request.key();
		HandedOver done = asked.isToColleague() ? this.succession.withinParty(request, asked, leaving, from)
				: this.succession.toParty(request, asked, leaving, from, by);
		this.handOvers.answer(key, HandOver.CONFIRMED, null, by);
		this.audit.record(by, act, key.toString(), "%s <%s>".formatted(leaving.name(), leaving.email()),
				"%s <%s> (%s): %s".formatted(asked.name(), asked.email(), done.party(),
						String.join(", ", done.initiatives())));
		return done;
	}

	/**
	 * Does not confirm it.
	 * @param key at which update
	 * @param reason why not; whoever asked reads it
	 * @param by the user id of one of the AES
	 * @throws Refused when nothing waits, or no reason is given
	 */
	@Transactional
	void refuse(UpdateKey key, @Nullable String reason, String by) {
		if (reason == null || reason.isBlank() || reason.length() > 1000) {
			throw Refused.invalid("Nothing is answered yet.", List.of(new Problem("reason",
					"Say in at most 1000 characters why it is not confirmed: whoever asked reads it.")));
		}
		this.requests.lock(key);
		HandOver asked = waiting(key);
		this.handOvers.answer(key, HandOver.REFUSED, reason.strip(), by);
		this.audit.record(by, "refuse hand-over", key.toString(), "%s <%s>".formatted(asked.name(), asked.email()),
				reason.strip());
		this.process.answered(key, by);
		this.events.publishEvent(new HandOverRefused(key, asked.askedBy(), asked.name(), reason.strip()));
	}

	private HandOver waiting(UpdateKey key) {
		return this.handOvers.open(key)
			.orElseThrow(() -> Refused
				.conflict("No hand-over of %s waits, or no longer: somebody was faster.".formatted(key.initiative())));
	}

}
