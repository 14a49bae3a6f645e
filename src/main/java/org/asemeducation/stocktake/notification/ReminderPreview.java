package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.ForeseenReminders;
import org.asemeducation.stocktake.cycle.MailToCome;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.plan.InitiativeId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the rules whom a cycle would ask and remind that is not opened yet, with the plan
 * and the register as they stand and as if nobody answered.
 */
@Component
class ReminderPreview implements ForeseenReminders {

	/** Mails shown one by one. */
	private static final int MOST = 100;

	private final JdbcClient jdbc;

	private final CoordinatorContacts contacts;

	private final DueRequests due;

	private final PlanFacts facts;

	private final Clock clock;

	ReminderPreview(JdbcClient jdbc, CoordinatorContacts contacts, DueRequests due, PlanFacts facts, Clock clock) {
		this.jdbc = jdbc;
		this.contacts = contacts;
		this.due = due;
		this.facts = facts;
		this.clock = clock;
	}

	@Override
	public Foreseen of(NewCycle proposal) {
		ProposedRequests calendar = ProposedRequests.of(proposal);
		List<OpenRequest> requests = requests(calendar);
		List<LocalContact> contacts = this.contacts.in(calendar.zone());
		List<Rungs> ladders = List.of(Rungs.beforeTheDeadline(proposal.reminderDays()),
				Rungs.beforeTheFreeze(proposal.freezeReminderDays()));
		List<Day> days = ladders.stream()
			.flatMap((ladder) -> days(ReminderRule.due(requests, ladder, contacts, Instant.MIN, Instant.MAX)))
			.sorted(Comparator.comparing(Day::on).thenComparing(Day::kind))
			.toList();
		LadderCheck check = new LadderCheck(calendar);
		List<PlannedMail> mails = mails(proposal, calendar, requests, ladders, contacts);
		return new Foreseen(days, ladders.stream().flatMap((ladder) -> check.warnings(ladder).stream()).toList(),
				shown(calendar, mails.stream().filter(ReminderPreview::isRequest)),
				shown(calendar, mails.stream().limit(MOST)), mails.size());
	}

	private List<PlannedMail> mails(NewCycle proposal, ProposedRequests calendar, List<OpenRequest> requests,
			List<Rungs> ladders, List<LocalContact> contacts) {
		List<DueRequests.DueRequest> asked = this.due.proposed(new CycleName(Objects.requireNonNull(proposal.name())),
				calendar.deadline());
		List<PlannedMail.Moment> moments = new ArrayList<>(
				PlannedRequests.moments(asked, calendar.requestAt(), contacts));
		moments.addAll(PlannedReminders.of(requests, ladders, contacts, HeldMail.NONE));
		moments.addAll(DueConfirmations.proposed(requests, calendar.request(), contacts, this.clock.instant()));
		return PlannedMail.of(moments)
			.stream()
			.filter(PlannedMail::isToCome)
			.sorted(PlannedMail.IN_ORDER_OF_TIME)
			.toList();
	}

	private static boolean isRequest(PlannedMail mail) {
		return mail.lines()
			.stream()
			.allMatch((line) -> line.rung() == null && !Ladder.CONFIRM.key().equals(line.kind()));
	}

	private List<MailToCome> shown(ProposedRequests calendar, Stream<PlannedMail> mails) {
		return this.facts.shown(calendar.zone(), mails.toList(), HeldMail.NONE, this.facts.notReceiving());
	}

	private static Stream<Day> days(List<DueRung> due) {
		return due.stream()
			.filter((rung) -> rung.fate() != DueRung.Fate.TOO_SOON)
			.map(DueRung::claim)
			.collect(Collectors.groupingBy(Claim::rung, TreeMap::new, Collectors.toList()))
			.values()
			.stream()
			.map(ReminderPreview::day);
	}

	private static Day day(List<Claim> claims) {
		Claim first = claims.get(0);
		return new Day(first.ladder().kind(), first.rung(), first.deadline().plusDays(first.rung()),
				(int) claims.stream().map(Claim::contact).distinct().count());
	}

	private List<OpenRequest> requests(ProposedRequests calendar) {
		return this.jdbc.sql("""
				select i.id, array(select s.contact from coordination k join contact_role s on s.party = k.party
				    where k.initiative = i.id and k.role = 'coordinator' and s.role = 'coordinator') as coordinators
				from initiative i where i.in_force""").query((row, number) -> {
			Long[] coordinators = (Long[]) row.getArray("coordinators").getArray();
			return calendar.request(new InitiativeId(row.getString("id")),
					Arrays.stream(coordinators).map(ContactId::new).collect(Collectors.toSet()));
		}).list();
	}

}
