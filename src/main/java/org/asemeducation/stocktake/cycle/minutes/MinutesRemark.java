package org.asemeducation.stocktake.cycle.minutes;

import java.time.Instant;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.jspecify.annotations.Nullable;

/**
 * What a member says about minutes, and what became of it.
 *
 * @param id its number
 * @param number on which version
 * @param by the person's name, with whom they speak for
 * @param user the person's user id
 * @param taken {@code null} before it is answered
 * @param because why it is not taken; {@code null} otherwise
 */
public record MinutesRemark(long id, CycleName cycle, MeetingKind kind, int number, String text, Instant at, String by,
		String user, @Nullable Boolean taken, @Nullable String because) {

	public boolean isOpen() {
		return this.taken == null;
	}

	public boolean isTaken() {
		return Boolean.TRUE.equals(this.taken);
	}

}
