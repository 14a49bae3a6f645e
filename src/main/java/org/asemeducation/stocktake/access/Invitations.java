package org.asemeducation.stocktake.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

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

	private final SecureRandom random = new SecureRandom();

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Contacts contacts;

	private final Accounts accounts;

	private final ApplicationEventPublisher events;

	Invitations(JdbcClient jdbc, Clock clock, Contacts contacts, Accounts accounts, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.contacts = contacts;
		this.accounts = accounts;
		this.events = events;
	}

	/**
	 * Invites a contact; earlier links of the same person stop working.
	 */
	public void invite(ContactId contact) {
		this.jdbc.sql("delete from invitation where contact = :contact and used_at is null")
			.param("contact", contact.value())
			.update();
		byte[] bytes = new byte[32];
		this.random.nextBytes(bytes);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		this.jdbc
			.sql("insert into invitation (token_hash, contact, created_at, expires_at)"
					+ " values (:hash, :contact, :now, :end)")
			.param("hash", hash(token))
			.param("contact", contact.value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("end", Timestamp.from(this.clock.instant().plus(VALID)))
			.update();
		this.events.publishEvent(new ContactInvited(contact, token));
	}

	/**
	 * Whom the link invites. Looking changes nothing.
	 * @return empty when the link is unknown, used or too old, or the person was removed
	 */
	@Transactional(readOnly = true)
	public Optional<Contact> invited(String token) {
		return this.jdbc
			.sql("""
					select invitation.contact from invitation join contact on contact.id = invitation.contact and contact.active
					where token_hash = :hash and used_at is null and expires_at > :now
					""")
			.param("hash", hash(token))
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
		invited.ifPresent((contact) -> this.accounts.setPassword(contact.userId(), password));
		return invited;
	}

	private boolean useUp(String token) {
		return this.jdbc.sql("update invitation set used_at = :now where token_hash = :hash and used_at is null")
			.param("hash", hash(token))
			.param("now", Timestamp.from(this.clock.instant()))
			.update() == 1;
	}

	private static String hash(String token) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
