package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.review.wording.WordingProposed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks every coordinator of an initiative at once whether other words are fine to print.
 */
@Component
class ProposedWordings {

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final MailProcess mails;

	private final Clock clock;

	ProposedWordings(JdbcClient jdbc, Ledger ledger, MailProcess mails, Clock clock) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.mails = mails;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(WordingProposed proposed) {
		this.ledger.queue(proposed.key().cycle(), claims(proposed), this.clock.instant()).forEach(this.mails::start);
	}

	private List<Claim> claims(WordingProposed proposed) {
		return this.jdbc.sql("""
				select distinct c.id as contact, d.on_date as deadline
				from coordination k
				join contact_role s on s.party = k.party and s.role = 'coordinator'
				join contact c on c.id = s.contact and c.active
				join deadline d on d.cycle = :cycle and d.kind = 'deadline'
				where k.initiative = :initiative and k.role = 'coordinator'
				order by c.id
				""")
			.param("cycle", proposed.key().cycle().value())
			.param("initiative", proposed.key().initiative().value())
			.query((row, number) -> new Claim(proposed.key().initiative(), Ladder.WORDING,
					Math.toIntExact(proposed.wording()), 0, row.getObject("deadline", LocalDate.class),
					new ContactId(row.getLong("contact"))))
			.list();
	}

}
