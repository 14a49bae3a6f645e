package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps back a mail that is queued, lets it go, and brings it forward. Whoever sends it
 * takes the same row first: what is held here does not leave, and what is leaving is not
 * held.
 */
@Component
class QueuedMails {

	private final JdbcClient jdbc;

	private final HeldBacks held;

	private final WaitingProcess process;

	private final MailProcess mails;

	private final Audit audit;

	private final Clock clock;

	QueuedMails(JdbcClient jdbc, HeldBacks held, WaitingProcess process, MailProcess mails, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.held = held;
		this.process = process;
		this.mails = mails;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Holds it: its process stands still, and nothing joins it any more.
	 * @param of which
	 * @param reason why
	 * @param by the user id
	 * @throws Refused when it has left, is leaving, or is held already
	 */
	@Transactional
	void hold(Mail of, String reason, String by) {
		Waiting waiting = lock(of);
		if (!this.held.holdMail(of.mail(), reason, by)) {
			throw Refused.conflict("This mail is held already: look at the plan again.");
		}
		bundledBy(of, this.clock.instant());
		waiting.process().ifPresent(this.process::standStill);
		this.audit.record(by, "hold mail", of.subject(), null, reason);
	}

	/**
	 * Lets it go: what is still true in it leaves when it would have left, or at once.
	 * @param of which
	 * @param by the user id
	 * @throws Refused when it is not held
	 */
	@Transactional
	void release(Mail of, String by) {
		Waiting waiting = lock(of);
		if (!free(of, waiting, by)) {
			throw Refused.conflict("This mail is not held any more: look at the plan again.");
		}
		this.audit.record(by, "release mail", of.subject(), "held", null);
	}

	/**
	 * Sends it at once, whatever it waits for: its time, its turn, another attempt, or
	 * its release.
	 * @param of which
	 * @param by the user id
	 * @throws Refused when it has left, is leaving, or mail does not reach its addressee
	 */
	@Transactional
	void sendNow(Mail of, String by) {
		Waiting waiting = lock(of);
		if (!waiting.reached()) {
			throw SendingNow.notReached();
		}
		Instant now = this.clock.instant();
		bundledBy(of, now);
		if (!free(of, waiting, by) && waiting.process().isEmpty()) {
			this.mails.start(of.mail());
		}
		waiting.process().ifPresent((process) -> this.process.goOnAtOnce(process, Date.from(now)));
		this.audit.record(by, "send mail now", of.subject(), null, "mail " + of.mail());
	}

	/** What stood still goes on; what was never started begins. */
	private boolean free(Mail of, Waiting waiting, String by) {
		if (!this.held.releaseMail(of.mail(), by)) {
			return false;
		}
		waiting.process().ifPresent(this.process::goOn);
		if (waiting.process().isEmpty() && waiting.reached()) {
			this.mails.start(of.mail());
		}
		return true;
	}

	private void bundledBy(Mail of, Instant now) {
		this.jdbc.sql("update mail set bundled_at = least(bundled_at, :now) where id = :mail")
			.param("now", Timestamp.from(now))
			.param("mail", of.mail())
			.update();
	}

	private Waiting lock(Mail of) {
		Waiting waiting = this.jdbc
			.sql("""
					select m.state, coalesce(m.sending_until > now(), false) as leaving, m.process_instance as instance,
					    not exists (select from unreachable u where u.contact = m.contact and u.settled_at is null) as reached
					from mail m where m.id = :mail and m.cycle = :cycle and m.contact = :contact for update of m""")
			.param("mail", of.mail())
			.param("cycle", of.cycle().value())
			.param("contact", of.contact().value())
			.query(Waiting.class)
			.optional()
			.orElseThrow(MailTexts::notToCome);
		if (waiting.state().equals("sent")) {
			throw Refused.conflict("This mail has just left: look at the plan again.");
		}
		if (waiting.state().equals("cancelled")) {
			throw Refused.conflict("Nothing was left to say in this mail, so it is not sent: look at the plan again.");
		}
		if (waiting.leaving()) {
			throw Refused.conflict("This mail is leaving in this very moment: look at the plan again in two minutes.");
		}
		return waiting;
	}

	/**
	 * A queued mail.
	 *
	 * @param cycle its cycle
	 * @param contact its addressee
	 * @param mail its number
	 */
	record Mail(CycleName cycle, ContactId contact, long mail) {

		String subject() {
			return "%s/mail/%d".formatted(this.cycle, this.mail);
		}

	}

	/**
	 * How it stands.
	 */
	record Waiting(String state, boolean leaving, @Nullable String instance, boolean reached) {

		Optional<String> process() {
			return Optional.ofNullable(this.instance);
		}

	}

}
