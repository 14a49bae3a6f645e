package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.update.extension.ExtensionRefused;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells whoever asked for more time that there is none; all coordinators, if they no
 * longer are one. That there is more is told as any day that has moved.
 */
@Component
class RefusedExtensions {

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final MailProcess mails;

	private final Clock clock;

	RefusedExtensions(JdbcClient jdbc, Ledger ledger, MailProcess mails, Clock clock) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.mails = mails;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(ExtensionRefused refused) {
		this.ledger.queue(refused.key().cycle(), claims(refused), this.clock.instant().plus(Requests.BUNDLING))
			.forEach(this.mails::start);
	}

	private List<Claim> claims(ExtensionRefused refused) {
		return this.jdbc.sql("""
				with speaker as (
				    select distinct c.id, c.user_id = :asker as asked, o.deadline
				    from own_day o join coordination k on k.initiative = o.initiative and k.role = 'coordinator'
				    join contact_role s on s.party = k.party and s.role = 'coordinator'
				    join contact c on c.id = s.contact and c.active
				    where o.cycle = :cycle and o.initiative = :initiative)
				select id, deadline from speaker where asked or not exists (select from speaker where asked)
				order by id
				""")
			.param("asker", refused.askedBy())
			.param("cycle", refused.key().cycle().value())
			.param("initiative", refused.key().initiative().value())
			.query((row, number) -> new Claim(refused.key().initiative(), Ladder.NOT_EXTENDED,
					Math.toIntExact(refused.extension()), 0, row.getObject("deadline", LocalDate.class),
					new ContactId(row.getLong("id"))))
			.list();
	}

}
