package org.asemeducation.stocktake.update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The updates that the AES enters for others. While one is open anybody of the AES writes
 * it as its coordinators do.
 */
@Component
public class Entries {

	private static final String SELECT = """
			select e.*, r.number from entry e left join revision r on r.id = e.revision
			where e.cycle = :cycle and e.initiative = :initiative and\s""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Entries(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The one that is being written.
	 * @param key which update
	 * @return nothing unless the AES is entering it
	 */
	public Optional<Entry> open(UpdateKey key) {
		return about(SELECT + "e.revision is null and e.ended_at is null", key).query((row, number) -> read(row))
			.optional();
	}

	/**
	 * That of the last revision, unless it was taken back.
	 * @param key which update
	 * @return nothing when its coordinators submitted that themselves
	 */
	public Optional<Entry> latest(UpdateKey key) {
		return about(SELECT + """
				r.number = (select max(l.number) from revision l where l.cycle = e.cycle and l.initiative = e.initiative
				    and not exists (select from taken_back b where b.revision = l.id))""", key)
			.query((row, number) -> read(row))
			.optional();
	}

	/**
	 * Whether somebody writes the update for others at this moment.
	 * @param key which update
	 * @param userId the engine's user
	 * @return true for anybody of the AES while an entry is open
	 */
	public boolean isWriting(UpdateKey key, String userId) {
		return about("""
				select exists (select from entry e
				    join act_id_membership m on m.user_id_ = :user and m.group_id_ = 'aes'
				    where e.cycle = :cycle and e.initiative = :initiative and e.revision is null and e.ended_at is null)
				""", key).param("user", userId).query(Boolean.class).single();
	}

	/** Begins. The caller holds the request's lock and has seen that none is open. */
	public void begin(UpdateKey key, String onBehalf, boolean desk, @Nullable String words, String by) {
		about("""
				insert into entry (cycle, initiative, on_behalf, desk, words, begun_at, begun_by)
				values (:cycle, :initiative, :onBehalf, :desk, :words, :at, :by)""", key).param("onBehalf", onBehalf)
			.param("desk", desk)
			.param("words", words)
			.param("at", now())
			.param("by", by)
			.update();
	}

	/** Says anew where the one that is open came from. */
	public void source(UpdateKey key, boolean desk, @Nullable String words, @Nullable Long file) {
		about("""
				update entry set desk = :desk, words = :words, file = :file
				where cycle = :cycle and initiative = :initiative and revision is null and ended_at is null""", key)
			.param("desk", desk)
			.param("words", words)
			.param("file", file)
			.update();
	}

	/** Ends the one that is open: the AES gives it up, or somebody was faster. */
	public void end(UpdateKey key, String by) {
		about("""
				update entry set ended_at = :at, ended_by = :by
				where cycle = :cycle and initiative = :initiative and revision is null and ended_at is null""", key)
			.param("at", now())
			.param("by", by)
			.update();
	}

	/** Those who coordinate it say that a revision is theirs. */
	public boolean confirm(UpdateKey key, int number, String by) {
		return about("""
				update entry e set confirmed_at = :at, confirmed_by = :by from revision r
				where r.id = e.revision and e.cycle = :cycle and e.initiative = :initiative and r.number = :number
				and e.confirmed_at is null""", key).param("at", now())
			.param("by", by)
			.param("number", number)
			.update() == 1;
	}

	/**
	 * Who submitted a revision, in words.
	 * @param key of which update
	 * @param number which revision
	 * @param name the name of who submitted it
	 * @return the name; with whom they entered it for, if they did
	 */
	public String said(UpdateKey key, int number, String name) {
		return about("""
				select d.words from entered d join revision r on r.id = d.revision
				where r.cycle = :cycle and r.initiative = :initiative and r.number = :number""", key)
			.param("number", number)
			.query(String.class)
			.optional()
			.map((words) -> "%s (%s)".formatted(name, words))
			.orElse(name);
	}

	/**
	 * A revision was submitted: what was being entered has become it, or is needed no
	 * more because its coordinators were faster.
	 * @return whether the AES has entered it
	 */
	boolean submitted(UpdateKey key, int number, boolean entered, String by) {
		if (!entered) {
			end(key, by);
			return false;
		}
		return about("""
				update entry e set revision = r.id from revision r
				where r.cycle = e.cycle and r.initiative = e.initiative and r.number = :number
				and e.cycle = :cycle and e.initiative = :initiative and e.revision is null and e.ended_at is null""",
				key)
			.param("number", number)
			.update() == 1;
	}

	private JdbcClient.StatementSpec about(String sql, UpdateKey key) {
		return this.jdbc.sql(sql).param("cycle", key.cycle().value()).param("initiative", key.initiative().value());
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Entry read(ResultSet row) throws SQLException {
		return new Entry(row.getString("on_behalf"), row.getBoolean("desk"), row.getString("words"),
				row.getObject("file", Long.class), instant(row, "begun_at").orElseThrow(), row.getString("begun_by"),
				row.getObject("number", Integer.class), instant(row, "confirmed_at").orElse(null),
				row.getString("confirmed_by"));
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

}
