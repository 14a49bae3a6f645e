package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A meeting of a cycle as it stands.
 *
 * @param kind which of the four
 * @param planned its planned first day; {@code null} when not known
 * @param place where; {@code null} when not known
 * @param virtual whether online
 * @param host who hosts; {@code null} when not known
 * @param state {@code planned}, {@code held} or {@code dropped}
 * @param held its first day as held; {@code null} before and when dropped
 * @param decisions what was decided, in words; {@code null} when nothing was noted
 */
public record Meeting(MeetingKind kind, @Nullable LocalDate planned, @Nullable String place, boolean virtual,
		@Nullable String host, String state, @Nullable LocalDate held, @Nullable String decisions) {

	public boolean isRecorded() {
		return !"planned".equals(this.state);
	}

}
