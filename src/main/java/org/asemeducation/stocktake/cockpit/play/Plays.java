package org.asemeducation.stocktake.cockpit.play;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cockpit.Standings;
import org.asemeducation.stocktake.cockpit.outlook.Outlooks;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads how a cycle stands: one statement for all initiatives, whatever their number.
 */
@Component
class Plays {

	private static final String LINES = Standings.WITH
			+ """
					, name as (
					    select c.initiative, string_agg(coalesce(p.acronym, p.name), ', ' order by c.position) as names
					    from coordination c join party p on p.id = c.party where c.role = 'coordinator' group by c.initiative
					)
					select s.initiative, s.title, s.standing, s.due,
					    coalesce(case when :published then nullif(s.coordinators, '') end, n.names, s.coordinators, '') as parties,
					    case when s.state is not null and s.due < :today then :today - s.due else 0 end as late
					from standing s left join name n on n.initiative = s.initiative
					order by s.position
					""";

	private final Outlooks outlooks;

	private final Standings standings;

	private final Meetings meetings;

	private final Clock clock;

	Plays(Outlooks outlooks, Standings standings, Meetings meetings, Clock clock) {
		this.outlooks = outlooks;
		this.standings = standings;
		this.meetings = meetings;
		this.clock = clock;
	}

	/**
	 * How it stands now.
	 * @param cycle the cycle
	 * @param kind the meeting it is for; {@code null} for the next one
	 * @return how it stands
	 */
	@Transactional(readOnly = true)
	Play of(Cycle cycle, @Nullable MeetingKind kind) {
		Instant now = this.clock.instant();
		Meeting meeting = (kind != null) ? this.meetings.of(cycle.name(), kind)
				: next(this.meetings.of(cycle.name()), LocalDate.ofInstant(now, cycle.zone())).orElse(null);
		List<PlayLine> lines = this.standings.ask(LINES, cycle)
			.param("published", cycle.state() == Cycle.State.PUBLISHED)
			.query((row, number) -> new PlayLine(row.getString("initiative"), row.getString("title"),
					row.getString("parties"), row.getString("standing"), row.getObject("due", LocalDate.class),
					row.getInt("late")))
			.list();
		return new Play(cycle, meeting, now, this.outlooks.of(cycle), this.outlooks.concerns(cycle),
				this.outlooks.parts(cycle), lines);
	}

	/** By its day; before those whose day is not known. */
	private static Optional<Meeting> next(List<Meeting> meetings, LocalDate today) {
		return meetings.stream()
			.filter((meeting) -> !meeting.wasDropped() && !meeting.isRecorded())
			.filter((meeting) -> meeting.day() == null || !meeting.day().isBefore(today))
			.min(Comparator.comparing(Meeting::day, Comparator.nullsLast(Comparator.naturalOrder())));
	}

}
