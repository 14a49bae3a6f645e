package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.endorsement.WorkPlanAdopted;
import org.asemeducation.stocktake.plan.InitiativeId;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells every coordinator which lines of theirs ministers have adopted: one mail for each
 * person, though the gathering has long been over.
 */
@Component
class AdoptedWorkPlans {

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final PickUpMails pickUp;

	private final Clock clock;

	AdoptedWorkPlans(JdbcClient jdbc, Ledger ledger, PickUpMails pickUp, Clock clock) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.pickUp = pickUp;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(WorkPlanAdopted adopted) {
		this.ledger.queue(adopted.cycle(), claims(adopted.cycle()), this.clock.instant());
		this.pickUp.startNowAndAfterCommit();
	}

	private List<Claim> claims(CycleName cycle) {
		return this.jdbc.sql("""
				select distinct a.initiative, i.position, c.id as contact, d.on_date as deadline
				from adopted_line a
				join cycle_initiative i on i.cycle = a.cycle and i.initiative = a.initiative
				join coordination k on k.initiative = a.initiative and k.role = 'coordinator'
				join contact_role s on s.party = k.party and s.role = 'coordinator'
				join contact c on c.id = s.contact and c.active
				join deadline d on d.cycle = a.cycle and d.kind = 'deadline'
				where a.cycle = :cycle
				order by i.position, c.id
				""")
			.param("cycle", cycle.value())
			.query((row, number) -> new Claim(new InitiativeId(row.getString("initiative")), Ladder.ADOPTED, 0, 0,
					row.getObject("deadline", LocalDate.class), new ContactId(row.getLong("contact"))))
			.list();
	}

}
