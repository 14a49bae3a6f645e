package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;

import org.asemeducation.stocktake.access.ContactInvited;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails the one-time link to whoever was invited. The token stays apart from the text and
 * is forgotten once the mail has left.
 */
@Component
class InvitedContacts {

	private final JdbcClient jdbc;

	private final MailProcess mails;

	private final Clock clock;

	InvitedContacts(JdbcClient jdbc, MailProcess mails, Clock clock) {
		this.jdbc = jdbc;
		this.mails = mails;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(ContactInvited invited) {
		long mail = this.jdbc.sql("""
				with written as (
				    insert into mail (contact, recipient, state, queued_at, bundled_at, secret)
				    select id, email, 'queued', :now, :now, :token from contact where id = :contact
				    returning id
				), lines as (
				    insert into mail_line (mail, kind) select id, 'invitation' from written
				)
				select id from written
				""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("token", invited.token())
			.param("contact", invited.contact().value())
			.query(Long.class)
			.single();
		this.mails.start(mail);
	}

}
