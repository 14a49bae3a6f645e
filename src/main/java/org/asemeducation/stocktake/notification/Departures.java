package org.asemeducation.stocktake.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.asemeducation.stocktake.notification.transport.MailSettings;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The steps of a mail from queued to sent. One attempt at a time has it, for two minutes
 * by the database's clock unless set otherwise: longer than any time-out of ours, shorter
 * than the lock of a job.
 */
@Component
class Departures {

	private final JdbcClient jdbc;

	private final Bundling bundling;

	private final Pace pace;

	private final MailSettings settings;

	private final Clock clock;

	Departures(JdbcClient jdbc, Bundling bundling, Pace pace, MailSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.bundling = bundling;
		this.pace = pace;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Takes a mail for one attempt, with the lines that are true now: hours may have
	 * passed since they were bundled.
	 * @param mail which
	 * @return what to send; empty when it has been sent or nothing is left to say
	 * @throws IllegalStateException while another attempt has it, or somebody holds it
	 */
	Optional<OutgoingMail> take(long mail) {
		boolean taken = this.jdbc
			.sql("select coalesce(sending_until > now(), false) from mail where id = :mail for update")
			.param("mail", mail)
			.query(Boolean.class)
			.single();
		if (taken) {
			throw new IllegalStateException(
					"Mail %d is being sent by another attempt: this one is made again later.".formatted(mail));
		}
		if (isHeld(mail)) {
			throw new IllegalStateException("Mail %d is held: release it in the mail plan.".formatted(mail));
		}
		if (!this.bundling.bundle(mail)) {
			return Optional.empty();
		}
		if (hadNoTurn(mail)) {
			this.pace.takeTurn();
		}
		this.jdbc
			.sql("update mail set state = 'sending', sending_until = now() + make_interval(secs => :attempt)"
					+ " where id = :mail")
			.param("attempt", this.settings.attempt().toSeconds())
			.param("mail", mail)
			.update();
		return Optional.of(this.jdbc.sql("""
				select m.*, coalesce(c.name, m.addressee) as name, coalesce(c.language, 'en') as language
				from mail m left join contact c on c.id = m.contact where m.id = :mail
				""").param("mail", mail).query((row, number) -> outgoing(row)).single());
	}

	/** Looked at once the row is ours: whoever holds it had the row before. */
	private boolean isHeld(long mail) {
		return this.jdbc
			.sql("select exists (select from held_back h where h.mail = m.id and h.released_at is null)"
					+ " and m.state in ('queued', 'sending') from mail m where m.id = :mail")
			.param("mail", mail)
			.query(Boolean.class)
			.single();
	}

	/**
	 * One that is tried again, or an alert: it leaves now, and the others wait for it.
	 */
	private boolean hadNoTurn(long mail) {
		return this.jdbc.sql("""
				select process_instance is null or exists (select from delivery_attempt a where a.mail = m.id)
				from mail m where id = :mail""").param("mail", mail).query(Boolean.class).single();
	}

	/**
	 * Puts a mail back that cannot reach whom it is for, without a process: it gets one
	 * when it can.
	 * @param mail which
	 * @return whether that is so
	 */
	boolean keep(long mail) {
		return this.jdbc.sql("""
				update mail m set state = 'queued', process_instance = null, sending_until = null
				where id = :mail and state in ('queued', 'sending') and coalesce(sending_until < now(), true)
				  and exists (select from unreachable u where u.contact = m.contact and u.settled_at is null)""")
			.param("mail", mail)
			.update() == 1;
	}

	Duration attempt() {
		return this.settings.attempt();
	}

	void sent(long mail, String answer) {
		attempted(mail, "sent", answer);
		this.jdbc
			.sql("update mail set state = 'sent', sent_at = :now, sending_until = null, secret = null"
					+ " where id = :mail")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("mail", mail)
			.update();
	}

	void failed(long mail, String answer) {
		attempted(mail, answer, null);
		this.jdbc.sql("update mail set sending_until = null where id = :mail").param("mail", mail).update();
	}

	private void attempted(long mail, String outcome, @Nullable String answer) {
		this.jdbc.sql("""
				insert into delivery_attempt (mail, number, at, outcome, recipient, answer)
				select m.id, (select coalesce(max(number), 0) + 1 from delivery_attempt where mail = m.id), :now,
				    :outcome, m.recipient, :answer
				from mail m where m.id = :mail
				""")
			.param("mail", mail)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("outcome", outcome)
			.param("answer", answer)
			.update();
	}

	private OutgoingMail outgoing(ResultSet row) throws SQLException {
		String secret = Optional.ofNullable(row.getString("secret")).orElse("");
		Instant now = this.clock.instant();
		return new OutgoingMail(row.getLong("id"), row.getString("message_id"), now, this.settings.from(),
				this.settings.replyTo(), row.getString("recipient"), row.getString("name"), row.getString("language"),
				row.getString("subject"), row.getString("text").replace("{token}", secret),
				row.getString("html").replace("{token}", secret), row.getString("calendar"));
	}

}
