package org.asemeducation.stocktake.notification.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.notification.letter.EscalationLetter;
import org.asemeducation.stocktake.notification.letter.Written;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Queues the mail that was decided on, written already. It has an addressee and no
 * contact: superiors stand in no register of people with accounts.
 */
@Component
class EscalationMails {

	private final Escalations escalations;

	private final Superiors superiors;

	private final EscalationViews views;

	private final EscalationLetter letter;

	private final JdbcClient jdbc;

	private final Clock clock;

	EscalationMails(Escalations escalations, Superiors superiors, EscalationViews views, EscalationLetter letter,
			JdbcClient jdbc, Clock clock) {
		this.escalations = escalations;
		this.superiors = superiors;
		this.views = views;
		this.letter = letter;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Queues it in the caller's transaction. Its process starts within a minute.
	 * @param about which escalation; it was decided to send it
	 */
	void queue(BusinessKey about) {
		Escalation escalation = this.escalations.find(about).orElseThrow();
		Superior superior = this.superiors.of(escalation.party()).orElseThrow();
		Written written = Escalation.SENT.equals(escalation.outcome())
				? this.letter.asItStands(this.views.proposal(escalation, superior)) : this.letter
					.edited(Objects.requireNonNull(escalation.subject()), Objects.requireNonNull(escalation.words()));
		this.escalations.mailed(escalation, insert(escalation, superior, written));
	}

	private long insert(Escalation escalation, Superior superior, Written written) {
		return this.jdbc.sql("""
				with written as (
				    insert into mail (cycle, addressee, recipient, state, queued_at, bundled_at, subject, text, html)
				    values (:cycle, :name, :email, 'queued', :now, :now, :subject, :text, :html) returning id
				)
				insert into mail_line (mail, kind) select id, 'escalation' from written returning mail""")
			.param("cycle", escalation.cycle().value())
			.param("name", superior.name())
			.param("email", superior.email())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("subject", written.subject())
			.param("text", written.text())
			.param("html", written.html())
			.query(Long.class)
			.single();
	}

}
