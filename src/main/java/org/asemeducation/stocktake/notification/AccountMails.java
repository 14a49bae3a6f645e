package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;

import org.asemeducation.stocktake.access.ContactId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails about somebody's account, which belong to no cycle and wait for nothing. The
 * token of a link stays apart from the text and is forgotten once the mail has left.
 */
@Component
class AccountMails {

	private final JdbcClient jdbc;

	private final MailProcess mails;

	private final Clock clock;

	AccountMails(JdbcClient jdbc, MailProcess mails, Clock clock) {
		this.jdbc = jdbc;
		this.mails = mails;
		this.clock = clock;
	}

	/**
	 * Queues one mail in the caller's transaction.
	 * @param contact whom to write to
	 * @param kind of its one line, and the name of its template
	 * @param token of its link; {@code null} when it has none
	 */
	void queue(ContactId contact, String kind, @Nullable String token) {
		long mail = this.jdbc.sql("""
				with written as (
				    insert into mail (contact, recipient, state, queued_at, bundled_at, secret)
				    select id, email, 'queued', :now, :now, :token from contact where id = :contact
				    returning id
				), lines as (
				    insert into mail_line (mail, kind) select id, :kind from written
				)
				select id from written
				""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("token", token)
			.param("kind", kind)
			.param("contact", contact.value())
			.query(Long.class)
			.single();
		this.mails.start(mail);
	}

}
