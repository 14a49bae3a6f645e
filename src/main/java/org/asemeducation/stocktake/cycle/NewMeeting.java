package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A meeting as planned when a cycle is opened.
 *
 * @param kind which of the four
 * @param planned its first day; {@code null} when not yet known
 * @param place town or house; {@code null} when not yet known
 * @param virtual whether it is held online
 * @param host the host ministry or partner; {@code null} when not yet known
 */
public record NewMeeting(MeetingKind kind, @Nullable LocalDate planned, @Nullable String place, boolean virtual,
		@Nullable String host) {
}
