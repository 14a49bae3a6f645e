package org.asemeducation.stocktake.cycle.agenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The slots that were asked for, as rows.
 */
@Component
public class Slots {

	private static final String SLOT = """
			select s.*, i.title as called, coalesce(c.name, s.asked_by) as asker_name,
			    case when s.withdrawn_at is not null then 'withdrawn' when s.given is null then 'open'
			        when s.given then 'given' else 'refused' end as state
			from slot s join cycle_initiative i on i.cycle = s.cycle and i.initiative = s.initiative
			left join contact c on c.user_id = s.asked_by
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Slots(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What was asked for at a meeting.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @return in the order of asking, those too that were withdrawn
	 */
	public List<Slot> at(CycleName cycle, MeetingKind kind) {
		return this.jdbc.sql(SLOT + "where s.cycle = :cycle and s.kind = :kind order by s.asked_at, s.id")
			.param("cycle", cycle.value())
			.param("kind", kind.name())
			.query((row, number) -> read(row))
			.list();
	}

	List<Slot> about(CycleName cycle, String initiative) {
		return this.jdbc.sql(SLOT + "where s.cycle = :cycle and s.initiative = :initiative order by s.asked_at, s.id")
			.param("cycle", cycle.value())
			.param("initiative", initiative)
			.query((row, number) -> read(row))
			.list();
	}

	Optional<Slot> find(long id) {
		return this.jdbc.sql(SLOT + "where s.id = :id").param("id", id).query((row, number) -> read(row)).optional();
	}

	/** Whether the cycle asks about such an initiative. */
	boolean isKnown(CycleName cycle, String initiative) {
		return this.jdbc
			.sql("select exists (select from cycle_initiative where cycle = :cycle and initiative = :initiative)")
			.param("cycle", cycle.value())
			.param("initiative", initiative)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Keeps what is asked for.
	 * @return its number; none, and nothing is kept, while another one about the same
	 * initiative waits for its answer
	 */
	Optional<Long> ask(CycleName cycle, String initiative, NewSlot slot, String by) {
		return this.jdbc.sql("""
				insert into slot (cycle, kind, initiative, title, minutes, purpose, asked_at, asked_by)
				values (:cycle, :kind, :initiative, :title, :minutes, :purpose, :now, :by)
				on conflict (cycle, kind, initiative) where given is null and withdrawn_at is null do nothing
				returning id""")
			.param("cycle", cycle.value())
			.param("kind", Objects.requireNonNull(slot.meeting()).name())
			.param("initiative", initiative)
			.param("title", slot.title())
			.param("minutes", slot.minutes())
			.param("purpose", slot.purpose())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.query(Long.class)
			.optional();
	}

	/** False, and nothing changes, when it was answered or withdrawn already. */
	boolean withdraw(long id) {
		return this.jdbc
			.sql("update slot set withdrawn_at = :now where id = :id and given is null and withdrawn_at is null")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("id", id)
			.update() == 1;
	}

	/** False, and nothing changes, when it was answered or withdrawn already. */
	boolean answer(long id, SlotAnswer answer, String by) {
		return this.jdbc.sql("""
				update slot set given = :given, given_minutes = :minutes, at_words = :at, because = :because,
				    answered_at = :now, answered_by = :by
				where id = :id and given is null and withdrawn_at is null""")
			.param("given", answer.given())
			.param("minutes", answer.given() ? answer.minutes() : null)
			.param("at", answer.given() ? answer.at() : null)
			.param("because", answer.given() ? null : answer.because())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.param("id", id)
			.update() == 1;
	}

	private static Slot read(ResultSet row) throws SQLException {
		return new Slot(row.getLong("id"), new CycleName(row.getString("cycle")),
				MeetingKind.valueOf(row.getString("kind")), row.getString("initiative"), row.getString("called"),
				row.getString("title"), row.getInt("minutes"), row.getString("purpose"),
				row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getString("asker_name"),
				row.getString("asked_by"), row.getString("state"), row.getObject("given_minutes", Integer.class),
				row.getString("at_words"), row.getString("because"));
	}

}
