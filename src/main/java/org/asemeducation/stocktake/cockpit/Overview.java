package org.asemeducation.stocktake.cockpit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.notification.trouble.LastRun;
import org.jspecify.annotations.Nullable;

/**
 * A cycle at a glance.
 *
 * @param zone where its days end
 * @param state opened, gathering, closed or published
 * @param requestAt when the requests go out by themselves
 * @param requestedAt when they did; {@code null} before
 * @param deadline the day by whose end updates are asked for
 * @param freeze the day with which the gathering ends at the latest
 * @param closedAt when it ended; {@code null} before
 * @param meetings the four, ISOM first
 * @param counts how many initiatives stand where, every state once
 */
record Overview(String name, String title, String zone, String state, Instant requestAt, @Nullable Instant requestedAt,
		LocalDate deadline, LocalDate freeze, @Nullable Instant closedAt, List<MeetingLine> meetings,
		List<Count> counts, LastRun reminders) {
}
