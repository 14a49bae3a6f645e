package org.asemeducation.stocktake.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.asemeducation.stocktake.engine.Audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of parties and of the people who speak for them. Whoever stands in it has
 * an account; whoever is removed has none from that moment.
 */
@Component
@Transactional
public class Register {

	/** Names that a browser offers at most; any other can be written as well. */
	public static final int OFFERED = 500;

	private final RandomGenerator random = new SecureRandom();

	private final Parties parties;

	private final Contacts contacts;

	private final Accounts accounts;

	private final CurrentPerson person;

	private final Audit audit;

	Register(Parties parties, Contacts contacts, Accounts accounts, CurrentPerson person, Audit audit) {
		this.parties = parties;
		this.contacts = contacts;
		this.accounts = accounts;
		this.person = person;
		this.audit = audit;
	}

	/**
	 * Finds the party by acronym, else by name, else adds it. What the register lacks is
	 * filled in, what it has stays.
	 * @param party as a plan or a person names it
	 * @return the party as registered
	 */
	public Party register(NewParty party) {
		Optional<Party> known = Optional.ofNullable(party.acronym()).flatMap(this.parties::named);
		return known.or(() -> this.parties.named(party.name()))
			.map((found) -> this.parties.complete(found.id(), party))
			.orElseGet(() -> this.parties.add(party));
	}

	@Transactional(readOnly = true)
	public Optional<Party> party(String acronymOrName) {
		return this.parties.named(acronymOrName);
	}

	/**
	 * The party that somebody has written.
	 * @param acronymOrName as the register has it, in any case where that is only one
	 * @return the party
	 * @throws IllegalArgumentException when there is none; its message says what to do
	 */
	@Transactional(readOnly = true)
	public Party partyCalled(String acronymOrName) {
		if (acronymOrName.isBlank()) {
			throw new IllegalArgumentException("Name the party: its name or acronym, as the register has it.");
		}
		return party(acronymOrName).or(() -> this.parties.namedInAnyCase(acronymOrName))
			.orElseThrow(() -> new IllegalArgumentException(
					"\"%s\" is no party of the register: write its name or acronym as the register does, or enter it there first."
						.formatted(acronymOrName.strip())));
	}

	/**
	 * All parties.
	 * @return in the order of their labels
	 */
	@Transactional(readOnly = true)
	public List<Party> parties() {
		return this.parties.all();
	}

	/**
	 * Names of parties, to choose from.
	 * @param most how many at most
	 * @return in their order
	 */
	@Transactional(readOnly = true)
	public List<String> names(int most) {
		return this.parties.names(most);
	}

	/**
	 * The parties that the plan's initiatives name and that nobody speaks for.
	 * @return in the order of their labels
	 */
	@Transactional(readOnly = true)
	public List<Party> partiesWithoutContact() {
		return this.parties.withoutContact();
	}

	/**
	 * Says anew who does what for an initiative; what was said before is forgotten.
	 * @param initiative the initiative's id
	 * @param coordination the parties, in the order to show them
	 * @throws IllegalArgumentException when one of them is another process or body
	 */
	public void coordinate(String initiative, List<Coordination> coordination) {
		coordination.stream()
			.map((one) -> this.parties.get(one.party()))
			.filter((party) -> party.kind().equals(NewParty.PROCESS))
			.findFirst()
			.ifPresent((party) -> {
				throw new IllegalArgumentException(
						"%s is another process or body: it has no part in the plan and is never asked for an update. Give it another kind in the register first."
							.formatted(party.label()));
			});
		this.parties.coordinate(initiative, coordination);
	}

	@Transactional(readOnly = true)
	public List<Coordination> coordination(String initiative) {
		return this.parties.coordination(initiative);
	}

	/**
	 * Adds a person, or a further role to the person with this address; name, language
	 * and zone become those given.
	 * @param contact the person and what they do for one party
	 * @return the new or known contact
	 */
	public ContactId addContact(NewContact contact) {
		return addContact(contact, "u" + Long.toString(this.random.nextLong(1L << 60), 36));
	}

	/** How a party is called in a list. */
	String label(PartyId party) {
		return this.parties.get(party).label();
	}

	ContactId addContact(NewContact contact, String userId) {
		ContactId id = this.contacts.byEmail(contact.email()).map(Contact::id).orElseGet(() -> open(userId, contact));
		this.contacts.change(id, contact);
		this.contacts.giveRole(id, contact.party(), contact.role());
		join(this.contacts.get(id).userId(), contact);
		this.audit.record(this.person.nameForAudit(), "give role", contact.email(), null,
				contact.role() + " of " + this.parties.get(contact.party()).label());
		return id;
	}

	/**
	 * Adds a person who speaks for no party. Whom the register knows stays as they are.
	 * @param person who; role and party do not count
	 * @return the new or known contact
	 */
	ContactId introduce(NewContact person) {
		return this.contacts.byEmail(person.email())
			.map(Contact::id)
			.orElseGet(() -> open("u" + Long.toString(this.random.nextLong(1L << 60), 36), person));
	}

	private ContactId open(String userId, NewContact contact) {
		ContactId id = this.contacts.add(userId, contact.name(), contact.email(), contact.language(), contact.zone());
		this.accounts.open(userId, contact.name());
		this.audit.record(this.person.nameForAudit(), "add contact", contact.email(), null, userId);
		return id;
	}

	private void join(String userId, NewContact contact) {
		switch (contact.role()) {
			case NewContact.SECRETARIAT -> this.accounts.join(userId, Person.SECRETARIAT);
			case NewContact.REVIEWER -> this.accounts.join(userId, Person.REVIEWERS);
			default -> this.accounts.join(userId, this.parties.get(contact.party()));
		}
	}

	@Transactional(readOnly = true)
	public Optional<Contact> contactByEmail(String email) {
		return this.contacts.byEmail(email);
	}

	@Transactional(readOnly = true)
	public Optional<Contact> contactByUser(String userId) {
		return this.contacts.byUser(userId);
	}

	/**
	 * The parties that a person speaks for.
	 * @param contact whom
	 * @return in the order of their labels
	 */
	@Transactional(readOnly = true)
	public List<Party> partiesOf(ContactId contact) {
		return this.parties.spokenForBy(contact);
	}

	/**
	 * The people who may sign in.
	 * @return in the order of their names
	 */
	@Transactional(readOnly = true)
	public List<Contact> contacts() {
		return this.contacts.active();
	}

	/**
	 * Gives a person another address: mails go there from now on, and they sign in with
	 * it.
	 * @param contact whom
	 * @param email any case
	 * @throws IllegalArgumentException when it is no address, or somebody else has it
	 */
	public void changeAddress(ContactId contact, String email) {
		String address = NewContact.address(email);
		Contact known = this.contacts.get(contact);
		if (this.contacts.byEmail(address).filter((other) -> !other.id().equals(contact)).isPresent()) {
			throw new IllegalArgumentException(
					"\"%s\" is the address of another contact: give this person one of their own.".formatted(address));
		}
		this.contacts.changeAddress(contact, address);
		this.audit.record(this.person.nameForAudit(), "change address", known.userId(), known.email(), address);
	}

	/**
	 * Removes a person at once: account, memberships, rights and assigned tasks are gone
	 * with this transaction, and the next request of an open session ends it. The row
	 * stays for the record.
	 * @param contact whom
	 */
	public void remove(ContactId contact) {
		Contact leaving = this.contacts.get(contact);
		if (!leaving.active()) {
			return;
		}
		this.contacts.deactivate(contact);
		this.accounts.close(leaving.userId());
		this.audit.record(this.person.nameForAudit(), "remove contact", leaving.email(), leaving.userId(), null);
	}

	/**
	 * A contact, also one who has left.
	 * @param contact whom
	 * @return as registered
	 * @throws IllegalArgumentException when the register has none of that number
	 */
	@Transactional(readOnly = true)
	public Contact contact(ContactId contact) {
		return this.contacts.get(contact);
	}

	/**
	 * The same; nobody else changes it until the caller's transaction ends.
	 * @param contact whom
	 * @return as registered
	 */
	public Contact lock(ContactId contact) {
		this.contacts.lock(contact);
		return this.contacts.get(contact);
	}

	/**
	 * Everybody of the register, those who have left and those who were erased included.
	 * @param like a part of a name or an address, any case; empty for all
	 * @return in the order of their names, 200 at most
	 */
	@Transactional(readOnly = true)
	public List<Contact> everybody(String like) {
		return this.contacts.everybody(like.strip());
	}

	@Transactional(readOnly = true)
	public boolean isErased(ContactId contact) {
		return this.contacts.isErased(contact);
	}

	/** Whether nobody else of the register, now or earlier, bears a person's name. */
	@Transactional(readOnly = true)
	public boolean isOnlyOneCalled(Contact contact) {
		return this.contacts.isOnlyOneCalled(contact);
	}

	/** Whether anybody of the register, now or earlier, bears a name. */
	@Transactional(readOnly = true)
	public boolean isAnybodyCalled(String name) {
		return this.contacts.isAnybodyCalled(name);
	}

	/**
	 * How a person is called once they have no name.
	 * @param contact whom
	 * @return such as {@code Somebody of ASEF}
	 */
	@Transactional(readOnly = true)
	public String calledWithoutName(ContactId contact) {
		return this.contacts.calledWithoutName(contact);
	}

	/**
	 * Removes a person and forgets name, address, zone and whatever let them in. Row, id
	 * and roles stay, so that what was done has an author of a party.
	 * @param contact whom
	 * @param at the instant
	 * @return how they are called from now on
	 */
	public String erase(ContactId contact, Instant at) {
		String called = this.contacts.calledWithoutName(contact);
		remove(contact);
		this.contacts.erase(contact, called, at);
		return called;
	}

	/**
	 * Takes from a person, at once, that they speak for a party: membership, rights and
	 * assigned tasks are gone with this transaction. Who does nothing else is removed.
	 * @param contact whom
	 * @param party for whom they no longer speak
	 */
	public void leave(ContactId contact, PartyId party) {
		leave(contact, party, NewContact.COORDINATOR);
	}

	/**
	 * Takes a role from a person in the same way. Of a body they stay while another party
	 * sends them.
	 * @param contact whom
	 * @param party for which party they no longer have it
	 * @param role {@code coordinator}, {@code reviewer} or {@code secretariat}
	 */
	void leave(ContactId contact, PartyId party, String role) {
		Contact leaving = this.contacts.get(contact);
		Party left = this.parties.get(party);
		this.contacts.takeRole(contact, party, role, this.person.nameForAudit());
		this.audit.record(this.person.nameForAudit(), "take role", leaving.email(), role + " of " + left.label(), null);
		if (this.contacts.doesAnything(contact)) {
			leaveGroups(leaving, left, role);
		}
		else {
			remove(contact);
		}
	}

	/** Who administers accounts does so as one of the secretariat. */
	private void leaveGroups(Contact leaving, Party left, String role) {
		if (role.equals(NewContact.COORDINATOR)) {
			this.accounts.leave(leaving.userId(), left.groupId());
		}
		else if (!this.contacts.hasRole(leaving.id(), role)) {
			if (role.equals(NewContact.REVIEWER)) {
				this.accounts.leave(leaving.userId(), Person.REVIEWERS);
			}
			else {
				this.accounts.leave(leaving.userId(), Person.SECRETARIAT);
				this.accounts.leave(leaving.userId(), Person.ADMINISTRATORS);
			}
		}
	}

	/**
	 * The engine's groups of those who coordinate an initiative.
	 * @param initiative the initiative's id
	 * @return group ids in the order of coordination; none when nobody coordinates it
	 */
	@Transactional(readOnly = true)
	public List<String> coordinatorGroups(String initiative) {
		return this.parties.coordination(initiative)
			.stream()
			.filter((coordination) -> "coordinator".equals(coordination.role()))
			.map((coordination) -> this.parties.get(coordination.party()).groupId())
			.toList();
	}

	/**
	 * How a person is called, also one who has left.
	 * @param userId the engine's user
	 * @return the name, or the id itself when no contact ever had it
	 */
	@Transactional(readOnly = true)
	public String nameOf(String userId) {
		return this.contacts.nameOf(userId).orElse(userId);
	}

}
