package org.asemeducation.stocktake.cockpit;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How the hourly run of the reminders is doing.
 *
 * @param ranAt when it last did its work; {@code null} when it never has
 * @param coveredUntil everything that fell due until then is claimed; {@code null} when
 * nothing could fall due yet
 * @param nextAt when it is due next; {@code null} when no run is planned
 * @param late whether it should have run two hours ago, or is not planned at all
 */
record ReminderRun(@Nullable Instant ranAt, @Nullable Instant coveredUntil, @Nullable Instant nextAt, boolean late) {

	private static final Duration PATIENCE = Duration.ofHours(2);

	static ReminderRun seen(Instant now, @Nullable Instant ranAt, @Nullable Instant coveredUntil,
			@Nullable Instant nextAt) {
		return new ReminderRun(ranAt, coveredUntil, nextAt, nextAt == null || !now.isBefore(nextAt.plus(PATIENCE)));
	}

}
