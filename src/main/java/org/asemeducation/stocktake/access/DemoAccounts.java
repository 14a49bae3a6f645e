package org.asemeducation.stocktake.access;

import java.util.List;
import java.util.Locale;

import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of the demonstration: the secretariat, a reviewer, an administrator and
 * people of seven parties. They exist only on the embedded database.
 */
@Component
@DependsOn("startAccess")
public class DemoAccounts {

	private static final List<Account> ALL = List.of(
			new Account("aes", "AES", "ASEM Education Secretariat", "secretariat", NewContact.SECRETARIAT),
			new Account("admin", "AES", "ASEM Education Secretariat", "secretariat", NewContact.SECRETARIAT),
			new Account("swg", "SWG", "Standing Working Group", "working-body", NewContact.REVIEWER),
			new Account("asef", "ASEF", "Asia-Europe Foundation"),
			new Account("iau", "IAU", "International Association of Universities"),
			new Account("etf", "ETF", "European Training Foundation"), new Account("ec", "EC", "European Commission"),
			new Account("esn", "ESN", "Erasmus Student Network"), new Account("aei", "AEI", "Asia-Europe Institute"),
			new Account("uil", "UIL", "UNESCO Institute for Lifelong Learning"));

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
		if (this.settings.enabled()) {
			ALL.stream().filter((account) -> !this.accounts.exists(account.id())).forEach(this::create);
		}
	}

	/**
	 * The user ids of the demonstration, for the banner.
	 * @return in the order to show them; empty outside of the demonstration
	 */
	public List<String> names() {
		return this.settings.enabled() ? ALL.stream().map(Account::id).toList() : List.of();
	}

	private void create(Account account) {
		Party party = this.register.register(new NewParty(account.party(), account.acronym(), account.kind()));
		this.register.addContact(new NewContact(party.id(), account.id().toUpperCase(Locale.ROOT) + " Desk",
				account.id() + "@stocktake.example", "en", null, account.role()), account.id());
		this.accounts.setPassword(account.id(), this.settings.password());
		if (account.id().equals("admin")) {
			this.accounts.join(account.id(), Person.ADMINISTRATORS);
		}
	}

	private record Account(String id, String acronym, String party, String kind, String role) {

		Account(String id, String acronym, String party) {
			this(id, acronym, party, "stakeholder", NewContact.COORDINATOR);
		}

	}

}
