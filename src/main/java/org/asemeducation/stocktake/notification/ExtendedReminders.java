package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.cycle.ForeseenMove.Foreseen;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.extension.ForeseenExtension;
import org.springframework.stereotype.Component;

/**
 * Asks the rule that the run uses what more time for one update changes.
 */
@Component
class ExtendedReminders implements ForeseenExtension {

	private final Gatherings gatherings;

	private final OpenRequests requests;

	private final CoordinatorContacts contacts;

	private final MoveNotices notices;

	private final ToldContacts told;

	private final ReminderRun run;

	private final Clock clock;

	ExtendedReminders(Gatherings gatherings, OpenRequests requests, CoordinatorContacts contacts, MoveNotices notices,
			ToldContacts told, ReminderRun run, Clock clock) {
		this.gatherings = gatherings;
		this.requests = requests;
		this.contacts = contacts;
		this.notices = notices;
		this.told = told;
		this.run = run;
		this.clock = clock;
	}

	@Override
	public Foreseen of(UpdateKey key, LocalDate before) {
		Gathering gathering = this.gatherings.of(key.cycle());
		List<OpenRequest> extended = this.requests.of(gathering, List.of(key.initiative()));
		List<OpenRequest> had = extended.stream().map((request) -> request.asked(before, gathering)).toList();
		return new Foreseen(ReminderShifts.between(due(had, gathering), due(extended, gathering)),
				this.told.of(this.notices.of(Map.of(key.initiative(), before), gathering, this.clock.instant())),
				List.of());
	}

	private List<DueRung> due(List<OpenRequest> requests, Gathering gathering) {
		List<LocalContact> contacts = this.contacts.in(gathering.zone());
		Instant from = this.run.coveredUntil();
		return gathering.ladders()
			.stream()
			.flatMap((ladder) -> ReminderRule.due(requests, ladder, contacts, from, Instant.MAX).stream())
			.toList();
	}

}
