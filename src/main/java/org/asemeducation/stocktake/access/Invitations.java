package org.asemeducation.stocktake.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.asemeducation.stocktake.engine.RandomToken;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which a new contact sets the first password, once.
 */
@Component
@Transactional
class Invitations {

	private static final Duration VALID = Duration.ofDays(28);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Contacts contacts;

	private final Accounts accounts;

	private final ApplicationEventPublisher events;

	private final LocalAccounts localAccounts;

	Invitations(JdbcClient jdbc, Clock clock, Contacts contacts, Accounts accounts, ApplicationEventPublisher events,
			LocalAccounts localAccounts) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.contacts = contacts;
		this.accounts = accounts;
		this.events = events;
		this.localAccounts = localAccounts;
	}

	/**
	 * Invites a contact; earlier links of the same person stop working. Where passwords
	 * are switched off, the contact is told how to sign in without one.
	 */
	public void invite(ContactId contact) {
		this.jdbc.sql("delete from invitation where contact = :contact and used_at is null")
			.param("contact", contact.value())
			.update();
		this.jdbc.sql("update contact set not_invited = false where id = :contact and not_invited")
			.param("contact", contact.value())
			.update();
		if (!this.localAccounts.areOpen()) {
			this.events.publishEvent(new ContactWelcomed(contact));
			return;
		}
		RandomToken token = RandomToken.next();
		this.jdbc
			.sql("insert into invitation (token_hash, contact, created_at, expires_at)"
					+ " values (:hash, :contact, :now, :end)")
			.param("hash", token.hash())
			.param("contact", contact.value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("end", Timestamp.from(this.clock.instant().plus(VALID)))
			.update();
		this.events.publishEvent(new ContactInvited(contact, token.value()));
	}

	/**
	 * Whom the link invites. Looking changes nothing.
	 * @return empty when the link is unknown, used or too old, the person was removed, or
	 * passwords are switched off
	 */
	@Transactional(readOnly = true)
	public Optional<Contact> invited(String token) {
		if (!this.localAccounts.areOpen()) {
			return Optional.empty();
		}
		return this.jdbc
			.sql("""
					select invitation.contact from invitation join contact on contact.id = invitation.contact and contact.active
					where token_hash = :hash and used_at is null and expires_at > :now
					""")
			.param("hash", RandomToken.hash(token))
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.optional()
			.map((id) -> this.contacts.get(new ContactId(id)));
	}

	/**
	 * Sets the password and uses the link up.
	 * @return empty when the link no longer works
	 * @throws IllegalArgumentException when the password is too weak; the link still
	 * works
	 */
	public Optional<Contact> accept(String token, String password) {
		Optional<Contact> invited = invited(token).filter((contact) -> useUp(token));
		invited.ifPresent((contact) -> {
			this.accounts.setPassword(contact.userId(), password);
			this.contacts.endSessions(contact.id());
		});
		return invited;
	}

	private boolean useUp(String token) {
		return this.jdbc.sql("update invitation set used_at = :now where token_hash = :hash and used_at is null")
			.param("hash", RandomToken.hash(token))
			.param("now", Timestamp.from(this.clock.instant()))
			.update() == 1;
	}

}
