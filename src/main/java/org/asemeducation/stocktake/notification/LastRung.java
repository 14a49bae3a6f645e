package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

import org.asemeducation.stocktake.cycle.Cycle;

/**
 * When the last reminder of an update's own day has gone by: the last rung that comes
 * before the update can no longer be written, for the last of its coordinators. Never
 * before that day is over, whatever the ladder.
 */
final class LastRung {

	private LastRung() {
	}

	/**
	 * The moment, in the ladder that counts for the update: that of the deadline, or
	 * after a return that of what came back. The freeze has a ladder of its own, which
	 * does not count.
	 * @param request what waits for its coordinators
	 * @param gathering whose days and ladders count
	 * @param contacts who may be reminded; others do not count
	 * @return the moment, which may lie ahead
	 */
	static Instant of(OpenRequest request, Gathering gathering, Collection<LocalContact> contacts) {
		LocalDate day = request.ownDay();
		Instant over = Cycle.endOf(day, gathering.zone());
		return gathering.ladders()
			.stream()
			.filter((ladder) -> ladder.ladder() != Ladder.FREEZE_REMINDER && request.isRemindedBy(ladder.ladder()))
			.flatMap((ladder) -> mornings(request, ladder, contacts, day))
			.filter((at) -> !at.isAfter(request.frozenAt()))
			.filter((at) -> at.isAfter(over))
			.max(Comparator.naturalOrder())
			.orElse(over);
	}

	private static Stream<Instant> mornings(OpenRequest request, Rungs ladder, Collection<LocalContact> contacts,
			LocalDate day) {
		return contacts.stream()
			.filter((contact) -> request.coordinators().contains(contact.id()))
			.flatMap((contact) -> ladder.days().stream().map((rung) -> contact.morningOf(day.plusDays(rung))));
	}

}
