package org.asemeducation.stocktake.notification.ledger;

import java.sql.Timestamp;
import java.time.Instant;

import org.asemeducation.stocktake.access.ContactId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Blanks the mails of somebody who is erased. That there was a mail, why and when stays,
 * with the SHA-256 of its text.
 */
@Component
public class ErasedMails {

	private static final String HASH = "encode(sha256(convert_to(coalesce(text, ''), 'UTF8')), 'hex')";

	private final JdbcClient jdbc;

	ErasedMails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Blanks, in the caller's transaction, the addressee and the words of a person's
	 * mails; what has not left does not leave. Of mails to others that name the person it
	 * keeps the hash; whoever calls blanks the words in them.
	 * @param contact whose mails
	 * @param words a regular expression of PostgreSQL for the person's name and address
	 * @param at when they are erased
	 */
	public void blank(ContactId contact, String words, Instant at) {
		this.jdbc
			.sql("""
					update mail set text_sha256 = %s, erased_at = :at
					where text_sha256 is null and (contact = :contact or concat_ws(' ', subject, text, html, calendar) ~* :words)"""
				.formatted(HASH))
			.param("at", Timestamp.from(at))
			.param("contact", contact.value())
			.param("words", words)
			.update();
		this.jdbc
			.sql("""
					update delivery_attempt set recipient = null, answer = null, outcome = case outcome when 'sent' then 'sent' else 'failed' end
					where mail in (select id from mail where contact = :contact)""")
			.param("contact", contact.value())
			.update();
		this.jdbc.sql("""
				update mail set recipient = 'erased', subject = 'Erased', html = null, calendar = null, secret = null,
				    text = 'These words were erased. The SHA-256 of what stood here: ' || text_sha256,
				    state = case state when 'queued' then 'cancelled' else state end
				where contact = :contact""").param("contact", contact.value()).update();
		this.jdbc.sql("delete from calendar_feed where contact = :contact").param("contact", contact.value()).update();
	}

}
