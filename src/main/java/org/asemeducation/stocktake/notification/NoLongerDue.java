package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A day in somebody's calendar by which they owe nothing any more: all updates are
 * settled, whoever wrote them, or the gathering is over. One mail takes it away. While a
 * review may still return one nothing is said: the day would be taken away and given back
 * by two mails, and whoever is told that nothing more is asked should be able to rely on
 * it.
 */
@Component
class NoLongerDue {

	/**
	 * Whether the contact of {@code e} owes anything in its cycle, or may be asked for it
	 * again: nothing is returned after the gathering, but for what is held open longer.
	 */
	private static final String OWES = """
			exists (select from update_request r
			    join cycle w on w.name = r.cycle
			    join coordination k on k.initiative = r.initiative and k.role = 'coordinator'
			    join contact_role s on s.party = k.party and s.role = 'coordinator'
			    where r.cycle = e.cycle and s.contact = e.contact and (r.state in ('requested', 'returned')
			      or r.state = 'in-review' and (w.closed_at is null or exists (select from own_day o
			          where o.cycle = r.cycle and o.initiative = r.initiative and o.held_until is not null))))
			""";

	private static final String VOID = """
			select e.cycle, e.contact, e.sequence, e.on_date, i.initiative
			from calendar_entry e
			join cycle y on y.name = e.cycle
			join contact c on c.id = e.contact and c.active
			cross join unnest(e.initiatives) as i (initiative)
			where not e.cancelled and y.state <> 'ended' and cast(e.on_date + 1 as timestamp) at time zone y.zone > :now
			and not\s""" + OWES + "order by e.cycle, e.contact, i.initiative";

	private static final String UNTOLD = "select exists (select from (" + VOID + """
			) v where not exists (select from claim k where k.cycle = v.cycle and k.initiative = v.initiative
			    and k.ladder = :ladder and k.round = v.sequence and k.rung = 0 and k.deadline = v.on_date
			    and k.contact = v.contact))""";

	private final JdbcClient jdbc;

	private final Ledger ledger;

	NoLongerDue(JdbcClient jdbc, Ledger ledger) {
		this.jdbc = jdbc;
		this.ledger = ledger;
	}

	/**
	 * Claims and queues, in the caller's transaction, what has become void.
	 * @param now the moment
	 * @param leavesAt until when other lines may join
	 */
	void claim(Instant now, Instant leavesAt) {
		Map<CycleName, List<Claim>> claims = this.jdbc.sql(VOID)
			.param("now", Timestamp.from(now))
			.query((row, number) -> Map.entry(new CycleName(row.getString("cycle")),
					new Claim(new InitiativeId(row.getString("initiative")), Ladder.NO_LONGER_DUE,
							row.getInt("sequence"), 0, row.getObject("on_date", LocalDate.class),
							new ContactId(row.getLong("contact")))))
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		claims.forEach((cycle, theirs) -> this.ledger.queue(cycle, theirs, leavesAt));
	}

	/**
	 * Whether the next run finds something to say.
	 * @param now the moment
	 * @return true when something is void that nobody has been told of
	 */
	boolean isAnyToTell(Instant now) {
		return this.jdbc.sql(UNTOLD)
			.param("now", Timestamp.from(now))
			.param("ladder", Ladder.NO_LONGER_DUE.key())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Drops the lines that say so from a mail whose reader owes something again, or may.
	 * @param mail which; its row is locked by the caller
	 */
	void drop(long mail) {
		this.jdbc.sql("""
				update mail_line l set dropped = true from mail e
				where e.id = l.mail and e.id = :mail and l.kind = 'no-longer-due' and not l.dropped and\s""" + OWES)
			.param("mail", mail)
			.update();
	}

}
