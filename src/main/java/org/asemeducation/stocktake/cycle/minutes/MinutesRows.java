package org.asemeducation.stocktake.cycle.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Minutes and remarks on them as rows.
 */
@Component
class MinutesRows {

	private static final String REMARK = """
			select r.*, coalesce(c.name || coalesce(' (' || (select string_agg(distinct coalesce(p.acronym, p.name), ', ')
			    from contact_role s join party p on p.id = s.party where s.contact = c.id) || ')', ''), r.said_by) as by
			from minutes_remark r left join contact c on c.user_id = r.said_by
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	MinutesRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	MinutesDraft draft(CycleName cycle, MeetingKind kind) {
		return of("select version, text from minutes_draft where cycle = :cycle and kind = :kind", cycle, kind)
			.query((row, index) -> new MinutesDraft(row.getInt("version"), row.getString("text")))
			.optional()
			.orElse(new MinutesDraft(0, ""));
	}

	/** False, and nothing is kept, when another version was saved meanwhile. */
	boolean save(CycleName cycle, MeetingKind kind, MinutesDraft draft, String by) {
		return of((draft.version() == 0) ? """
				insert into minutes_draft (cycle, kind, version, text, saved_at, saved_by)
				values (:cycle, :kind, 1 + :version, :text, :now, :by) on conflict do nothing""" : """
				update minutes_draft set version = version + 1, text = :text, saved_at = :now, saved_by = :by
				where cycle = :cycle and kind = :kind and version = :version""", cycle, kind)
			.param("version", draft.version())
			.param("text", draft.text())
			.param("now", now())
			.param("by", by)
			.update() == 1;
	}

	/** The latest first. */
	List<SentMinutes> sent(CycleName cycle, MeetingKind kind) {
		return of("select * from minutes_version where cycle = :cycle and kind = :kind order by number desc", cycle,
				kind)
			.query((row, index) -> new SentMinutes(row.getInt("number"), row.getString("text"),
					row.getObject("sent_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	void send(CycleName cycle, MeetingKind kind, int number, String text, String by) {
		of("""
				insert into minutes_version (cycle, kind, number, text, sent_at, sent_by)
				values (:cycle, :kind, :number, :text, :now, :by)""", cycle, kind).param("number", number)
			.param("text", text)
			.param("now", now())
			.param("by", by)
			.update();
	}

	/** Where they were adopted; none before. */
	Optional<String> adoptedAt(CycleName cycle, MeetingKind kind) {
		return of("""
				select at_kind || ' of ' || at_cycle from minutes where cycle = :cycle and kind = :kind and adopted""",
				cycle, kind)
			.query(String.class)
			.optional();
	}

	List<MinutesRemark> remarks(CycleName cycle, MeetingKind kind) {
		return of(REMARK + "where r.cycle = :cycle and r.kind = :kind order by r.said_at, r.id", cycle, kind)
			.query((row, index) -> read(row))
			.list();
	}

	Optional<MinutesRemark> remark(long id) {
		return this.jdbc.sql(REMARK + "where r.id = :id").param("id", id).query((row, index) -> read(row)).optional();
	}

	void say(CycleName cycle, MeetingKind kind, int number, String text, String by) {
		of("""
				insert into minutes_remark (cycle, kind, number, text, said_at, said_by)
				values (:cycle, :kind, :number, :text, :now, :by)""", cycle, kind).param("number", number)
			.param("text", text)
			.param("now", now())
			.param("by", by)
			.update();
	}

	/** False, and nothing changes, when it was answered already. */
	boolean answer(long id, boolean taken, @Nullable String because, String by) {
		return this.jdbc.sql("""
				update minutes_remark set taken = :taken, because = :because, answered_at = :now, answered_by = :by
				where id = :id and taken is null""")
			.param("id", id)
			.param("taken", taken)
			.param("because", because)
			.param("now", now())
			.param("by", by)
			.update() == 1;
	}

	/**
	 * Whether the person is a contact who speaks for a party or sits in the reviewing
	 * body.
	 */
	boolean isMember(String userId) {
		return this.jdbc.sql("""
				select exists (select from contact c join contact_role r on r.contact = c.id
				    where c.user_id = :user and c.active)""").param("user", userId).query(Boolean.class).single();
	}

	private static MinutesRemark read(ResultSet row) throws SQLException {
		return new MinutesRemark(row.getLong("id"), new CycleName(row.getString("cycle")),
				MeetingKind.valueOf(row.getString("kind")), row.getInt("number"), row.getString("text"),
				row.getObject("said_at", OffsetDateTime.class).toInstant(), row.getString("by"),
				row.getString("said_by"), row.getObject("taken", Boolean.class), row.getString("because"));
	}

	private StatementSpec of(String sql, CycleName cycle, MeetingKind kind) {
		return this.jdbc.sql(sql).param("cycle", cycle.value()).param("kind", kind.name());
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
