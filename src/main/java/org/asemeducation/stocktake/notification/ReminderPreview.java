package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.ForeseenReminders;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.plan.InitiativeId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the rule whom a cycle would remind that is not opened yet, with the plan and the
 * register as they stand and as if nobody answered.
 */
@Component
class ReminderPreview implements ForeseenReminders {

	private final JdbcClient jdbc;

	private final CoordinatorContacts contacts;

	ReminderPreview(JdbcClient jdbc, CoordinatorContacts contacts) {
		this.jdbc = jdbc;
		this.contacts = contacts;
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
		return new Foreseen(days, ladders.stream().flatMap((ladder) -> check.warnings(ladder).stream()).toList());
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
