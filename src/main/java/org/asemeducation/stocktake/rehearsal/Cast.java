package org.asemeducation.stocktake.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of a rehearsal: those the scenario names, and one for each party it leaves
 * out.
 */
@Component
@Profile(Rehearse.PROFILE)
class Cast {

	private final Register register;

	private final JdbcClient jdbc;

	private final Map<PartyId, String> speakers = new HashMap<>();

	private String secretariat = "";

	private String reviewer = "";

	Cast(Register register, JdbcClient jdbc) {
		this.register = register;
		this.jdbc = jdbc;
	}

	/**
	 * Registers everybody.
	 * @param scenario the scenario
	 */
	@Transactional
	void assemble(Scenario scenario) {
		Party aes = this.register.register(new NewParty("ASEM Education Secretariat", "AES", "secretariat"));
		this.secretariat = add(aes, "Secretariat", scenario.secretariat(), "secretariat");
		Party swg = this.register.register(new NewParty("Standing Working Group", "SWG", "working-body"));
		for (Scenario.Member member : scenario.reviewers()) {
			this.reviewer = add(swg, "Reviewer", member, "reviewer");
		}
		for (Scenario.Desk desk : scenario.contacts()) {
			Party party = this.register.party(desk.party())
				.orElseThrow(() -> BadScenario.at(scenario.file(), "contacts",
						"the plan has no party \"%s\"; use its acronym, or its name where it has none"
							.formatted(desk.party())));
			add(party, desk);
		}
		for (Party party : involved()) {
			if (!this.speakers.containsKey(party.id())) {
				add(party, new Scenario.Desk(party.label(), party.label(), invented(party), null));
			}
		}
	}

	String secretariat() {
		return this.secretariat;
	}

	/**
	 * Who reviews.
	 * @return a member of the reviewing body, else the secretariat
	 */
	String reviewer() {
		return this.reviewer.isEmpty() ? this.secretariat : this.reviewer;
	}

	/**
	 * Who speaks for an initiative.
	 * @param initiative its id
	 * @return the user id of its first coordinator's first contact, or nothing when it
	 * has no coordinator
	 */
	Optional<String> speaker(String initiative) {
		return this.register.coordination(initiative)
			.stream()
			.filter((coordination) -> "coordinator".equals(coordination.role()))
			.map(Coordination::party)
			.map(this.speakers::get)
			.findFirst();
	}

	/**
	 * The addresses of all, for output.
	 * @return by user id
	 */
	Map<String, String> addresses() {
		return this.register.contacts()
			.stream()
			.collect(Collectors.toMap((contact) -> contact.userId(), (contact) -> contact.email()));
	}

	private void add(Party party, Scenario.Desk desk) {
		NewContact contact = new NewContact(party.id(), desk.name(), desk.email(), "en", desk.zone(), "coordinator");
		this.speakers.putIfAbsent(party.id(), userId(contact));
	}

	private String add(Party party, String name, Scenario.Member member, String role) {
		return userId(new NewContact(party.id(), name, member.email(), "en", member.zone(), role));
	}

	private String userId(NewContact contact) {
		this.register.addContact(contact);
		return this.register.contactByEmail(contact.email()).orElseThrow().userId();
	}

	private List<Party> involved() {
		List<Long> ids = this.jdbc.sql("select distinct party from coordination").query(Long.class).list();
		return this.register.parties().stream().filter((party) -> ids.contains(party.id().value())).toList();
	}

	private static String invented(Party party) {
		return party.label().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-") + "@example.org";
	}

}
