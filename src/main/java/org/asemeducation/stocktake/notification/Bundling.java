package org.asemeducation.stocktake.notification;

import java.util.List;
import java.util.stream.Stream;

import org.asemeducation.stocktake.notification.calendar.CalendarEntries;
import org.asemeducation.stocktake.notification.calendar.MeetingEntries;
import org.asemeducation.stocktake.notification.letter.Letters;
import org.asemeducation.stocktake.notification.letter.Written;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a mail's text of those of its lines that are still true.
 */
@Component
class Bundling {

	private static final List<String> WRITTEN = Stream
		.concat(Stream.of(Samples.KIND, "escalation", "published"), Notices.KINDS.stream())
		.toList();

	private final JdbcClient jdbc;

	private final StillTrue stillTrue;

	private final Acceptances acceptances;

	private final Letters letters;

	private final CalendarEntries calendar;

	private final MeetingEntries meetings;

	private final MessageIds messageIds;

	Bundling(JdbcClient jdbc, StillTrue stillTrue, Acceptances acceptances, Letters letters, CalendarEntries calendar,
			MeetingEntries meetings, MessageIds messageIds) {
		this.jdbc = jdbc;
		this.stillTrue = stillTrue;
		this.acceptances = acceptances;
		this.letters = letters;
		this.calendar = calendar;
		this.meetings = meetings;
		this.messageIds = messageIds;
	}

	/**
	 * Drops the lines that are no longer true, or go to somebody who receives no mail,
	 * and cancels the mail when none is left. A mail that has been sent or cancelled
	 * stays as it is.
	 * @param mail which; its row is locked until the caller's transaction ends
	 * @return whether there is anything to say
	 */
	@Transactional
	boolean sift(long mail) {
		String state = this.jdbc.sql("select state from mail where id = :mail for update")
			.param("mail", mail)
			.query(String.class)
			.single();
		if (state.equals("sent") || state.equals("cancelled")) {
			return false;
		}
		if (!this.stillTrue.of(mail) || isUnwanted(mail)) {
			this.jdbc.sql("update mail set state = 'cancelled', secret = null where id = :mail")
				.param("mail", mail)
				.update();
			return false;
		}
		return true;
	}

	/** Who receives no mail is sent what opens their account, and what they ask for. */
	private boolean isUnwanted(long mail) {
		return this.jdbc
			.sql("""
					with unwanted as (
					    update mail_line set dropped = true where mail = :mail
					    and kind not in ('invitation', 'welcome', 'password-reset', 'sample')
					    and exists (select from mail m join contact c on c.id = m.contact and c.no_mail where m.id = :mail)
					    returning position)
					select exists (select from unwanted) and not exists (
					    select from mail_line where mail = :mail and kind in ('invitation', 'welcome', 'password-reset', 'sample'))""")
			.param("mail", mail)
			.query(Boolean.class)
			.single();
	}

	/**
	 * A sample shows what was true when it was asked for, an escalation what the AES has
	 * decided to send, a notice what somebody has done.
	 */
	boolean isWrittenAlready(long mail) {
		return this.jdbc.sql("select exists (select from mail_line where mail = :mail and kind in (:written))")
			.param("mail", mail)
			.param("written", WRITTEN)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Sifts the mail, and writes it with what is left.
	 * @param mail which; its row is locked until the caller's transaction ends
	 * @return whether there is anything to say
	 */
	@Transactional
	boolean bundle(long mail) {
		if (!sift(mail)) {
			return false;
		}
		if (isWrittenAlready(mail)) {
			this.jdbc.sql("update mail set message_id = coalesce(message_id, :messageId) where id = :mail")
				.param("messageId", this.messageIds.of(mail))
				.param("mail", mail)
				.update();
			return true;
		}
		this.acceptances.join(mail);
		Written written = this.letters.write(mail);
		this.jdbc
			.sql("""
					update mail set message_id = coalesce(message_id, :messageId), subject = :subject, text = :text, html = :html,
					    calendar = :calendar
					where id = :mail
					""")
			.param("messageId", this.messageIds.of(mail))
			.param("subject", written.subject())
			.param("text", written.text())
			.param("html", written.html())
			.param("calendar",
					this.meetings.areFor(mail) ? this.meetings.of(mail)
							: this.calendar.of(mail, written.owed()).orElse(null))
			.param("mail", mail)
			.update();
		return true;
	}

}
