package org.asemeducation.stocktake.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.asemeducation.stocktake.access.throttle.Budget;
import org.asemeducation.stocktake.access.throttle.Budgets;
import org.asemeducation.stocktake.access.throttle.KnownDevices;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.RandomToken;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which a contact sets a new password, once, within an hour. A later link leaves
 * the earlier ones as they are: else a stranger who asks for one would take away the link
 * that the person is about to use.
 */
@Component
@Transactional
class PasswordResets {

	static final Duration VALID = Duration.ofHours(1);

	static final Budget FOR_CONTACT = new Budget("reset-contact", 3, Duration.ofHours(1));

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Contacts contacts;

	private final Accounts accounts;

	private final LocalAccounts localAccounts;

	private final Budgets budgets;

	private final KnownDevices devices;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	PasswordResets(JdbcClient jdbc, Clock clock, Contacts contacts, Accounts accounts, LocalAccounts localAccounts,
			Budgets budgets, KnownDevices devices, ApplicationEventPublisher events, Audit audit) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.contacts = contacts;
		this.accounts = accounts;
		this.localAccounts = localAccounts;
		this.budgets = budgets;
		this.devices = devices;
		this.events = events;
		this.audit = audit;
	}

	/**
	 * Mails a link to whoever has the address, three in an hour at most; does nothing for
	 * an address that nobody has.
	 * @param email as typed
	 */
	void ask(String email) {
		if (!this.localAccounts.areOpen() || email.chars().anyMatch(Character::isISOControl)) {
			return;
		}
		this.contacts.byEmail(email)
			.filter((contact) -> this.budgets.take(FOR_CONTACT, contact.userId()))
			.ifPresent(this::mailLink);
	}

	private void mailLink(Contact contact) {
		RandomToken token = RandomToken.next();
		this.jdbc
			.sql("insert into password_reset (token_hash, contact, created_at, expires_at)"
					+ " values (:hash, :contact, :now, :end)")
			.param("hash", token.hash())
			.param("contact", contact.id().value())
			.param("now", now())
			.param("end", Timestamp.from(this.clock.instant().plus(VALID)))
			.update();
		this.events.publishEvent(new PasswordResetAsked(contact.id(), token.value()));
	}

	/**
	 * Whose password the link sets. Looking changes nothing.
	 * @return empty when the link is unknown, used or too old, the person was removed, or
	 * passwords are switched off
	 */
	@Transactional(readOnly = true)
	Optional<Contact> asked(String token) {
		if (!this.localAccounts.areOpen()) {
			return Optional.empty();
		}
		return this.jdbc.sql("""
				select r.contact from password_reset r join contact c on c.id = r.contact and c.active
				where token_hash = :hash and used_at is null and expires_at > :now
				""")
			.param("hash", RandomToken.hash(token))
			.param("now", now())
			.query(Long.class)
			.optional()
			.map((id) -> this.contacts.get(new ContactId(id)));
	}

	/**
	 * Sets the password, uses up all links of the person and ends all their sessions.
	 * @return empty when the link no longer works
	 * @throws IllegalArgumentException when the password is too weak; the link still
	 * works
	 */
	Optional<Contact> accept(String token, String password) {
		Optional<Contact> asked = asked(token).filter((contact) -> useUp(token, contact));
		asked.ifPresent((contact) -> {
			this.accounts.setPassword(contact.userId(), password);
			this.contacts.endSessions(contact.id());
			this.devices.forget(contact.userId());
			this.audit.record(contact.userId(), "reset password", contact.email(), null, null);
		});
		return asked;
	}

	private boolean useUp(String token, Contact contact) {
		boolean used = this.jdbc
			.sql("update password_reset set used_at = :now where token_hash = :hash and used_at is null")
			.param("hash", RandomToken.hash(token))
			.param("now", now())
			.update() == 1;
		this.jdbc.sql("update password_reset set used_at = :now where contact = :contact and used_at is null")
			.param("contact", contact.id().value())
			.param("now", now())
			.update();
		return used;
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
