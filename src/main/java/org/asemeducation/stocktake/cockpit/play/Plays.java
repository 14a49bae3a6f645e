package org.asemeducation.stocktake.cockpit.play;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cockpit.Standings;
import org.asemeducation.stocktake.cockpit.outlook.Concern;
import org.asemeducation.stocktake.cockpit.outlook.Concerns;
import org.asemeducation.stocktake.cockpit.outlook.Outlooks;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.LongAnswer;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads how a cycle stands, whatever the number of its initiatives.
 */
@Component
class Plays {

	private static final String LINES = Standings.WITH
			+ """
					select s.initiative, s.title, s.standing, s.due,
					    coalesce(case when :published then nullif(s.coordinators, '') end, n.names, s.coordinators, '') as parties,
					    case when s.state is not null and s.due < :today then :today - s.due else 0 end as late
					from standing s left join coordinated_by n on n.initiative = s.initiative
					""";

	private static final String ALL = LINES + "order by s.position";

	private static final String LATEST = LINES + "order by late desc, s.position limit :most";

	private static final String SOME = LINES + "where s.initiative = any(:some)";

	private static final String ANSWER = "play_lines";

	private final Outlooks outlooks;

	private final Standings standings;

	private final Meetings meetings;

	private final LongAnswer longAnswer;

	private final Clock clock;

	Plays(Outlooks outlooks, Standings standings, Meetings meetings, LongAnswer longAnswer, Clock clock) {
		this.outlooks = outlooks;
		this.standings = standings;
		this.meetings = meetings;
		this.longAnswer = longAnswer;
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
		Concerns.Found concerns = this.outlooks.concerns(cycle);
		int all = this.standings.ask(Standings.WITH + "select count(*) from standing", cycle)
			.query(Integer.class)
			.single();
		return new Play(cycle, meeting, now, this.outlooks.of(cycle), concerns, this.outlooks.parts(cycle),
				parties(cycle, concerns), all, printed(cycle, all));
	}

	/**
	 * All initiatives, one after the other in the order of the plan.
	 * @param cycle the cycle
	 * @param each takes an initiative
	 */
	@Transactional(readOnly = true)
	void lines(Cycle cycle, Consumer<PlayLine> each) {
		this.longAnswer.read(ANSWER, ask(LongAnswer.begin(ANSWER) + ALL, cycle), Plays::line, each);
	}

	private List<PlayLine> printed(Cycle cycle, int all) {
		return (all > PlayPaper.MOST) ? ask(LATEST, cycle).param("most", PlayPaper.MOST).query(Plays::line).list()
				: ask(ALL, cycle).query(Plays::line).list();
	}

	private Map<String, String> parties(Cycle cycle, Concerns.Found concerns) {
		return ask(SOME, cycle)
			.param("some", concerns.rows().stream().map(Concern::initiative).distinct().toArray(String[]::new))
			.query(Plays::line)
			.list()
			.stream()
			.collect(Collectors.toMap(PlayLine::initiative, PlayLine::parties));
	}

	private StatementSpec ask(String sql, Cycle cycle) {
		return this.standings.ask(sql, cycle).param("published", cycle.state() == Cycle.State.PUBLISHED);
	}

	private static PlayLine line(ResultSet row, int number) throws SQLException {
		return new PlayLine(row.getString("initiative"), row.getString("title"), row.getString("parties"),
				row.getString("standing"), row.getObject("due", LocalDate.class), row.getInt("late"));
	}

	/** By its day; before those whose day is not known. */
	private static Optional<Meeting> next(List<Meeting> meetings, LocalDate today) {
		return meetings.stream()
			.filter((meeting) -> !meeting.wasDropped() && !meeting.isRecorded())
			.filter((meeting) -> meeting.day() == null || !meeting.day().isBefore(today))
			.min(Comparator.comparing(Meeting::day, Comparator.nullsLast(Comparator.naturalOrder())));
	}

}
