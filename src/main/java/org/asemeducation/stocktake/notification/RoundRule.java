package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The rule for asking readers for comments on a draft: once, on the morning of the day on
 * which the round opens, with one reminder three days before it closes to whoever has
 * said nothing. Like any reminder it does not come within a week of what it reminds of.
 */
final class RoundRule {

	/** Days before the close on which the silent are reminded. */
	static final int REMINDED = 3;

	/** Days after the asking on which nobody is reminded. */
	static final int QUIET_DAYS = ReminderRule.QUIET_DAYS;

	private RoundRule() {
	}

	/**
	 * What somebody is still to be sent.
	 * @param round the round
	 * @param reader whom, and where they are
	 * @param known since when they are in the register
	 * @param asked when they were asked; {@code null} if they were not
	 * @param reminded whether they were reminded
	 * @param spoken whether they have written anything
	 * @return in the order of time; nothing once the round is closed
	 */
	static List<Step> steps(Span round, LocalContact reader, Instant known, @Nullable Instant asked, boolean reminded,
			boolean spoken) {
		List<Step> steps = new ArrayList<>(2);
		Instant first = later(later(reader.morningOf(round.opens()), round.opensAt()), known);
		if (asked == null && !first.isAfter(round.closesAt())) {
			steps.add(new Step(Ladder.ROUND, first));
		}
		Instant again = reader.morningOf(round.closes().minusDays(REMINDED));
		LocalDate quietUntil = reader.dayOf((asked != null) ? asked : first).plusDays(QUIET_DAYS);
		if (!reminded && !spoken && !reader.dayOf(again).isBefore(quietUntil)) {
			steps.add(new Step(Ladder.ROUND_REMINDER, again));
		}
		return steps;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	/**
	 * From when to when something can be said.
	 *
	 * @param opens the first day, in the cycle's zone
	 * @param closes the last day
	 * @param opensAt the first moment
	 * @param closesAt the last instant
	 */
	record Span(LocalDate opens, LocalDate closes, Instant opensAt, Instant closesAt) {
	}

	/**
	 * One mail to one reader.
	 *
	 * @param ladder the asking or the reminder
	 * @param at when it falls due
	 */
	record Step(Ladder ladder, Instant at) {
	}

}
