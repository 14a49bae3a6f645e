package org.asemeducation.stocktake.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The meetings of the cycles. What is said about a meeting that does not stand where it
 * would have to changes nothing, and is answered with false.
 */
@Component
public class Meetings {

	private static final String ONE = " where cycle = :cycle and kind = :kind and ";

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
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * One meeting of a cycle.
	 * @param cycle the cycle
	 * @param kind which of the four
	 * @return the meeting as it stands
	 */
	public Meeting of(CycleName cycle, MeetingKind kind) {
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

	boolean confirmed(CycleName cycle, MeetingKind kind, MeetingPlan plan) {
		return change(cycle, kind, """
				update meeting set state = 'confirmed', outcome = null, planned_on = :planned, place = :place,
				virtual = :virtual, host = :host""" + ONE + "state = 'planned'").param("planned", plan.planned())
			.param("place", plan.place())
			.param("virtual", plan.virtual())
			.param("host", plan.host())
			.update() == 1;
	}

	boolean prepared(CycleName cycle, MeetingKind kind) {
		return change(cycle, kind,
				"update meeting set prepared_at = :at" + ONE + "state = 'confirmed' and prepared_at is null")
			.param("at", now())
			.update() == 1;
	}

	boolean held(CycleName cycle, MeetingKind kind, LocalDate on) {
		return change(cycle, kind, "update meeting set state = 'held', outcome = 'held', held_on = :on" + ONE
				+ "state = 'confirmed' and prepared_at is not null")
			.param("on", on)
			.update() == 1;
	}

	boolean postponed(CycleName cycle, MeetingKind kind, @Nullable LocalDate to, String reason) {
		return change(cycle, kind, """
				update meeting set state = 'planned', outcome = 'postponed', planned_on = :planned, prepared_at = null,
				reason = :reason""" + ONE + "state in ('planned', 'confirmed')").param("planned", to)
			.param("reason", reason)
			.update() == 1;
	}

	boolean dropped(CycleName cycle, MeetingKind kind, @Nullable String reason, String by) {
		return change(cycle, kind, """
				update meeting set state = 'dropped', outcome = 'dropped', reason = :reason, recorded_at = :at,
				recorded_by = :by""" + ONE + "state in ('planned', 'confirmed')").param("reason", reason)
			.param("at", now())
			.param("by", by)
			.update() == 1;
	}

	void minutesDealtWith(CycleName cycle, MeetingKind kind) {
		change(cycle, kind, "update meeting set minutes_at = :at" + ONE + "state = 'held'").param("at", now()).update();
	}

	boolean recorded(CycleName cycle, MeetingKind kind, MeetingRecord record, String by) {
		return change(cycle, kind, """
				update meeting set held_on = :held, place = :place, virtual = :virtual, partners = :partners,
				stakeholders = :stakeholders, persons = :persons, decisions = :decisions, recorded_at = :at,
				recorded_by = :by""" + ONE + "state = 'held' and recorded_at is null").param("held", record.heldOn())
			.param("place", record.place())
			.param("virtual", record.virtual())
			.param("partners", record.partners())
			.param("stakeholders", record.stakeholders())
			.param("persons", record.persons())
			.param("decisions", record.decisions())
			.param("at", now())
			.param("by", by)
			.update() == 1;
	}

	private StatementSpec change(CycleName cycle, MeetingKind kind, String sql) {
		return this.jdbc.sql(sql).param("cycle", cycle.value()).param("kind", kind.name());
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Meeting read(ResultSet row) throws SQLException {
		return new Meeting(MeetingKind.valueOf(row.getString("kind")), row.getObject("planned_on", LocalDate.class),
				row.getString("place"), row.getBoolean("virtual"), row.getString("host"), row.getString("state"),
				row.getObject("prepared_at") != null, row.getString("outcome"), row.getString("reason"),
				row.getObject("held_on", LocalDate.class), row.getObject("minutes_at") != null,
				row.getObject("partners", Integer.class), row.getObject("stakeholders", Integer.class),
				row.getObject("persons", Integer.class), row.getString("decisions"), instant(row, "recorded_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

}
