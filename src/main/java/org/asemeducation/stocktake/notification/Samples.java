package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.letter.Written;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/**
 * Sends a mail that is to come to somebody of the secretariat, as a sample that says of
 * itself that it is one. Its words are those of the moment at which it was asked for.
 */
@Component
class Samples {

	static final String KIND = "sample";

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm (VV)",
			Locale.ENGLISH);

	private final JdbcClient jdbc;

	private final MailProcess mails;

	private final MessageIds messageIds;

	private final Clock clock;

	Samples(JdbcClient jdbc, MailProcess mails, MessageIds messageIds, Clock clock) {
		this.jdbc = jdbc;
		this.mails = mails;
		this.messageIds = messageIds;
		this.clock = clock;
	}

	/**
	 * Queues a sample.
	 * @param cycle what the mail belongs to
	 * @param contact for whom the mail is
	 * @param at when it falls due
	 * @param written its words
	 * @param by the user who gets the sample
	 * @return the address that it goes to
	 */
	@Transactional
	String send(CycleName cycle, ContactId contact, Instant at, Written written, String by) {
		Reader reader = this.jdbc.sql("select id, email from contact where user_id = :user and active")
			.param("user", by)
			.query(Reader.class)
			.optional()
			.orElseThrow(() -> Refused
				.conflict("You have no address in the register: ask the secretariat to enter you as a contact."));
		Written marked = marked(cycle, contact, at, written);
		Timestamp now = Timestamp.from(this.clock.instant());
		long mail = this.jdbc.sql("""
				with written as (
				    insert into mail (cycle, contact, recipient, state, queued_at, bundled_at, subject, text, html)
				    values (:cycle, :contact, :email, 'queued', :now, :now, :subject, :text, :html) returning id
				)
				insert into mail_line (mail, kind) select id, :kind from written returning mail""")
			.param("cycle", cycle.value())
			.param("contact", reader.id())
			.param("email", reader.email())
			.param("now", now)
			.param("subject", marked.subject())
			.param("text", marked.text())
			.param("html", marked.html())
			.param("kind", KIND)
			.query(Long.class)
			.single();
		this.jdbc.sql("update mail set message_id = :messageId where id = :mail")
			.param("messageId", this.messageIds.of(mail))
			.param("mail", mail)
			.update();
		this.mails.start(mail);
		return reader.email();
	}

	private Written marked(CycleName cycle, ContactId contact, Instant at, Written written) {
		String said = this.jdbc.sql("""
				select c.name || ' <' || c.email || '>' as whom, coalesce(c.zone, y.zone) as zone
				from contact c, cycle y where c.id = :contact and y.name = :cycle""")
			.param("contact", contact.value())
			.param("cycle", cycle.value())
			.query((row, number) -> "This is a sample of a mail to %s that is due on %s. They have not been sent it."
				.formatted(row.getString("whom"), MOMENT.format(at.atZone(ZoneId.of(row.getString("zone"))))))
			.single();
		String banner = "<p style=\"margin: 0; padding: 12px 24px; background: #fff3cd; color: #1c2733;\"><strong>SAMPLE.</strong> "
				+ HtmlUtils.htmlEscape(said) + "</p>";
		return new Written("[Sample] " + written.subject(), "SAMPLE. " + said + "\n\n" + written.text(),
				written.html().replaceFirst("(<body[^>]*>)", "$1" + java.util.regex.Matcher.quoteReplacement(banner)),
				List.of());
	}

	/**
	 * Somebody with an address.
	 */
	record Reader(long id, String email) {
	}

}
