package org.asemeducation.stocktake.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The meetings of the cycles.
 */
@Component
public class Meetings {

	private final JdbcClient jdbc;

	private final Clock clock;

	Meetings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
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
			.query((row, number) -> new Meeting(MeetingKind.valueOf(row.getString("kind")),
					row.getObject("planned_on", LocalDate.class), row.getString("place"), row.getBoolean("virtual"),
					row.getString("host"), row.getString("state"), row.getObject("held_on", LocalDate.class),
					row.getString("decisions")))
			.list();
	}

	Meeting of(CycleName cycle, MeetingKind kind) {
		return of(cycle).stream()
			.filter((meeting) -> meeting.kind() == kind)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("%s has no %s.".formatted(cycle, kind)));
	}

	void plan(CycleName cycle, NewMeeting meeting) {
		this.jdbc.sql("""
				insert into meeting (cycle, kind, planned_on, place, virtual, host)
				values (:cycle, :kind, :planned, :place, :virtual, :host)""")
			.param("cycle", cycle.value())
			.param("kind", meeting.kind().name())
			.param("planned", meeting.planned())
			.param("place", meeting.place())
			.param("virtual", meeting.virtual())
			.param("host", meeting.host())
			.update();
	}

	boolean record(CycleName cycle, MeetingKind kind, MeetingRecord record, String by) {
		return this.jdbc.sql("""
				update meeting set state = :state, held_on = :held, place = coalesce(:place, place), virtual = :virtual,
				decisions = :decisions, recorded_at = :at, recorded_by = :by
				where cycle = :cycle and kind = :kind and state = 'planned'""")
			.param("state", record.state())
			.param("held", record.heldOn())
			.param("place", record.place())
			.param("virtual", record.virtual())
			.param("decisions", record.decisions())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.param("cycle", cycle.value())
			.param("kind", kind.name())
			.update() == 1;
	}

}
