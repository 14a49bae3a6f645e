package org.asemeducation.stocktake.notification.trouble;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * How the hourly run of the reminders is doing.
 *
 * @param ranAt when it last did its work; {@code null} when it never has
 * @param coveredUntil everything that fell due until then is claimed; {@code null} when
 * nothing could fall due yet
 * @param nextAt when it is due next; {@code null} when no run is planned
 * @param late whether two hours have passed since a run should have done its work, or
 * none is planned at all
 */
public record LastRun(@Nullable Instant ranAt, @Nullable Instant coveredUntil, @Nullable Instant nextAt, boolean late) {

	private static final Duration PATIENCE = Duration.ofHours(2);

	static LastRun seen(Instant now, @Nullable Instant ranAt, @Nullable Instant coveredUntil,
			@Nullable Instant nextAt) {
		return new LastRun(ranAt, coveredUntil, nextAt, nextAt == null || isOver(nextAt, now)
				|| (coveredUntil != null && isOver(hourAfter(coveredUntil), now)));
	}

	/**
	 * A run may begin on time and fail each time: what it has covered tells.
	 */
	private static Instant hourAfter(Instant covered) {
		return covered.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
	}

	private static boolean isOver(Instant due, Instant now) {
		return !now.isBefore(due.plus(PATIENCE));
	}

}
