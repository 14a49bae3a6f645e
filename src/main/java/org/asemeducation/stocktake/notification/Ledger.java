package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.OwnPlan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Turns claims into mails, in one statement whatever their number. A claim that somebody
 * made before, on this node or another, is left out: nobody is told the same twice.
 */
@Component
class Ledger {

	private static final String ASKED = """
			with asked as (
			    select * from unnest(cast(:initiatives as text[]), cast(:ladders as text[]), cast(:kinds as text[]),
			            cast(:informing as boolean[]), cast(:counting as boolean[]), cast(:dated as boolean[]),
			            cast(:rounds as int[]), cast(:rungs as int[]), cast(:deadlines as date[]),
			            cast(:contacts as bigint[]))
			        as a (initiative, ladder, kind, informing, counting, dated, round, rung, deadline, contact)
			)
			""";

	private static final String SKIP = ASKED + """
			insert into claim (cycle, initiative, ladder, round, rung, deadline, contact, claimed_at, skipped)
			select :cycle, initiative, ladder, round, rung, deadline, contact, :now, true from asked
			order by contact, initiative, ladder, round, rung
			on conflict do nothing
			""";

	private static final String QUEUE = ASKED + """
			, claimed as (
			    insert into claim (cycle, initiative, ladder, round, rung, deadline, contact, claimed_at)
			    select :cycle, initiative, ladder, round, rung, deadline, contact, :now from asked
			    order by contact, initiative, ladder, round, rung      -- all take their locks in one order
			    on conflict do nothing
			    returning initiative, ladder, round, rung, deadline, contact
			), waiting as (
			    select id, contact from mail
			    where :now < :bundledAt and cycle = :cycle and state = 'queued' and subject is null
			      and bundled_at > :now and bundled_at <= :joinable and contact in (select contact from claimed)
			    for update skip locked                                 -- one that is being bundled is missed
			), joined as (
			    select contact, min(id) as mail from waiting group by contact
			), written as (
			    insert into mail (cycle, contact, recipient, state, queued_at, bundled_at)
			    select :cycle, id, email, 'queued', :now, :bundledAt from contact
			    where id in (select contact from claimed) and id not in (select contact from joined)
			    order by id
			    returning id, contact
			), lines as (
			    insert into mail_line (mail, kind, initiative, about, round, rung, deadline, ladder, counted)
			    select m.mail, l.kind, case when not l.informing then c.initiative end,
			           case when l.informing then c.initiative end, c.round,
			           case when l.counting then c.rung end, case when l.dated then c.deadline end,
			           c.ladder, c.deadline
			    from claimed c
			    join (select mail, contact from joined union all select id, contact from written) m using (contact)
			    join (select distinct ladder, kind, informing, counting, dated from asked) l using (ladder)
			    left join cycle_initiative i on i.cycle = :cycle and i.initiative = c.initiative
			    order by m.mail, l.informing, c.deadline, i.position, c.initiative   -- most overdue first
			)
			select id from written order by id
			""";

	/**
	 * A mail that leaves later than this is joined by nothing that has to leave sooner.
	 */
	private static final Duration SOON = Duration.ofMinutes(10);

	private final JdbcClient jdbc;

	private final OwnPlan ownPlan;

	private final Clock clock;

	Ledger(JdbcClient jdbc, OwnPlan ownPlan, Clock clock) {
		this.jdbc = jdbc;
		this.ownPlan = ownPlan;
		this.clock = clock;
	}

	/**
	 * Claims and queues in the caller's transaction: one mail for each person, or lines
	 * added to the mail of the same cycle that waits for that person and leaves soon, or
	 * no later than this would. A mail that is to leave at once joins nothing.
	 * @param cycle what all claims belong to
	 * @param claims what to tell whom
	 * @param bundledAt until when more may join; not after now means at once
	 * @return the mails that are new, without a process yet
	 */
	List<Long> queue(CycleName cycle, List<Claim> claims, Instant bundledAt) {
		Instant soon = this.clock.instant().plus(SOON);
		return this.ownPlan.of(() -> statement(QUEUE, cycle, claims).param("bundledAt", Timestamp.from(bundledAt))
			.param("joinable", Timestamp.from(bundledAt.isAfter(soon) ? bundledAt : soon))
			.query(Long.class)
			.list());
	}

	/**
	 * Records in the caller's transaction what nobody is told, so that nobody ever is.
	 * @param cycle what all claims belong to
	 * @param claims what is left out
	 */
	void skip(CycleName cycle, List<Claim> claims) {
		this.ownPlan.of(() -> statement(SKIP, cycle, claims).update());
	}

	private StatementSpec statement(String sql, CycleName cycle, List<Claim> claims) {
		return this.jdbc.sql(sql)
			.param("cycle", cycle.value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("initiatives", each(claims, (claim) -> claim.initiative().value()))
			.param("ladders", each(claims, (claim) -> claim.ladder().key()))
			.param("kinds", each(claims, (claim) -> claim.ladder().kind()))
			.param("informing", each(claims, (claim) -> claim.ladder().isInforming()))
			.param("counting", each(claims, (claim) -> claim.ladder().hasRungs()))
			.param("dated", each(claims, (claim) -> claim.ladder().isDated()))
			.param("rounds", each(claims, Claim::round))
			.param("rungs", each(claims, Claim::rung))
			.param("deadlines", each(claims, Claim::deadline))
			.param("contacts", each(claims, (claim) -> claim.contact().value()));
	}

	private static String[] each(List<Claim> claims, Function<Claim, Object> column) {
		return claims.stream().map(column).map(Object::toString).toArray(String[]::new);
	}

}
