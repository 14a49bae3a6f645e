package org.asemeducation.stocktake.cockpit;

import java.time.LocalDate;

import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.jspecify.annotations.Nullable;

/**
 * A meeting at a glance.
 *
 * @param kind ISOM, SOM1, SOM2 or ASEMME
 * @param state as the meeting has it, such as {@code planned}
 * @param recorded whether nothing is left to say about it
 * @param on its first day, as held or else as planned; {@code null} when not known
 * @param place where; {@code null} when not known
 * @param format how it is held
 * @param past whether that day is over, and it is not recorded all the same
 */
record MeetingLine(String kind, String state, boolean recorded, @Nullable LocalDate on, @Nullable String place,
		MeetingFormat format, boolean past) {

	static MeetingLine of(Meeting meeting, LocalDate today) {
		LocalDate on = (meeting.held() != null) ? meeting.held() : meeting.planned();
		return new MeetingLine(meeting.kind().name(), meeting.state(), meeting.isRecorded(), on, meeting.place(),
				meeting.format(), !meeting.isRecorded() && on != null && on.isBefore(today));
	}

}
