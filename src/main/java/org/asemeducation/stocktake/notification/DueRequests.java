package org.asemeducation.stocktake.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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
			select due.*, exists (select from mail_hold h
			    where h.cycle = due.cycle and h.contact = due.contact and h.ladder = 'request'
			      and h.released_at is null) as held
			from (
			    select r.cycle, r.initiative, r.position, c.id as contact,
			           case when bool_or(k.role = 'coordinator') then 'request' else 'inform' end as ladder,
			           coalesce((select on_date from deadline d where d.cycle = r.cycle and d.kind = 'deadline'),
			               cast(:deadline as date)) as deadline
			    from (%s) r
			    join coordination k on k.initiative = r.initiative
			    join contact_role s on s.party = k.party and s.role = 'coordinator'
			    join contact c on c.id = s.contact and c.active
			    where r.state in ('unstaffed', 'requested')
			      and (cast(:initiative as text) is null or r.initiative = :initiative) %s
			    group by r.cycle, r.initiative, r.position, c.id
			) due
			where not exists (select from claim                            -- told before, under whatever deadline
			    where claim.cycle = due.cycle and claim.initiative = due.initiative
			      and claim.ladder = due.ladder and claim.contact = due.contact)
			order by position, contact
			""";

	/** What is asked for. */
	private static final String ASKED = """
			select u.cycle, u.initiative, u.state, i.position from update_request u
			join cycle_initiative i on i.cycle = u.cycle and i.initiative = u.initiative where u.cycle = :cycle""";

	/** What a cycle that has not asked yet will ask for. */
	private static final String TO_BE_ASKED = """
			select cycle, initiative, 'requested' as state, position from cycle_initiative where cycle = :cycle""";

	/** What a cycle would ask for that is not opened yet. */
	private static final String PROPOSED = """
			select cast(:cycle as text) as cycle, id as initiative, 'requested' as state, position
			from initiative where in_force""";

	private final JdbcClient jdbc;

	DueRequests(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What is to be told in a cycle and has not been. What is held is not.
	 * @param cycle the cycle
	 * @param initiative the only one to look at; {@code null} for all of the cycle
	 * @return in the plan's order
	 */
	List<Claim> of(CycleName cycle, @Nullable InitiativeId initiative) {
		return read(ASKED, cycle, initiative, null, null).stream()
			.filter((due) -> !due.held())
			.map(DueRequest::claim)
			.toList();
	}

	/**
	 * The same with what is held, and for a cycle that asks later what it will ask.
	 * @param cycle the cycle
	 * @param asked whether it has asked
	 * @param only whom to look at; {@code null} for everybody
	 * @return in the plan's order
	 */
	List<DueRequest> ahead(CycleName cycle, boolean asked, @Nullable Set<ContactId> only) {
		return read(asked ? ASKED : TO_BE_ASKED, cycle, null, null, only);
	}

	/**
	 * What a cycle would tell, were it opened now.
	 * @param cycle what it is called
	 * @param deadline its deadline
	 * @return in the plan's order
	 */
	List<DueRequest> proposed(CycleName cycle, LocalDate deadline) {
		return read(PROPOSED, cycle, null, deadline, null);
	}

	private List<DueRequest> read(String what, CycleName cycle, @Nullable InitiativeId initiative,
			@Nullable LocalDate proposed, @Nullable Set<ContactId> only) {
		return this.jdbc.sql(DUE.formatted(what, (only != null) ? "and c.id = any(:only)" : ""))
			.param("cycle", cycle.value())
			.param("initiative", (initiative != null) ? initiative.value() : null)
			.param("deadline", (proposed != null) ? proposed.toString() : null)
			.param("only", (only != null) ? only.stream().map(ContactId::value).toArray(Long[]::new) : null)
			.query((row, number) -> {
				LocalDate deadline = Objects.requireNonNull(row.getObject("deadline", LocalDate.class),
						() -> "Cycle %s has no deadline: nobody can be asked before it has one.".formatted(cycle));
				Ladder ladder = "request".equals(row.getString("ladder")) ? Ladder.REQUEST : Ladder.INFORM;
				return new DueRequest(new Claim(new InitiativeId(row.getString("initiative")), ladder, 0, 0, deadline,
						new ContactId(row.getLong("contact"))), row.getBoolean("held"));
			})
			.list();
	}

	/**
	 * Something that is to be told.
	 *
	 * @param claim what to whom
	 * @param held whether somebody keeps it from being mailed
	 */
	record DueRequest(Claim claim, boolean held) {
	}

}
