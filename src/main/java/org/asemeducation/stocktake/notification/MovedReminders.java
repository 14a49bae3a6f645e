package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.cycle.ForeseenMove;
import org.asemeducation.stocktake.plan.InitiativeId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the rule that the run uses what a move of dates changes, and whom it would be told
 * to.
 */
@Component
class MovedReminders implements ForeseenMove {

	private final Gatherings gatherings;

	private final OpenRequests requests;

	private final CoordinatorContacts contacts;

	private final MoveNotices notices;

	private final ReminderRun run;

	private final JdbcClient jdbc;

	private final Clock clock;

	MovedReminders(Gatherings gatherings, OpenRequests requests, CoordinatorContacts contacts, MoveNotices notices,
			ReminderRun run, JdbcClient jdbc, Clock clock) {
		this.gatherings = gatherings;
		this.requests = requests;
		this.contacts = contacts;
		this.notices = notices;
		this.run = run;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Foreseen of(Cycle before, Cycle after) {
		return switch (after.state()) {
			case OPENED -> beforeTheRequests(before, after);
			case GATHERING -> whileGathering(before, after);
			default -> new Foreseen(List.of(), List.of(), List.of());
		};
	}

	/** As if nobody answered. */
	private Foreseen beforeTheRequests(Cycle before, Cycle after) {
		List<Rungs> ladders = this.gatherings.of(after.name()).ladders();
		List<LocalContact> contacts = this.contacts.in(after.zone());
		Map<InitiativeId, List<ContactId>> coordinators = coordinators(after);
		List<DueRung> had = due(proposed(before, coordinators), ladders, contacts, Instant.MIN);
		List<DueRung> have = due(proposed(after, coordinators), ladders, contacts, Instant.MIN);
		LadderCheck check = new LadderCheck(ProposedRequests.of(after));
		List<String> known = ladders.stream()
			.filter((ladder) -> ladder.ladder() != Ladder.RETURNED_REMINDER)
			.flatMap((ladder) -> check.warnings(ladder).stream())
			.toList();
		return new Foreseen(ReminderShifts.between(had, have), List.of(), known);
	}

	private Foreseen whileGathering(Cycle before, Cycle after) {
		Instant now = this.clock.instant();
		Gathering stands = this.gatherings.of(after.name());
		Gathering stood = stands.as(before);
		List<LocalContact> contacts = this.contacts.in(after.zone());
		Instant from = this.run.coveredUntil();
		List<DueRung> had = due(this.requests.of(stood), stood.ladders(), contacts, from);
		List<DueRung> have = due(this.requests.of(stands), stands.ladders(), contacts, from);
		List<MoveNotice> notices = this.notices.of(stood, stands, now);
		return new Foreseen(ReminderShifts.between(had, have), told(notices), lost(before, after, have));
	}

	private static List<DueRung> due(List<OpenRequest> requests, List<Rungs> ladders, List<LocalContact> contacts,
			Instant from) {
		return ladders.stream()
			.flatMap((ladder) -> ReminderRule.due(requests, ladder, contacts, from, Instant.MAX).stream())
			.toList();
	}

	private static List<String> lost(Cycle before, Cycle after, List<DueRung> have) {
		boolean moved = !before.date(DeadlineKind.DEADLINE).equals(after.date(DeadlineKind.DEADLINE));
		boolean reminded = have.stream()
			.anyMatch((rung) -> rung.claim().ladder() == Ladder.REMINDER && rung.claim().rung() < 0
					&& rung.fate() != DueRung.Fate.TOO_SOON);
		return (moved && !reminded) ? List
			.of("No reminder comes before the new deadline (%s): all days of the ladder before it are past or too soon after the requests."
				.formatted(after.date(DeadlineKind.DEADLINE))) : List.of();
	}

	private List<Told> told(List<MoveNotice> notices) {
		Map<ContactId, List<MoveNotice>> byContact = notices.stream()
			.collect(Collectors.groupingBy((notice) -> notice.claim().contact()));
		Long[] ids = byContact.keySet().stream().map(ContactId::value).toArray(Long[]::new);
		return this.jdbc.sql("select id, name, email from contact where id = any(:ids) order by email")
			.param("ids", ids)
			.query((row, number) -> {
				List<MoveNotice> theirs = byContact.get(new ContactId(row.getLong("id")));
				MoveNotice first = theirs.stream().min(Comparator.comparing(MoveNotice::leavesAt)).orElseThrow();
				return new Told(row.getLong("id"), row.getString("name"), row.getString("email"),
						theirs.stream().map((notice) -> notice.claim().initiative().value()).toList(), first.leavesAt(),
						first.withReminder());
			})
			.list();
	}

	private List<OpenRequest> proposed(Cycle cycle, Map<InitiativeId, List<ContactId>> coordinators) {
		ProposedRequests calendar = ProposedRequests.of(cycle);
		List<OpenRequest> requests = new ArrayList<>();
		coordinators
			.forEach((initiative, contacts) -> requests.add(calendar.request(initiative, Set.copyOf(contacts))));
		return requests;
	}

	private Map<InitiativeId, List<ContactId>> coordinators(Cycle cycle) {
		Map<InitiativeId, List<ContactId>> coordinators = new LinkedHashMap<>();
		this.jdbc.sql("""
				select i.initiative, array(select distinct s.contact from coordination k
				    join contact_role s on s.party = k.party and s.role = 'coordinator'
				    where k.initiative = i.initiative and k.role = 'coordinator') as contacts
				from cycle_initiative i where i.cycle = :cycle order by i.position""")
			.param("cycle", cycle.name().value())
			.query((row) -> {
				Long[] contacts = (Long[]) row.getArray("contacts").getArray();
				coordinators.put(new InitiativeId(row.getString("initiative")),
						Arrays.stream(contacts).map(ContactId::new).toList());
			});
		return coordinators;
	}

}
