package org.asemeducation.stocktake.report.papers;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.jspecify.annotations.Nullable;

/**
 * What papers say of a meeting.
 */
final class MeetingWords {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

	private MeetingWords() {
	}

	/** Such as "Monday 4 June 2029, Valletta and online, hosted by Malta". */
	static String whenAndWhere(Meeting meeting) {
		LocalDate day = meeting.day();
		return Stream
			.of((day != null) ? DAY.format(day) : "no day yet", place(meeting),
					(meeting.host() != null) ? "hosted by " + meeting.host() : null)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(", "));
	}

	private static @Nullable String place(Meeting meeting) {
		if (meeting.format() == MeetingFormat.VIRTUAL) {
			return "online";
		}
		return (meeting.format() == MeetingFormat.HYBRID && meeting.place() != null) ? meeting.place() + " and online"
				: meeting.place();
	}

}
