package org.asemeducation.stocktake.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.notification.trouble.LastRuns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts together what is seen of a cycle at a glance.
 */
@Component
class Overviews {

	private final Meetings meetings;

	private final Standings standings;

	private final LastRuns reminders;

	private final JdbcClient jdbc;

	private final Clock clock;

	Overviews(Meetings meetings, Standings standings, LastRuns reminders, JdbcClient jdbc, Clock clock) {
		this.meetings = meetings;
		this.standings = standings;
		this.reminders = reminders;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * All cycles.
	 * @return the one opened last first
	 */
	List<CycleChoice> cycles() {
		return this.jdbc.sql("select name, title, kind from cycle order by opened_at desc, name desc")
			.query((row, number) -> new CycleChoice(row.getString("name"), row.getString("title"),
					row.getString("kind")))
			.list();
	}

	Overview of(Cycle cycle) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), cycle.zone());
		return new Overview(cycle.name().value(), cycle.title(), cycle.zone().getId(),
				cycle.state().name().toLowerCase(Locale.ROOT), cycle.requestAt(), cycle.requestedAt(),
				cycle.date(DeadlineKind.DEADLINE), cycle.date(DeadlineKind.FREEZE), cycle.closedAt(),
				this.meetings.of(cycle.name()).stream().map((meeting) -> MeetingLine.of(meeting, today)).toList(),
				this.standings.count(cycle), this.reminders.last());
	}

}
