package org.asemeducation.stocktake.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is to be asked for an update, and who is only to be told: whoever speaks for a
 * coordinating party, and whoever speaks for a supporting party or a host.
 */
@Component
class DueRequests {

	private static final String DUE = """
			select * from (
			    select r.cycle, r.initiative, i.position, c.id as contact,
			           case when bool_or(k.role = 'coordinator') then 'request' else 'inform' end as ladder,
			           (select on_date from deadline d where d.cycle = r.cycle and d.kind = 'deadline') as deadline
			    from update_request r
			    join cycle_initiative i on i.cycle = r.cycle and i.initiative = r.initiative
			    join coordination k on k.initiative = r.initiative
			    join contact_role s on s.party = k.party and s.role = 'coordinator'
			    join contact c on c.id = s.contact and c.active
			    where r.cycle = :cycle and r.state in ('unstaffed', 'requested')
			      and (cast(:initiative as text) is null or r.initiative = :initiative)
			    group by r.cycle, r.initiative, i.position, c.id
			) due
			where not exists (select from claim                            -- told before, under whatever deadline
			    where claim.cycle = due.cycle and claim.initiative = due.initiative
			      and claim.ladder = due.ladder and claim.contact = due.contact)
			order by position, contact
			""";

	private final JdbcClient jdbc;

	DueRequests(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What is to be told in a cycle and has not been.
	 * @param cycle the cycle
	 * @param initiative the only one to look at; {@code null} for all of the cycle
	 * @return in the plan's order
	 */
	List<Claim> of(CycleName cycle, @Nullable InitiativeId initiative) {
		return this.jdbc.sql(DUE)
			.param("cycle", cycle.value())
			.param("initiative", (initiative != null) ? initiative.value() : null)
			.query((row, number) -> {
				LocalDate deadline = Objects.requireNonNull(row.getObject("deadline", LocalDate.class),
						() -> "Cycle %s has no deadline: nobody can be asked before it has one.".formatted(cycle));
				Ladder ladder = "request".equals(row.getString("ladder")) ? Ladder.REQUEST : Ladder.INFORM;
				return new Claim(new InitiativeId(row.getString("initiative")), ladder, 0, 0, deadline,
						new ContactId(row.getLong("contact")));
			})
			.list();
	}

}
