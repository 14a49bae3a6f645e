package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.review.UpdateReturned;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells every coordinator of an initiative at once that its update came back.
 */
@Component
class ReturnedUpdates {

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final MailProcess mails;

	private final Clock clock;

	ReturnedUpdates(JdbcClient jdbc, Ledger ledger, MailProcess mails, Clock clock) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.mails = mails;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(UpdateReturned returned) {
		this.ledger.queue(returned.cycle(), claims(returned), this.clock.instant()).forEach(this.mails::start);
	}

	private List<Claim> claims(UpdateReturned returned) {
		return this.jdbc.sql("""
				select distinct c.id as contact, d.on_date as deadline
				from coordination k
				join contact_role s on s.party = k.party and s.role = 'coordinator'
				join contact c on c.id = s.contact and c.active
				join deadline d on d.cycle = :cycle and d.kind = 'deadline'
				where k.initiative = :initiative and k.role = 'coordinator'
				order by c.id
				""")
			.param("cycle", returned.cycle().value())
			.param("initiative", returned.initiative().value())
			.query((row, number) -> new Claim(returned.initiative(), Ladder.RETURNED, returned.revision(), 0,
					row.getObject("deadline", LocalDate.class), new ContactId(row.getLong("contact"))))
			.list();
	}

}
