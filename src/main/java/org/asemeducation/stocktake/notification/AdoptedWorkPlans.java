package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
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

	private final Holds holds;

	private final Ledger ledger;

	private final PickUpMails pickUp;

	private final Clock clock;

	AdoptedWorkPlans(JdbcClient jdbc, Holds holds, Ledger ledger, PickUpMails pickUp, Clock clock) {
		this.jdbc = jdbc;
		this.holds = holds;
		this.ledger = ledger;
		this.pickUp = pickUp;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(WorkPlanAdopted adopted) {
		CycleName cycle = adopted.cycle();
		List<String> initiatives = this.jdbc.sql("select distinct initiative from adopted_line where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(String.class)
			.list();
		HeldMail held = this.holds.in(cycle);
		this.ledger.queue(cycle, claims(cycle, initiatives).stream().filter((claim) -> !held.holds(claim)).toList(),
				this.clock.instant());
		this.pickUp.startNowAndAfterCommit();
	}

	/**
	 * What an adoption is told to whom.
	 * @param cycle the cycle
	 * @param initiatives those with a line
	 * @return in the plan's order
	 */
	List<Claim> claims(CycleName cycle, Collection<String> initiatives) {
		return this.jdbc.sql("""
				select distinct i.initiative, i.position, c.id as contact, d.on_date as deadline
				from cycle_initiative i
				join coordination k on k.initiative = i.initiative and k.role = 'coordinator'
				join contact_role s on s.party = k.party and s.role = 'coordinator'
				join contact c on c.id = s.contact and c.active
				join deadline d on d.cycle = i.cycle and d.kind = 'deadline'
				where i.cycle = :cycle and i.initiative = any(:initiatives)
				order by i.position, c.id
				""")
			.param("cycle", cycle.value())
			.param("initiatives", initiatives.toArray(String[]::new))
			.query((row, number) -> new Claim(new InitiativeId(row.getString("initiative")), Ladder.ADOPTED, 0, 0,
					row.getObject("deadline", LocalDate.class), new ContactId(row.getLong("contact"))))
			.list();
	}

}
