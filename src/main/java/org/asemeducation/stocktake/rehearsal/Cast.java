package org.asemeducation.stocktake.rehearsal;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of a rehearsal: those the scenario names, those who are registered already,
 * and one for each party that has nobody.
 */
@Component
class Cast {

	private final Register register;

	private final JdbcClient jdbc;

	private String secretariat = "";

	private String reviewer = "";

	Cast(Register register, JdbcClient jdbc) {
		this.register = register;
		this.jdbc = jdbc;
	}

	/**
	 * Registers who is missing. Whom the scenario names for a party takes over from those
	 * who spoke for it.
	 * @param scenario the scenario that begins
	 */
	@Transactional
	void assemble(Scenario scenario) {
		Party aes = this.register.register(new NewParty("ASEM Education Secretariat", "AES", "secretariat"));
		if (scenario.secretariat() != null) {
			this.secretariat = add(aes, "Secretariat", scenario.secretariat(), NewContact.SECRETARIAT);
		}
		else {
			this.secretariat = first(NewContact.SECRETARIAT).orElse(this.secretariat);
		}
		Party swg = this.register.register(new NewParty("Standing Working Group", "SWG", "working-body"));
		this.reviewer = first(NewContact.REVIEWER).orElse(this.secretariat);
		for (Scenario.Member member : scenario.reviewers()) {
			this.reviewer = add(swg, "Reviewer", member, NewContact.REVIEWER);
		}
		for (Scenario.Desk desk : scenario.contacts()) {
			Party party = party(scenario, desk);
			retire(party, scenario);
			add(party, desk.name(), desk.email(), desk.zone(), NewContact.COORDINATOR);
		}
		for (Party party : this.register.partiesWithoutContact()) {
			add(party, party.label(), invented(party), null, NewContact.COORDINATOR);
		}
	}

	/**
	 * Registers somebody for each party that a round asks and that has nobody.
	 * @param round the round
	 */
	@Transactional
	void assembleFor(CycleName round) {
		this.jdbc.sql("""
				select distinct p.name from coordination k join party p on p.id = k.party
				join cycle_initiative i on i.initiative = k.initiative where i.cycle = :cycle order by p.name""")
			.param("cycle", round.value())
			.query(String.class)
			.list()
			.forEach((name) -> contact(this.register.party(name).orElseThrow()));
	}

	String secretariat() {
		return this.secretariat;
	}

	/**
	 * Who reviews.
	 * @return a member of the reviewing body, else the secretariat
	 */
	String reviewer() {
		return this.reviewer;
	}

	/**
	 * Whom a scenario means.
	 * @param email the address of a reviewer or of the secretariat
	 * @return the user id, or nothing when nobody of them has that address
	 */
	Optional<String> reviewer(String email) {
		return this.jdbc
			.sql("""
					select c.user_id from contact c where c.active and lower(c.email) = lower(:email)
					and exists (select from contact_role r where r.contact = c.id and r.role in ('reviewer', 'secretariat'))""")
			.param("email", email)
			.query(String.class)
			.optional();
	}

	/**
	 * Who speaks for an initiative.
	 * @param initiative its id
	 * @return the user id of its first coordinator's first contact, or nothing when it
	 * has no coordinator
	 */
	Optional<String> speaker(String initiative) {
		return this.jdbc.sql("""
				select c.user_id from coordination k
				join contact_role r on r.party = k.party and r.role = 'coordinator'
				join contact c on c.id = r.contact and c.active
				where k.initiative = :initiative and k.role = 'coordinator' order by k.position, c.id limit 1""")
			.param("initiative", initiative)
			.query(String.class)
			.optional();
	}

	/**
	 * Who speaks for a party.
	 * @param party which
	 * @return its first contact; a new one where it has none
	 */
	Contact contact(Party party) {
		String user = this.jdbc.sql("""
				select c.user_id from contact c join contact_role r on r.contact = c.id and r.role = 'coordinator'
				where r.party = :party and c.active order by c.id limit 1""")
			.param("party", party.id().value())
			.query(String.class)
			.optional()
			.orElseGet(() -> add(party, party.label(), invented(party), null, NewContact.COORDINATOR));
		return this.register.contactByUser(user).orElseThrow();
	}

	/**
	 * The addresses of all, those who have left included, for output.
	 * @return by user id
	 */
	Map<String, String> addresses() {
		return this.jdbc.sql("select user_id, email from contact")
			.query((row, number) -> Map.entry(row.getString("user_id"), row.getString("email")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private Party party(Scenario scenario, Scenario.Desk desk) {
		return this.register.party(desk.party())
			.orElseThrow(() -> BadScenario.at(scenario.file(), "contacts",
					"the plan has no party \"%s\"; use its acronym, or its name where it has none"
						.formatted(desk.party())));
	}

	private void retire(Party party, Scenario scenario) {
		Set<String> named = Stream
			.concat(scenario.contacts().stream().map(Scenario.Desk::email),
					scenario.reviewers().stream().map(Scenario.Member::email))
			.map((email) -> email.toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		this.jdbc.sql("""
				select c.id, c.email from contact c join contact_role r on r.contact = c.id
				where r.party = :party and c.active
				and not exists (select from contact_role o where o.contact = c.id and o.role <> 'coordinator')""")
			.param("party", party.id().value())
			.query((row, number) -> Map.entry(new ContactId(row.getLong("id")), row.getString("email")))
			.list()
			.stream()
			.filter((contact) -> !named.contains(contact.getValue()))
			.forEach((contact) -> this.register.remove(contact.getKey()));
	}

	private Optional<String> first(String role) {
		return this.jdbc.sql("""
				select c.user_id from contact c join contact_role r on r.contact = c.id
				where r.role = :role and c.active order by c.id limit 1""")
			.param("role", role)
			.query(String.class)
			.optional();
	}

	private String add(Party party, String name, Scenario.Member member, String role) {
		return add(party, name, member.email(), member.zone(), role);
	}

	private String add(Party party, String name, String email, @Nullable ZoneId zone, String role) {
		this.register.addContact(new NewContact(party.id(), name, email, "en", zone, role));
		return this.register.contactByEmail(email).orElseThrow().userId();
	}

	private static String invented(Party party) {
		return party.label().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-") + "@example.org";
	}

}
