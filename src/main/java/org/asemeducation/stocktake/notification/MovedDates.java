package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.DatesMoved;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.extension.UpdateExtended;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells coordinators once that their own day has moved.
 */
@Component
class MovedDates {

	/** Whoever has not been told of an earlier move yet hears of both as one. */
	private static final String FROM = """
			update mail_line l set moved_from = coalesce((
			    select e.moved_from from mail_line e join mail o on o.id = e.mail
			    where o.contact = m.contact and o.cycle = m.cycle and o.state = 'queued' and e.kind = 'date-moved'
			      and e.initiative = l.initiative and not e.dropped and e.moved_from is not null
			    order by e.mail, e.position limit 1), :from)
			from mail m
			where m.id = l.mail and m.cycle = :cycle and l.kind = 'date-moved' and l.moved_from is null
			  and l.initiative = any(:initiatives)
			""";

	private final Gatherings gatherings;

	private final MoveNotices notices;

	private final Ledger ledger;

	private final PickUpMails pickUp;

	private final JdbcClient jdbc;

	private final Clock clock;

	MovedDates(Gatherings gatherings, MoveNotices notices, Ledger ledger, PickUpMails pickUp, JdbcClient jdbc,
			Clock clock) {
		this.gatherings = gatherings;
		this.notices = notices;
		this.ledger = ledger;
		this.pickUp = pickUp;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(DatesMoved moved) {
		tell(moved.before().name(), (after) -> this.notices.days(after.as(moved.before())));
	}

	@EventListener
	@Transactional
	void on(UpdateExtended extended) {
		tell(extended.key().cycle(), (after) -> Map.of(extended.key().initiative(), extended.before()));
	}

	private void tell(CycleName cycle, Function<Gathering, Map<InitiativeId, LocalDate>> had) {
		Instant now = this.clock.instant();
		this.gatherings.at(now)
			.stream()
			.filter((one) -> one.cycle().equals(cycle))
			.map((after) -> this.notices.of(had.apply(after), after, now))
			.filter((notices) -> !notices.isEmpty())
			.forEach((notices) -> tell(cycle, notices));
	}

	private void tell(CycleName cycle, List<MoveNotice> notices) {
		Map<Instant, List<Claim>> byTime = notices.stream()
			.collect(Collectors.groupingBy(MoveNotice::leavesAt, TreeMap::new,
					Collectors.mapping(MoveNotice::claim, Collectors.toList())));
		byTime.forEach((leavesAt, claims) -> this.ledger.queue(cycle, claims, leavesAt));
		Map<LocalDate, List<MoveNotice>> byDay = notices.stream().collect(Collectors.groupingBy(MoveNotice::from));
		byDay.forEach((from, those) -> this.jdbc.sql(FROM)
			.param("from", from)
			.param("cycle", cycle.value())
			.param("initiatives",
					those.stream()
						.map((notice) -> notice.claim().initiative().value())
						.distinct()
						.toArray(String[]::new))
			.update());
		this.pickUp.startNowAndAfterCommit();
	}

}
