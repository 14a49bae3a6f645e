package org.asemeducation.stocktake.notification.bounce;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import org.asemeducation.stocktake.notification.reach.Unreachables;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes at a mail that it came back. Where the address is at fault, its contact does not
 * receive mail from now on, and the mail is queued once more: it leaves when the address
 * is mended, if it is still true by then. What carried a secret does not, since that was
 * forgotten: the person is invited again, or asks again.
 */
@Component
class Bounces {

	private static final String REQUEUE = """
			update mail m set state = 'queued', sent_at = null, process_instance = null, recipient = c.email
			from contact c where c.id = m.contact and m.id = :mail and m.state = 'sent'
			  and not exists (select from mail_line l where l.mail = m.id
			      and l.kind in ('invitation', 'welcome', 'password-reset', 'alert'))
			""";

	private final JdbcClient jdbc;

	private final Unreachables unreachables;

	private final Clock clock;

	Bounces(JdbcClient jdbc, Unreachables unreachables, Clock clock) {
		this.jdbc = jdbc;
		this.unreachables = unreachables;
		this.clock = clock;
	}

	/**
	 * Notes it. What was noted already, or is about no mail of ours, changes nothing.
	 * @param bounce what came back
	 */
	@Transactional
	void note(Bounce bounce) {
		find(bounce).filter((mail) -> noted(mail, bounce)).filter((mail) -> bounce.isPermanent()).ifPresent((mail) -> {
			this.unreachables.mark(mail.id(), mail.recipient(), bounce.words());
			this.jdbc.sql(REQUEUE).param("mail", mail.id()).update();
		});
	}

	private Optional<Sent> find(Bounce bounce) {
		return this.jdbc.sql("""
				select id, recipient from mail where message_id = any(:originals) and state = 'sent'
				order by array_position(:originals, message_id) limit 1 for update""")
			.param("originals", bounce.originals().toArray(String[]::new))
			.query(Sent.class)
			.optional();
	}

	private boolean noted(Sent mail, Bounce bounce) {
		return this.jdbc.sql("""
				insert into bounce (mail, report, noted_at, recipient, status, permanent, words)
				values (:mail, :report, :now, :recipient, :status, :permanent, :words) on conflict do nothing""")
			.param("mail", mail.id())
			.param("report", bounce.report())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("recipient", mail.recipient())
			.param("status", bounce.status())
			.param("permanent", bounce.isPermanent())
			.param("words", bounce.words())
			.update() == 1;
	}

	/**
	 * A mail that a server had taken.
	 */
	record Sent(long id, String recipient) {
	}

}
