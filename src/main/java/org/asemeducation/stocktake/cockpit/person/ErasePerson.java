package org.asemeducation.stocktake.cockpit.person;

import java.time.Clock;
import java.util.List;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.proposal.Outsiders;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.ledger.ErasedMails;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a person's data out, and erases it. What they wrote for their party stays the
 * party's; their id, which says nothing, stays where it stands.
 */
@Component
class ErasePerson {

	private final Register register;

	private final Outsiders outsiders;

	private final PersonFile file;

	private final TextColumns columns;

	private final Obstacles obstacles;

	private final ErasedMails mails;

	private final Audit audit;

	private final Clock clock;

	ErasePerson(Register register, Outsiders outsiders, PersonFile file, TextColumns columns, Obstacles obstacles,
			ErasedMails mails, Audit audit, Clock clock) {
		this.register = register;
		this.outsiders = outsiders;
		this.file = file;
		this.columns = columns;
		this.obstacles = obstacles;
		this.mails = mails;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Whether somebody can be erased, and how they would be called. Nothing is changed.
	 * @param id whom
	 * @return what is known without looking through everything
	 */
	@Transactional(readOnly = true)
	public Foreseen foresee(ContactId id) {
		Contact contact = this.register.contact(id);
		boolean erased = this.register.isErased(id);
		return new Foreseen(whom(contact, erased), this.register.calledWithoutName(id), erased, nameIsTheirs(contact),
				erased ? List.of() : this.obstacles.of(contact));
	}

	/**
	 * Everything held about a person.
	 * @param id whom
	 * @return all of it
	 */
	@Transactional(readOnly = true)
	public Everything held(ContactId id) {
		Whom whom = whom(this.register.contact(id), this.register.isErased(id));
		return new Everything(whom, this.file.of(whom));
	}

	/**
	 * Where else a person is named.
	 * @param id whom
	 * @return what would be blanked and what would stay
	 */
	@Transactional(readOnly = true)
	public Named named(ContactId id) {
		Contact contact = this.register.contact(id);
		return this.register.isErased(id) ? Named.NOWHERE
				: this.columns.naming(PersonalWords.of(whom(contact, false), nameIsTheirs(contact)));
	}

	/**
	 * Everything held about a person, for them.
	 * @param id whom
	 * @param reason why it is handed out
	 * @param by who does it
	 * @return all of it
	 */
	@Transactional
	public Everything handOut(ContactId id, String reason, Person by) {
		this.audit.record(by.userId(), "export person", subject(id), null, reason(reason));
		return held(id);
	}

	/**
	 * Erases a person for good, with what they proposed from outside by the same address.
	 * @param id whom
	 * @param reason why
	 * @param by who does it
	 * @return how they are called from now on
	 */
	@Transactional
	public String erase(ContactId id, String reason, Person by) {
		String because = reason(reason);
		Contact contact = this.register.lock(id);
		if (this.register.isErased(id)) {
			throw Refused.conflict("This person was erased already: nothing of them is left to erase.");
		}
		if (contact.userId().equals(by.userId())) {
			throw Refused.conflict("You cannot erase yourself: ask another person of the secretariat.");
		}
		List<String> inTheWay = this.obstacles.of(contact);
		if (!inTheWay.isEmpty()) {
			throw Refused.conflict("Nothing was erased. " + String.join(" ", inTheWay));
		}
		PersonalWords words = PersonalWords.of(whom(contact, false), nameIsTheirs(contact));
		this.audit.record(by.userId(), "erase person", subject(id), null, because);
		String called = this.register.erase(id, this.clock.instant());
		this.outsiders.forget(contact.email(), this.clock.instant(), by.userId());
		this.mails.blank(id, contact.email(), words.pattern(), this.clock.instant());
		this.columns.blank(words);
		return called;
	}

	private boolean nameIsTheirs(Contact contact) {
		return this.register.isOnlyOneCalled(contact)
				&& this.outsiders.isNobodyElseCalled(List.of(contact.name()), contact.email());
	}

	private static Whom whom(Contact contact, boolean erased) {
		String standing = erased ? "Erased" : contact.active() ? "In the register" : "Has left";
		return new Whom(contact.id().value(), contact.userId(), List.of(contact.name()), contact.email(), standing,
				"/desk/register/people/" + contact.id().value(), "person-" + contact.id().value());
	}

	private static String subject(ContactId id) {
		return "contact/" + id.value();
	}

	static String reason(String written) {
		String reason = written.strip();
		if (reason.isEmpty() || reason.length() > 500) {
			throw new IllegalArgumentException("Say why, in at most 500 characters: the audit keeps it.");
		}
		return reason;
	}

}
