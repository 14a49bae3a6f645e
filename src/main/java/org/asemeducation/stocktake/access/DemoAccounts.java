package org.asemeducation.stocktake.access;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of the demonstration: the secretariat, a reviewer, an administrator and
 * somebody for each party that the plan names. They exist only on the embedded database.
 */
@Component
@DependsOn("startAccess")
public class DemoAccounts {

	private static final String ADMINISTRATOR = "admin";

	private static final List<Account> ALL = List.of(
			new Account("aes", "AES", "ASEM Education Secretariat", "secretariat", NewContact.SECRETARIAT),
			new Account(ADMINISTRATOR, "AES", "ASEM Education Secretariat", "secretariat", NewContact.SECRETARIAT),
			new Account("swg", "SWG", "Standing Working Group", "working-body", NewContact.REVIEWER),
			new Account("asef", "ASEF", "Asia-Europe Foundation"),
			new Account("iau", "IAU", "International Association of Universities"),
			new Account("etf", "ETF", "European Training Foundation"), new Account("ec", "EC", "European Commission"),
			new Account("esn", "ESN", "Erasmus Student Network"), new Account("aei", "AEI", "Asia-Europe Institute"),
			new Account("uil", "UIL", "UNESCO Institute for Lifelong Learning"));

	/** Some of those that coordinate nothing, and may contribute. */
	private static final List<String> CONTRIBUTORS = List.of("Estonia", "Japan", "Latvia", "ASEAN University Network",
			"European Network for Quality Assurance in Higher Education", "European University Association");

	private final DemoSettings settings;

	private final Register register;

	private final Accounts accounts;

	DemoAccounts(DemoSettings settings, Register register, Accounts accounts) {
		this.settings = settings;
		this.register = register;
		this.accounts = accounts;
	}

	/**
	 * Creates what is missing of them, after the plan is loaded so that they join the
	 * plan's parties. Does nothing outside of the demonstration.
	 */
	@Transactional
	public void create() {
		create((account) -> true);
	}

	/**
	 * Does the same, but for the administrator, who has no part in any cycle.
	 */
	@Transactional
	public void createPeople() {
		create((account) -> !account.id().equals(ADMINISTRATOR));
	}

	/**
	 * Somebody for some partners and stakeholders without an initiative, where the
	 * demonstration has cycles.
	 */
	public void createContributors() {
		if (this.settings.enabled()) {
			CONTRIBUTORS.forEach((name) -> this.register.party(name).ifPresent(this::createFor));
		}
	}

	private void create(Predicate<Account> wanted) {
		if (this.settings.enabled()) {
			ALL.stream()
				.filter(wanted)
				.filter((account) -> this.register.contactByUser(account.id()).isEmpty())
				.forEach(this::create);
			this.register.partiesWithoutContact().forEach(this::createFor);
		}
	}

	/**
	 * The user ids of the demonstration, for the banner.
	 * @return in the order to show them; empty outside of the demonstration
	 */
	public List<String> names() {
		return this.settings.enabled() ? ALL.stream().map(Account::id).toList() : List.of();
	}

	/**
	 * Somebody for each party that the plan names beside these: named after it, so that
	 * one can sign in as any coordinator. Not listed, there are too many.
	 */
	private void createFor(Party party) {
		String id = party.label().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
		if (this.register.contactByUser(id).isEmpty()) {
			create(party, id, party.label() + " Desk", NewContact.COORDINATOR);
		}
	}

	private void create(Account account) {
		Party party = this.register.register(new NewParty(account.party(), account.acronym(), account.kind()));
		create(party, account.id(), account.id().toUpperCase(Locale.ROOT) + " Desk", account.role());
		if (account.id().equals("aes")) {
			addRole(party, account.id(), "AES Desk", NewContact.COORDINATOR);
		}
		if (account.id().equals(ADMINISTRATOR)) {
			this.accounts.join(account.id(), Person.ADMINISTRATORS);
		}
	}

	private void create(Party party, String id, String name, String role) {
		addRole(party, id, name, role);
		this.accounts.setPassword(id, this.settings.password());
	}

	private void addRole(Party party, String id, String name, String role) {
		this.register.addContact(new NewContact(party.id(), name, id + "@stocktake.example", "en", null, role), id);
	}

	private record Account(String id, String acronym, String party, String kind, String role) {

		Account(String id, String acronym, String party) {
			this(id, acronym, party, "stakeholder", NewContact.COORDINATOR);
		}

	}

}
