package org.asemeducation.stocktake.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.asemeducation.stocktake.engine.Audit;
import org.springframework.context.ApplicationEventPublisher;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a contacts file into the register, whole or not at all.
 */
@Component
public class LoadContacts {

	private final Register register;

	private final Invitations invitations;

	private final Contacts contacts;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	LoadContacts(Register register, Invitations invitations, Contacts contacts, Audit audit,
			ApplicationEventPublisher events) {
		this.register = register;
		this.invitations = invitations;
		this.contacts = contacts;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Whom the file would invite. Nothing is loaded.
	 * @param file {@code contacts.csv} as it came, UTF-8
	 * @return who is new
	 * @throws ContactsRejectedException when any row is wrong
	 */
	@Transactional(readOnly = true)
	NewPeople preview(byte[] file) {
		Map<String, List<NewContact>> people = check(ContactsFile.read(file)).stream()
			.collect(Collectors.groupingBy(NewContact::email, LinkedHashMap::new, Collectors.toList()));
		List<NewPeople.NewPerson> unknown = people.values()
			.stream()
			.filter((rows) -> this.register.contactByEmail(rows.get(0).email()).isEmpty())
			.map(this::person)
			.toList();
		return new NewPeople(unknown, people.size() - unknown.size());
	}

	private NewPeople.NewPerson person(List<NewContact> rows) {
		NewContact last = rows.get(rows.size() - 1);
		String roles = rows.stream()
			.map((row) -> "%s (%s)".formatted(this.register.label(row.party()), row.role()))
			.distinct()
			.collect(Collectors.joining(", "));
		return new NewPeople.NewPerson(last.name(), last.email(), roles, last.language());
	}

	/**
	 * Loads the file; those among the new people who are left out get an account and no
	 * mail until somebody invites them.
	 * @param file {@code contacts.csv} as it came, UTF-8
	 * @param seen the addresses of the new people as they were shown
	 * @param invite the addresses of those who are invited
	 * @param by the user id
	 * @return what was done
	 * @throws IllegalArgumentException when other people are new by now; nothing is
	 * loaded then
	 */
	@Transactional
	LoadedContacts load(byte[] file, Set<String> seen, Set<String> invite, String by) {
		if (!preview(file).addresses().equals(seen) || !seen.containsAll(invite)) {
			throw new IllegalArgumentException(
					"Nothing was loaded: the people who would be invited have changed meanwhile. Load the file again and look at them.");
		}
		Set<String> leftOut = new TreeSet<>(seen);
		leftOut.removeAll(invite);
		return load(file, leftOut, by);
	}

	/**
	 * Loads the file; each person who is new gets an account and an invitation.
	 * @param file {@code contacts.csv} as it came, UTF-8
	 * @return what was done
	 * @throws ContactsRejectedException when any row is wrong; nothing is loaded then
	 */
	@Transactional
	public LoadedContacts load(byte[] file) {
		return load(file, Set.of(), "");
	}

	private LoadedContacts load(byte[] file, Set<String> leftOut, String by) {
		List<NewContact> contacts = check(ContactsFile.read(file));
		Set<ContactId> invited = new LinkedHashSet<>();
		Set<ContactId> known = new LinkedHashSet<>();
		for (NewContact contact : contacts) {
			boolean isNew = this.register.contactByEmail(contact.email()).isEmpty();
			ContactId id = this.register.addContact(contact);
			if (isNew) {
				invited.add(id);
			}
			else if (!invited.contains(id)) {
				known.add(id);
			}
		}
		List<ContactId> left = leftOut.stream()
			.map((email) -> this.register.contactByEmail(email).orElseThrow().id())
			.toList();
		left.forEach(invited::remove);
		invited.forEach(this.invitations::invite);
		if (!left.isEmpty()) {
			left.forEach(this.contacts::notInvited);
			this.audit.record(by, "leave out of mails", "contacts", null, "load contacts: contacts %s"
				.formatted(left.stream().map((id) -> String.valueOf(id.value())).collect(Collectors.joining(", "))));
			this.events.publishEvent(new ContactsLeftOut(left, by));
		}
		return new LoadedContacts(invited.size(), left.size(), known.size());
	}

	private List<NewContact> check(List<ContactsFile.Row> rows) {
		List<NewContact> contacts = new ArrayList<>();
		List<RejectedRow> rejected = new ArrayList<>();
		Map<String, ContactsFile.Row> names = new HashMap<>();
		for (ContactsFile.Row row : rows) {
			try {
				NewContact contact = contact(row);
				ContactsFile.Row first = names.putIfAbsent(contact.email(), row);
				if (first != null && !first.cell("name").equals(contact.name())) {
					throw new IllegalArgumentException("%s is \"%s\" on line %d: one address is one person."
						.formatted(contact.email(), first.cell("name"), first.line()));
				}
				contacts.add(contact);
			}
			catch (IllegalArgumentException ex) {
				rejected.add(new RejectedRow(row.line(), String.valueOf(ex.getMessage())));
			}
		}
		if (!rejected.isEmpty()) {
			throw new ContactsRejectedException(rejected);
		}
		return contacts;
	}

	private NewContact contact(ContactsFile.Row row) {
		String party = row.cell("party");
		PartyId id = this.register.party(party)
			.map(Party::id)
			.orElseThrow(() -> new IllegalArgumentException(
					"No party is called \"%s\": write its acronym or its full name as in the plan.".formatted(party)));
		String language = row.cell("language");
		return new NewContact(id, row.cell("name"), row.cell("e-mail"), language.isEmpty() ? "en" : language,
				NewContact.zone(row.cell("zone")), row.cell("role"));
	}

}
