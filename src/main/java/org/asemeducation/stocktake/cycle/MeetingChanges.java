package org.asemeducation.stocktake.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * What is said about meetings. Whatever is said about one that does not stand where it
 * would have to changes nothing, and is answered with false.
 */
@Component
class MeetingChanges {

	private static final String ONE = " where cycle = :cycle and kind = :kind and ";

	private final JdbcClient jdbc;

	private final Clock clock;

	MeetingChanges(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void plan(CycleName cycle, NewMeeting meeting) {
		this.jdbc.sql("""
				insert into meeting (cycle, kind, planned_on, place, hybrid, virtual, host)
				values (:cycle, :kind, :planned, :place, :hybrid, :virtual, :host)""")
			.param("cycle", cycle.value())
			.param("kind", meeting.kind().name())
			.param("planned", meeting.planned())
			.param("place", meeting.place())
			.param("hybrid", meeting.format() == MeetingFormat.HYBRID)
			.param("virtual", meeting.format() == MeetingFormat.VIRTUAL)
			.param("host", meeting.host())
			.update();
	}

	boolean confirmed(CycleName cycle, MeetingKind kind, MeetingPlan plan) {
		return change(cycle, kind, """
				update meeting set state = 'confirmed', outcome = null, planned_on = :planned, place = :place,
				hybrid = :hybrid, virtual = :virtual, host = :host""" + ONE + "state = 'planned'")
			.param("planned", plan.planned())
			.param("place", plan.place())
			.param("hybrid", plan.format() == MeetingFormat.HYBRID)
			.param("virtual", plan.format() == MeetingFormat.VIRTUAL)
			.param("host", plan.host())
			.update() == 1;
	}

	boolean prepared(CycleName cycle, MeetingKind kind) {
		return change(cycle, kind,
				"update meeting set prepared_at = :at" + ONE + "state = 'confirmed' and prepared_at is null")
			.param("at", now())
			.update() == 1;
	}

	boolean heldAs(CycleName cycle, MeetingKind kind, MeetingFormat format) {
		return change(cycle, kind,
				"update meeting set hybrid = :hybrid, virtual = :virtual" + ONE + "state in ('planned', 'confirmed')")
			.param("hybrid", format == MeetingFormat.HYBRID)
			.param("virtual", format == MeetingFormat.VIRTUAL)
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
		return change(cycle, kind,
				"""
						update meeting set held_on = :held, place = :place, hybrid = :hybrid, virtual = :virtual, partners = :partners,
						stakeholders = :stakeholders, persons = :persons, decisions = :decisions, recorded_at = :at,
						recorded_by = :by"""
						+ ONE + "state = 'held' and recorded_at is null")
			.param("held", record.heldOn())
			.param("place", record.place())
			.param("hybrid", record.format() == MeetingFormat.HYBRID)
			.param("virtual", record.format() == MeetingFormat.VIRTUAL)
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

}
