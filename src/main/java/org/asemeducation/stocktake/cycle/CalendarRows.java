package org.asemeducation.stocktake.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The dates of a cycle with their versions, and every move of one.
 */
@Component
class CalendarRows {

	private static final String DATES = """
			select d.name, d.day, d.version, d.hangs_on, d.days_before from (
			    select kind as name, planned_on as day, version, null as hangs_on, cast(null as int) as days_before,
			           array_position(array['ISOM', 'SOM1', 'SOM2', 'ASEMME'], kind) as place
			    from meeting where cycle = :cycle
			    union all
			    select kind, on_date, version, hangs_on, days_before,
			           4 + array_position(array['request', 'deadline', 'freeze', 'reviews', 'comments', 'papers'], kind)
			    from deadline where cycle = :cycle) d
			order by d.place""";

	private final JdbcClient jdbc;

	private final Clock clock;

	CalendarRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** All dates of a cycle: the four meetings, then the deadlines. */
	List<StandingDate> of(CycleName cycle) {
		return this.jdbc.sql(DATES).param("cycle", cycle.value()).query((row, number) -> read(row)).list();
	}

	StandingDate of(CycleName cycle, DateName name) {
		return of(cycle).stream()
			.filter((date) -> date.name().equals(name))
			.findFirst()
			.orElseThrow(() -> Refused.notFound("%s has no date \"%s\".".formatted(cycle, name)));
	}

	List<StandingDate> hangingOn(CycleName cycle, MeetingKind meeting) {
		return of(cycle).stream().filter((date) -> date.hangsOn(meeting)).toList();
	}

	/** Gives a date its new day; one that is moved itself hangs on nothing any more. */
	void move(CycleName cycle, DateShift shift) {
		Optional<DeadlineKind> deadline = shift.name().deadline();
		String sql = deadline.isEmpty()
				? "update meeting set planned_on = :to, version = version + 1 where cycle = :cycle and kind = :name"
				: """
						update deadline set moved_at = :at, moved_from = on_date, on_date = :to, version = version + 1,
						hangs_on = case when :own then null else hangs_on end,
						days_before = case when :own then null else days_before end
						where cycle = :cycle and kind = :name""";
		this.jdbc.sql(sql)
			.param("to", shift.to())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("own", shift.because() == null)
			.param("cycle", cycle.value())
			.param("name", shift.name().word())
			.update();
	}

	/** Writes down that a date has moved. */
	void remember(CycleName cycle, DateShift shift, String reason, String by) {
		this.jdbc
			.sql("""
					insert into date_move (cycle, date, version, moved_from, moved_to, because_of, reason, moved_at, moved_by)
					values (:cycle, :date, :version, :from, :to, :because, :reason, :at, :by)""")
			.param("cycle", cycle.value())
			.param("date", shift.name().word())
			.param("version", of(cycle, shift.name()).version())
			.param("from", shift.from())
			.param("to", shift.to())
			.param("because", (shift.because() != null) ? shift.because().name() : null)
			.param("reason", reason)
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
	}

	private static StandingDate read(ResultSet row) throws SQLException {
		@Nullable String meeting = row.getString("hangs_on");
		return new StandingDate(new DateName(row.getString("name")), row.getObject("day", LocalDate.class),
				row.getInt("version"), (meeting != null) ? MeetingKind.valueOf(meeting) : null,
				row.getObject("days_before", Integer.class));
	}

}
