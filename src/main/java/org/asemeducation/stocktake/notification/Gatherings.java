package org.asemeducation.stocktake.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the gatherings under way, with their days and ladders as they stand.
 */
@Component
class Gatherings {

	private static final String HELD = """
			exists (select from extension e
			    join update_request r on r.cycle = e.cycle and r.initiative = e.initiative
			    join own_day o on o.cycle = r.cycle and o.initiative = r.initiative and o.held_until is not null
			    where e.cycle = y.name and e.past_freeze and e.outcome = 'granted'
			      and y.state in ('gathering', 'closed') and r.state in ('requested', 'returned'))
			""";

	private final JdbcClient jdbc;

	Gatherings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The gatherings whose freeze has not passed, and those that are over but for what
	 * the AES holds open longer.
	 * @param now the moment; the step that ends a gathering may be late
	 * @return by name
	 */
	List<Gathering> at(Instant now) {
		return read("where y.state = 'gathering' or " + HELD + " order by y.name", "").stream()
			.filter((gathering) -> gathering.held() || !gathering.over(now))
			.map((gathering) -> gathering.at(now))
			.toList();
	}

	/**
	 * The days and ladders of a cycle, whether it gathers or not.
	 * @param cycle the cycle
	 * @return as they stand
	 */
	Gathering of(CycleName cycle) {
		Standing standing = read("where y.name = :cycle", cycle.value()).get(0);
		return standing.gathering();
	}

	private List<Standing> read(String which, String cycle) {
		return this.jdbc
			.sql("""
					select y.name, y.zone, y.reminders, y.freeze_reminders, d.on_date as deadline, d.moved_at as deadline_moved,
					       d.moved_from as deadline_before, f.on_date as freeze, f.moved_at as freeze_moved,
					       f.moved_from as freeze_before, y.state = 'gathering' as open, %s as held
					from cycle y
					join deadline d on d.cycle = y.name and d.kind = 'deadline'
					join deadline f on f.cycle = y.name and f.kind = 'freeze'
					%s"""
				.formatted(HELD, which))
			.param("cycle", cycle)
			.query((row, number) -> new Standing(gathering(row), row.getBoolean("open"), row.getBoolean("held")))
			.list();
	}

	private static Gathering gathering(ResultSet row) throws SQLException {
		return new Gathering(new CycleName(row.getString("name")), ZoneId.of(row.getString("zone")),
				day(row, "deadline"), row.getObject("deadline_before", LocalDate.class), day(row, "freeze"),
				row.getObject("freeze_before", LocalDate.class),
				List.of(Rungs.beforeTheDeadline(days(row, "reminders")), Rungs.afterAReturn(),
						Rungs.beforeTheFreeze(days(row, "freeze_reminders"))),
				false);
	}

	private static CountingDay day(ResultSet row, String kind) throws SQLException {
		LocalDate on = row.getObject(kind, LocalDate.class);
		OffsetDateTime moved = row.getObject(kind + "_moved", OffsetDateTime.class);
		return (moved != null) ? new CountingDay(on, moved.toInstant()) : CountingDay.always(on);
	}

	private static List<Integer> days(ResultSet row, String column) throws SQLException {
		return Arrays.asList((Integer[]) row.getArray(column).getArray());
	}

	/**
	 * A gathering as it was read.
	 *
	 * @param open whether the step that ends it has not run
	 * @param held whether the AES holds something open after it
	 */
	private record Standing(Gathering gathering, boolean open, boolean held) {

		boolean over(Instant now) {
			return !this.open || now.isAfter(this.gathering.frozenAt(null));
		}

		Gathering at(Instant now) {
			return this.gathering.as(over(now));
		}

	}

}
