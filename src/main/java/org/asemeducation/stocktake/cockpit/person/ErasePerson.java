package org.asemeducation.stocktake.cockpit.person;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
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

	private final PersonFile file;

	private final TextColumns columns;

	private final Obstacles obstacles;

	private final ErasedMails mails;

	private final Audit audit;

	private final Clock clock;

	ErasePerson(Register register, PersonFile file, TextColumns columns, Obstacles obstacles, ErasedMails mails,
			Audit audit, Clock clock) {
		this.register = register;
		this.file = file;
		this.columns = columns;
		this.obstacles = obstacles;
		this.mails = mails;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * What is held, what would be blanked and what would stay. Nothing is changed.
	 * @param id whom
	 * @return what an erasure would do
	 */
	@Transactional(readOnly = true)
	public Foreseen foresee(ContactId id) {
		Contact contact = this.register.contact(id);
		boolean nameIsTheirs = this.register.isOnlyOneCalled(contact);
		PersonalWords words = PersonalWords.of(contact, nameIsTheirs);
		boolean erased = this.register.isErased(id);
		return new Foreseen(contact, this.register.calledWithoutName(id), erased, nameIsTheirs, this.file.of(contact),
				erased ? Map.of() : this.columns.blanked(words), erased ? Map.of() : this.columns.kept(words),
				erased ? List.of() : this.obstacles.of(contact));
	}

	/**
	 * Everything held about a person, for them.
	 * @param id whom
	 * @param reason why it is handed out
	 * @param by who does it
	 * @return all of it
	 */
	@Transactional
	public Foreseen handOut(ContactId id, String reason, Person by) {
		this.audit.record(by.userId(), "export person", subject(id), null, reason(reason));
		return foresee(id);
	}

	/**
	 * Erases a person for good.
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
		PersonalWords words = PersonalWords.of(contact, this.register.isOnlyOneCalled(contact));
		this.audit.record(by.userId(), "erase person", subject(id), null, because);
		String called = this.register.erase(id, this.clock.instant());
		this.mails.blank(id, words.pattern(), this.clock.instant());
		this.columns.blank(words);
		return called;
	}

	private static String subject(ContactId id) {
		return "contact/" + id.value();
	}

	private static String reason(String written) {
		String reason = written.strip();
		if (reason.isEmpty() || reason.length() > 500) {
			throw new IllegalArgumentException("Say why, in at most 500 characters: the audit keeps it.");
		}
		return reason;
	}

	/**
	 * What is known of somebody, and what an erasure would do.
	 *
	 * @param contact whom
	 * @param called how they would be called afterwards
	 * @param erased whether they were erased already
	 * @param nameIsTheirs whether nobody else bears their name
	 * @param held everything, by table
	 * @param blanked in how many rows of what name or address would be blanked
	 * @param kept in how many rows of the record they are named, which stay
	 * @param obstacles why it cannot be done yet
	 */
	public record Foreseen(Contact contact, String called, boolean erased, boolean nameIsTheirs, List<Held> held,
			Map<String, Long> blanked, Map<String, Long> kept, List<String> obstacles) {
	}

}
