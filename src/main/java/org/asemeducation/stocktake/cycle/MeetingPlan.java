package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.List;

import java.util.Objects;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * When, where and by whom a meeting will be held.
 *
 * @param planned its first day; needed
 * @param place where; {@code null} when not known
 * @param format how it is held
 * @param host the host ministry or partner; {@code null} when not known
 * @param leftOut contacts who are not written to about a day that moves with it;
 * {@code null} for none
 */
public record MeetingPlan(@Nullable LocalDate planned, @Nullable String place, MeetingFormat format,
		@Nullable String host, @Nullable List<@Nullable Long> leftOut) {

	public MeetingPlan {
		format = Objects.requireNonNullElse(format, MeetingFormat.IN_PERSON);
	}

	public MeetingPlan(@Nullable LocalDate planned, @Nullable String place, MeetingFormat format,
			@Nullable String host) {
		this(planned, place, format, host, null);
	}

	/**
	 * The plan as it stands.
	 * @param meeting the meeting
	 * @return what the form offers
	 */
	public static MeetingPlan of(Meeting meeting) {
		return new MeetingPlan(meeting.planned(), meeting.place(), meeting.format(), meeting.host());
	}

	void check() {
		if (this.planned == null) {
			throw Refused.invalid("The meeting is not confirmed.",
					List.of(new Problem("planned", "Give the first day on which the meeting will be held.")));
		}
	}

}
