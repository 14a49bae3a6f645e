package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as planned when a cycle is opened.
 *
 * @param kind which of the four
 * @param planned its first day; {@code null} when not yet known
 * @param place town or house; {@code null} when not yet known
 * @param format how it is held; in person when nothing is said
 * @param host the host ministry or partner; {@code null} when not yet known
 */
public record NewMeeting(MeetingKind kind, @Nullable LocalDate planned, @Nullable String place, MeetingFormat format,
		@Nullable String host) {

	public NewMeeting {
		format = Objects.requireNonNullElse(format, MeetingFormat.IN_PERSON);
	}

}
