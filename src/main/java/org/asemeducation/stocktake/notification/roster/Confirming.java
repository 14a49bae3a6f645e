package org.asemeducation.stocktake.notification.roster;

import java.sql.Timestamp;
import java.time.Clock;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Newcomers;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A contact answers, once and until the requests go out; where they name somebody the AES
 * enters that person, or leaves the register as it is.
 */
@Component
@Transactional
public class Confirming {

	private final JdbcClient jdbc;

	private final Confirmations confirmations;

	private final Cycles cycles;

	private final Register register;

	private final Newcomers newcomers;

	private final Audit audit;

	private final Clock clock;

	Confirming(JdbcClient jdbc, Confirmations confirmations, Cycles cycles, Register register, Newcomers newcomers,
			Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.confirmations = confirmations;
		this.cycles = cycles;
		this.register = register;
		this.newcomers = newcomers;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Takes an answer; it may be changed until the AES has acted on it.
	 * @param cycle the cycle
	 * @param answer what they say
	 * @param userId the contact's user id
	 * @throws Refused when they are no contact of the cycle, the requests have gone out,
	 * or the AES has acted on an earlier answer
	 * @throws IllegalArgumentException when whom they name is not well described
	 */
	void answer(CycleName cycle, Answer answer, String userId) {
		Contact contact = this.register.contactByUser(userId).orElseThrow(() -> noContact(cycle));
		this.confirmations.of(cycle, contact.id().value()).orElseThrow(() -> noContact(cycle));
		if (this.cycles.lock(cycle).state() != Cycle.State.OPENED) {
			throw Refused.conflict(
					"The requests of %s have gone out: say it by a reply to any mail from Stocktake.".formatted(cycle));
		}
		answer.requireAnother(contact);
		NewContact named = (answer.kind() != Answer.Kind.STILL) ? named(contact, answer.name(), answer.email()) : null;
		boolean taken = this.jdbc.sql("""
				insert into contact_confirmation (cycle, contact, answer, name, email, answered_at, answered_by)
				values (:cycle, :contact, :answer, :name, :email, :now, :by)
				on conflict (cycle, contact) do update
				set answer = excluded.answer, name = excluded.name, email = excluded.email,
				    answered_at = excluded.answered_at, answered_by = excluded.answered_by
				where contact_confirmation.settled_at is null""")
			.param("cycle", cycle.value())
			.param("contact", contact.id().value())
			.param("answer", answer.kind().word())
			.param("name", (named != null) ? named.name() : "")
			.param("email", (named != null) ? named.email() : "")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", userId)
			.update() == 1;
		if (!taken) {
			throw Refused
				.conflict("The secretariat has acted on your answer: to change it, reply to any mail from Stocktake.");
		}
		this.audit.record(userId, "confirm contact", "%s contact %d".formatted(cycle, contact.id().value()), null,
				(named != null) ? "%s: %s <%s>".formatted(answer.kind().word(), named.name(), named.email()) : "still");
	}

	/**
	 * Enters whom a contact has named, for each party that the contact speaks for. Where
	 * it is now somebody else, the contact speaks for them no longer, at once.
	 * @param cycle the cycle
	 * @param contact the register's number
	 * @param by the user id of the AES
	 * @throws Refused when there is nothing to settle
	 */
	void enter(CycleName cycle, long contact, String by) {
		Line line = settle(cycle, contact, "entered", by);
		Contact old = this.register.contactByEmail(line.email()).orElseThrow();
		for (Party party : this.register.partiesOf(old.id())) {
			NewContact named = named(old, line.newName(), line.newEmail());
			this.newcomers.speaker(new NewContact(party.id(), named.name(), named.email(), named.language(),
					named.zone(), NewContact.COORDINATOR));
			if (Answer.Kind.NOW.word().equals(line.answer())) {
				this.register.leave(old.id(), party.id());
			}
		}
	}

	/**
	 * Leaves the register as it is.
	 * @param cycle the cycle
	 * @param contact the register's number
	 * @param by the user id of the AES
	 * @throws Refused when there is nothing to settle
	 */
	void leave(CycleName cycle, long contact, String by) {
		settle(cycle, contact, "left", by);
	}

	private Line settle(CycleName cycle, long contact, String as, String by) {
		this.cycles.lock(cycle);
		Line line = this.confirmations.of(cycle, contact)
			.filter(Line::isToSettle)
			.orElseThrow(() -> Refused
				.conflict("There is nothing to decide about this contact any more: look at the list again."));
		this.jdbc.sql("""
				update contact_confirmation set settled_as = :as, settled_at = :now, settled_by = :by
				where cycle = :cycle and contact = :contact and settled_at is null""")
			.param("as", as)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.param("cycle", cycle.value())
			.param("contact", contact)
			.update();
		this.audit.record(by, "settle contact's answer", "%s contact %d".formatted(cycle, contact),
				"%s: %s <%s>".formatted(line.answer(), line.newName(), line.newEmail()), as);
		return line;
	}

	private NewContact named(Contact contact, String name, String email) {
		Party first = this.register.partiesOf(contact.id()).get(0);
		return new NewContact(first.id(), name, email, contact.language(), contact.zone(), NewContact.COORDINATOR);
	}

	private static Refused noContact(CycleName cycle) {
		return Refused
			.notAllowed("You are no contact of anybody who coordinates an initiative in %s.".formatted(cycle));
	}

}
