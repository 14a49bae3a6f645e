package org.asemeducation.stocktake.cycle.paper;

import java.time.LocalDate;

import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that was held before Stocktake was used.
 *
 * @param kind which of the four
 * @param on its first day
 * @param place where; {@code null} when not known
 * @param format how it was held
 * @param host the host ministry or partner; {@code null} when not known
 */
public record HeldMeeting(MeetingKind kind, LocalDate on, @Nullable String place, MeetingFormat format,
		@Nullable String host) {
}
