package org.asemeducation.stocktake.access.doors;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Visitor;

/**
 * Somebody for each role, signed in, and two who are spare, to be removed and renamed.
 */
final class Company {

	private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);

	Company(People people, Register register) {
		Party host = people.party();
		register.coordinate("A02-I02", List.of(new Coordination(host.id(), "host", 1)));
		for (String spare : new String[] { "spare@doors.example", "another.spare@doors.example" }) {
			register.addContact(new NewContact(register.party("ETF").orElseThrow().id(), "Spare", spare, "en", null,
					NewContact.COORDINATOR));
		}
		this.visitors.put(Role.ANONYMOUS, people.visitor());
		this.visitors.put(Role.COORDINATOR, signedIn(people, "coordinator@doors.example"));
		this.visitors.put(Role.OTHER, signedIn(people, "other@doors.example"));
		this.visitors.put(Role.REVIEWER, signedIn(people, "reviewer@doors.example"));
		this.visitors.put(Role.HOST, people.signedIn(people.coordinator(host)));
		this.visitors.put(Role.OFFICIAL, people.signedIn(people.coordinator(register.party("Latvia").orElseThrow())));
		this.visitors.put(Role.AES, signedIn(people, "secretariat@doors.example"));
		this.visitors.put(Role.ADMINISTRATOR, people.signedIn(people.administrator()));
		this.visitors.values().forEach((visitor) -> {
			visitor.get("/");
			visitor.get("/camunda/app/tasklist/default/");
		});
	}

	private static Visitor signedIn(People people, String email) {
		Contact contact = people.withPassword(email);
		return people.signedIn(contact);
	}

	Visitor as(Role role) {
		return this.visitors.get(role);
	}

}
