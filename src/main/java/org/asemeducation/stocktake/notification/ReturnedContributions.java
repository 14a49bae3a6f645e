package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.update.contribution.ContributionReturned;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells everybody who speaks for a party at once that the AES asks for a change of its
 * contribution. Nobody is reminded of it.
 */
@Component
class ReturnedContributions {

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final MailProcess mails;

	private final Clock clock;

	ReturnedContributions(JdbcClient jdbc, Ledger ledger, MailProcess mails, Clock clock) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.mails = mails;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(ContributionReturned returned) {
		this.ledger.queue(returned.cycle(), claims(returned), this.clock.instant()).forEach(this.mails::start);
	}

	/** Its round is the party: whoever speaks for two is told of each. */
	private List<Claim> claims(ContributionReturned returned) {
		int party = Math.toIntExact(returned.party().value());
		return this.jdbc.sql("""
				select c.id as contact, d.on_date as freeze
				from contact c join contact_role s on s.contact = c.id and s.role = 'coordinator'
				join deadline d on d.cycle = :cycle and d.kind = 'freeze'
				where s.party = :party and c.active order by c.id""")
			.param("cycle", returned.cycle().value())
			.param("party", party)
			.query((row, number) -> new Claim(DueContributions.CONTRIBUTION, Ladder.CONTRIBUTION_RETURNED, party, 0,
					row.getObject("freeze", LocalDate.class), new ContactId(row.getLong("contact"))))
			.list();
	}

}
