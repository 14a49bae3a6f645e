package org.asemeducation.stocktake.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a contacts file into the register, whole or not at all.
 */
@Component
public class LoadContacts {

	private final Register register;

	private final Invitations invitations;

	LoadContacts(Register register, Invitations invitations) {
		this.register = register;
		this.invitations = invitations;
	}

	/**
	 * Loads the file; each person who is new gets an account and an invitation.
	 * @param file {@code contacts.csv} as it came, UTF-8
	 * @return what was done
	 * @throws ContactsRejectedException when any row is wrong; nothing is loaded then
	 */
	@Transactional
	public LoadedContacts load(byte[] file) {
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
		invited.forEach(this.invitations::invite);
		return new LoadedContacts(invited.size(), known.size());
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
