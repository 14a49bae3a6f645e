package org.asemeducation.stocktake.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The meetings of the cycles as they stand.
 */
@Component
public class Meetings {

	private final JdbcClient jdbc;

	Meetings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The four meetings of a cycle.
	 * @param cycle the cycle
	 * @return in the usual order, ISOM first
	 */
	public List<Meeting> of(CycleName cycle) {
		return this.jdbc.sql("""
				select * from meeting where cycle = :cycle
				order by array_position(array['ISOM', 'SOM1', 'SOM2', 'ASEMME'], kind)""")
			.param("cycle", cycle.value())
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * One meeting of a cycle.
	 * @param cycle the cycle
	 * @param kind which of the four
	 * @return the meeting as it stands
	 * @throws Refused when there is no such cycle
	 */
	public Meeting of(CycleName cycle, MeetingKind kind) {
		return of(cycle).stream()
			.filter((meeting) -> meeting.kind() == kind)
			.findFirst()
			.orElseThrow(() -> Refused.notFound("%s has no %s.".formatted(cycle, kind)));
	}

	private static Meeting read(ResultSet row) throws SQLException {
		return new Meeting(MeetingKind.valueOf(row.getString("kind")), row.getObject("planned_on", LocalDate.class),
				row.getString("place"), MeetingFormat.of(row.getBoolean("hybrid"), row.getBoolean("virtual")),
				row.getString("host"), row.getString("state"), row.getObject("prepared_at") != null,
				row.getString("outcome"), row.getString("reason"), row.getObject("held_on", LocalDate.class),
				row.getObject("minutes_at") != null, row.getObject("partners", Integer.class),
				row.getObject("stakeholders", Integer.class), row.getObject("persons", Integer.class),
				row.getString("decisions"), instant(row, "recorded_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

}
