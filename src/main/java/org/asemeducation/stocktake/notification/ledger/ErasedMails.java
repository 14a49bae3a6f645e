package org.asemeducation.stocktake.notification.ledger;

import java.sql.Timestamp;
import java.time.Instant;

import org.asemeducation.stocktake.access.ContactId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Blanks the mails of somebody who is erased. That there was a mail, why and when stays,
 * with the SHA-256 of its text.
 */
@Component
public class ErasedMails {

	private static final String HASH = "encode(sha256(convert_to(coalesce(text, ''), 'UTF8')), 'hex')";

	/** Whose they are; an address that is empty is nobody's. */
	private static final String THEIRS = "(contact = :contact or (contact is null and lower(recipient) = nullif(:email, '')))";

	private static final long NOBODY = -1;

	private final JdbcClient jdbc;

	ErasedMails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Blanks, in the caller's transaction, the addressee and the words of a person's
	 * mails; what has not left does not leave. Of mails to others that name the person it
	 * keeps the hash; whoever calls blanks the words in them.
	 * @param contact whose mails; {@code null} for somebody who stands in no register
	 * @param email their address: mails to it that were to no contact are theirs, too
	 * @param words a regular expression of PostgreSQL for the person's name and address
	 * @param at when they are erased
	 */
	public void blank(@Nullable ContactId contact, String email, String words, Instant at) {
		long id = (contact != null) ? contact.value() : NOBODY;
		this.jdbc
			.sql("""
					update mail set text_sha256 = %s, erased_at = :at
					where text_sha256 is null and (%s or concat_ws(' ', subject, text, html, calendar) ~* :words)"""
				.formatted(HASH, THEIRS))
			.param("at", Timestamp.from(at))
			.param("contact", id)
			.param("email", email)
			.param("words", words)
			.update();
		this.jdbc
			.sql("""
					update delivery_attempt set recipient = null, answer = null, outcome = case outcome when 'sent' then 'sent' else 'failed' end
					where mail in (select id from mail where %s)"""
				.formatted(THEIRS))
			.param("contact", id)
			.param("email", email)
			.update();
		this.jdbc
			.sql("""
					update mail set recipient = 'erased', addressee = case when addressee is not null then 'erased' end, subject = 'Erased', html = null, calendar = null, secret = null,
					    text = 'These words were erased. The SHA-256 of what stood here: ' || text_sha256,
					    state = case state when 'queued' then 'cancelled' else state end
					where %s"""
				.formatted(THEIRS))
			.param("contact", id)
			.param("email", email)
			.update();
		this.jdbc.sql("delete from informed where email = :email").param("email", email).update();
		this.jdbc.sql("delete from calendar_feed where contact = :contact").param("contact", id).update();
	}

}
