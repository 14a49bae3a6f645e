package org.asemeducation.stocktake.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the gatherings under way, with their days and ladders as they stand.
 */
@Component
class Gatherings {

	private final JdbcClient jdbc;

	Gatherings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The gatherings whose freeze has not passed.
	 * @param now the moment; the step that ends a gathering may be late
	 * @return by name
	 */
	List<Gathering> at(Instant now) {
		return read("where y.state = 'gathering' order by y.name", "")
			.filter((gathering) -> !now.isAfter(gathering.frozenAt()))
			.toList();
	}

	/**
	 * The days and ladders of a cycle, whether it gathers or not.
	 * @param cycle the cycle
	 * @return as they stand
	 */
	Gathering of(CycleName cycle) {
		return read("where y.name = :cycle", cycle.value()).findFirst().orElseThrow();
	}

	private Stream<Gathering> read(String which, String cycle) {
		return this.jdbc
			.sql("""
					select y.name, y.zone, y.reminders, y.freeze_reminders, d.on_date as deadline, d.moved_at as deadline_moved,
					       f.on_date as freeze, f.moved_at as freeze_moved, f.moved_from as freeze_before
					from cycle y
					join deadline d on d.cycle = y.name and d.kind = 'deadline'
					join deadline f on f.cycle = y.name and f.kind = 'freeze'
					"""
					+ which)
			.param("cycle", cycle)
			.query((row, number) -> gathering(row))
			.list()
			.stream();
	}

	private static Gathering gathering(ResultSet row) throws SQLException {
		return new Gathering(new CycleName(row.getString("name")), ZoneId.of(row.getString("zone")),
				day(row, "deadline"), day(row, "freeze"), row.getObject("freeze_before", LocalDate.class),
				List.of(Rungs.beforeTheDeadline(days(row, "reminders")), Rungs.afterAReturn(),
						Rungs.beforeTheFreeze(days(row, "freeze_reminders"))));
	}

	private static CountingDay day(ResultSet row, String kind) throws SQLException {
		LocalDate on = row.getObject(kind, LocalDate.class);
		OffsetDateTime moved = row.getObject(kind + "_moved", OffsetDateTime.class);
		return (moved != null) ? new CountingDay(on, moved.toInstant()) : CountingDay.always(on);
	}

	private static List<Integer> days(ResultSet row, String column) throws SQLException {
		return Arrays.asList((Integer[]) row.getArray(column).getArray());
	}

}
