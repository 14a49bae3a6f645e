package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The rule for asking contacts whether they still are the contact: four weeks before the
 * requests, once, with one reminder two weeks before them. Whom the run finds later,
 * because the cycle was opened later or they are new, is asked then, but not in the last
 * week: the request itself comes.
 */
final class ConfirmationRule {

	/** Days before the requests on which everybody is asked. */
	static final int ASKED = 28;

	/** Days before the requests on which the silent are reminded. */
	static final int REMINDED = 14;

	/** Days that somebody has to answer, before the reminder and before the request. */
	static final int APART = 7;

	private ConfirmationRule() {
	}

	/**
	 * What a silent contact is still to be sent.
	 * @param requests the day on which updates are asked for
	 * @param contact whom, and where they are
	 * @param known since when the cycle is open and the contact known: nobody is asked
	 * before
	 * @param asked when they were asked; {@code null} if they were not
	 * @param reminded whether they were reminded
	 * @return the asking, the reminder, both, or nothing
	 */
	static List<Step> steps(LocalDate requests, LocalContact contact, Instant known, @Nullable Instant asked,
			boolean reminded) {
		Instant first = later(contact.morningOf(requests.minusDays(ASKED)), known);
		Stream<Step> asking = (asked == null && isInTime(first, requests, contact)) ? Stream.of(new Step(0, first))
				: Stream.empty();
		if (reminded || (asked == null && !isInTime(first, requests, contact))) {
			return asking.toList();
		}
		LocalDate answerable = contact.dayOf((asked != null) ? asked : first).plusDays(APART);
		LocalDate twoWeeksBefore = requests.minusDays(REMINDED);
		Instant again = contact.morningOf(answerable.isAfter(twoWeeksBefore) ? answerable : twoWeeksBefore);
		return Stream
			.concat(asking, isInTime(again, requests, contact) ? Stream.of(new Step(1, again)) : Stream.empty())
			.toList();
	}

	/** Whether there is time enough left before the request to ask somebody at all. */
	static boolean isInTime(Instant at, LocalDate requests, LocalContact contact) {
		return at.isBefore(contact.morningOf(requests.minusDays(APART)));
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	/**
	 * One mail to one contact.
	 *
	 * @param round 0 for the asking, 1 for the reminder
	 * @param at when it falls due
	 */
	record Step(int round, Instant at) {
	}

}
