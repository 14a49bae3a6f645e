package org.asemeducation.stocktake.notification.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.notification.transport.MailSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The days of all cycles as a calendar: meetings and deadlines, and nothing about people.
 */
@Component
class CycleCalendar {

	private static final Map<String, String> NAMES = Map.of("request", "requests go out", "deadline",
			"deadline for updates", "freeze", "gathering ends (freeze)", "reviews", "reviews done", "comments",
			"comments on the draft end", "papers", "papers for SOM2 go out");

	private final JdbcClient jdbc;

	private final PublicUrl publicUrl;

	private final MailSettings settings;

	private final Clock clock;

	CycleCalendar(JdbcClient jdbc, PublicUrl publicUrl, MailSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.publicUrl = publicUrl;
		this.settings = settings;
		this.clock = clock;
	}

	/** An iCalendar file. */
	String file() {
		return CalendarFile.of("PUBLISH", "Stocktake: ASEM Education Process", this.settings.replyAddress(),
				this.clock.instant(), Stream.concat(meetings().stream(), deadlines().stream()).toList());
	}

	private List<Event> meetings() {
		return this.jdbc.sql("""
				select cycle, kind, coalesce(held_on, planned_on) as day, place, hybrid, virtual, state, version
				from meeting where coalesce(held_on, planned_on) is not null
				and cycle not in (select name from cycle where kind = 'paper') order by cycle, day""")
			.query((row, number) -> meeting(row))
			.list();
	}

	private Event meeting(ResultSet row) throws SQLException {
		boolean dropped = row.getString("state").equals("dropped");
		@Nullable String place = place(row);
		String state = "The meeting is %s.".formatted(row.getString("state"));
		return Event.on(uid(row), row.getInt("version"), dropped, row.getObject("day", LocalDate.class), "%s: %s%s"
			.formatted(row.getString("cycle"), row.getString("kind"), (place != null) ? ", " + place : ""), state);
	}

	private static @Nullable String place(ResultSet row) throws SQLException {
		@Nullable String place = row.getString("place");
		return switch (MeetingFormat.of(row.getBoolean("hybrid"), row.getBoolean("virtual"))) {
			case IN_PERSON -> place;
			case HYBRID -> (place != null) ? place + " and online" : "hybrid";
			case VIRTUAL -> "online";
		};
	}

	private List<Event> deadlines() {
		return this.jdbc.sql("""
				select d.cycle, d.kind, d.on_date, d.version, y.zone from deadline d join cycle y on y.name = d.cycle
				order by d.cycle, d.on_date""").query((row, number) -> deadline(row)).list();
	}

	private Event deadline(ResultSet row) throws SQLException {
		ZoneId zone = ZoneId.of(row.getString("zone"));
		LocalDate day = row.getObject("on_date", LocalDate.class);
		boolean request = row.getString("kind").equals("request");
		Instant moment = request ? day.atTime(LocalTime.of(10, 0)).atZone(zone).toInstant()
				: Cycle.endOf(day, zone).plusMillis(1);
		return Event.until(uid(row), row.getInt("version"), false, moment,
				"%s: %s".formatted(row.getString("cycle"), NAMES.get(row.getString("kind"))),
				request ? "At 09:00 in %s.".formatted(zone) : "Until 23:59 in %s.".formatted(zone),
				this.publicUrl.to("/camunda/app/cockpit/default/"));
	}

	private String uid(ResultSet row) throws SQLException {
		return "%s-%s@%s".formatted(row.getString("cycle"), row.getString("kind"), this.publicUrl.host());
	}

}
