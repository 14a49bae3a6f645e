package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the AES records of a meeting.
 *
 * @param state {@code held} or {@code dropped}
 * @param heldOn its first day; needed when held
 * @param place where it was held; {@code null} keeps the planned place
 * @param virtual whether it was held online
 * @param decisions what was decided, in words
 */
public record MeetingRecord(@Nullable String state, @Nullable LocalDate heldOn, @Nullable String place, boolean virtual,
		@Nullable String decisions) {

	public static MeetingRecord held(LocalDate on) {
		return new MeetingRecord("held", on, null, false, null);
	}

	void check() {
		if (!"held".equals(this.state) && !"dropped".equals(this.state)) {
			throw Refused.invalid("The meeting is not recorded.",
					List.of(new Problem("state", "Say whether the meeting was held or dropped.")));
		}
		if ("held".equals(this.state) && this.heldOn == null) {
			throw Refused.invalid("The meeting is not recorded.",
					List.of(new Problem("heldOn", "Give the first day on which the meeting was held.")));
		}
	}

}
