package org.asemeducation.stocktake.update.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of notes. None is ever deleted: what is taken back is marked, and what is
 * corrected is kept as it stood.
 */
@Component
class Notes {

	static final String OFFERED = """
			(n.initiative = :initiative or n.initiative in (select m.initiative from merged_into m
			    where m.into_which = :initiative and not exists (select from cycle_initiative y
			        where y.cycle = :cycle and y.initiative = m.initiative)))""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Notes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The initiatives that somebody may note about: those of their parties, and those
	 * that they help with at this moment.
	 * @param userId the engine's user
	 * @return in the order of the plan
	 */
	List<Initiative> initiativesOf(String userId) {
		return this.jdbc.sql("""
				select i.id, i.title from initiative i where i.id in (
				    select k.initiative from contact c
				    join contact_role s on s.contact = c.id and s.role = 'coordinator'
				    join coordination k on k.party = s.party and k.role = 'coordinator'
				    where c.user_id = :user and c.active
				    union select h.initiative from contact c join helper h on h.contact = c.id
				    join coordination k on k.party = h.party and k.initiative = h.initiative and k.role = 'coordinator'
				    where c.user_id = :user and c.active and h.ended_at is null and h.ends_at >= :now)
				order by i.position, i.id""")
			.param("user", userId)
			.param("now", now())
			.query((row, number) -> new Initiative(row.getString("id"), row.getString("title")))
			.list();
	}

	/** All of an initiative, the latest day first. */
	List<Note> about(String initiative) {
		return this.jdbc.sql("select * from note where initiative = :initiative order by day desc, id desc")
			.param("initiative", initiative)
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * Those that may be offered in an update: of its initiative, and of what was merged
	 * into it unless the same cycle asks for that as well.
	 */
	List<Note> offeredIn(UpdateKey key) {
		return this.jdbc.sql("select n.* from note n where " + OFFERED + " order by n.day desc, n.id desc")
			.param("initiative", key.initiative().value())
			.param("cycle", key.cycle().value())
			.query((row, number) -> read(row))
			.list();
	}

	Optional<Note> find(long id) {
		return this.jdbc.sql("select * from note where id = :id")
			.param("id", id)
			.query((row, number) -> read(row))
			.optional();
	}

	/**
	 * Adds one, unless the same person has just noted the same.
	 * @return its id, or nothing where it stands already
	 */
	Optional<Long> add(String initiative, NoteWords words, String by) {
		this.jdbc.sql("select id from initiative where id = :initiative for no key update")
			.param("initiative", initiative)
			.query(String.class)
			.optional(); // two clicks come one after the other
		return say(
				this.jdbc
					.sql("""
							insert into note (initiative, day, text, link, caption, credit, alternative, consent, written_at, written_by)
							select :initiative, :day, :text, :link, :caption, :credit, :alternative, :consent, :now, :by
							where not exists (select from note where initiative = :initiative and day = :day and text = :text
							    and link is not distinct from cast(:link as text) and written_by = :by and taken_back_at is null)
							returning id"""),
				words)
			.param("initiative", initiative)
			.param("now", now())
			.param("by", by)
			.query(Long.class)
			.optional();
	}

	/**
	 * Writes other words over those that the writer has seen; these are kept.
	 * @return whether they were the last
	 */
	boolean correct(Note seen, NoteWords words, String by) {
		boolean last = say(
				this.jdbc
					.sql("""
							with before as (
							    insert into earlier_note (note, version, day, text, link, caption, credit, alternative, consent, until)
							    select id, version, day, text, link, caption, credit, alternative, consent, :now from note
							    where id = :id and version = :version and taken_back_at is null for update
							    returning note)
							update note set day = :day, text = :text, link = :link, caption = :caption, credit = :credit,
							    alternative = :alternative, consent = :consent, version = version + 1, corrected_at = :now,
							    corrected_by = :by
							where id in (select note from before)"""),
				words)
			.param("id", seen.id())
			.param("version", seen.version())
			.param("now", now())
			.param("by", by)
			.update() == 1;
		return last;
	}

	/**
	 * Marks it as taken back, or no longer.
	 * @return whether that was not so already
	 */
	boolean takeBack(long id, boolean back, String by) {
		return this.jdbc.sql("""
				update note set taken_back_at = :at, taken_back_by = :by
				where id = :id and (taken_back_at is null) = :back""")
			.param("id", id)
			.param("back", back)
			.param("at", back ? now() : null)
			.param("by", back ? by : null)
			.update() == 1;
	}

	private static JdbcClient.StatementSpec say(JdbcClient.StatementSpec statement, NoteWords words) {
		return statement.param("day", words.day())
			.param("text", words.text())
			.param("link", words.link())
			.param("caption", words.caption())
			.param("credit", words.credit())
			.param("alternative", words.alternative())
			.param("consent", words.consent());
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Note read(ResultSet row) throws SQLException {
		NoteWords words = new NoteWords(row.getObject("day", LocalDate.class), row.getString("text"),
				row.getString("link"), row.getString("caption"), row.getString("credit"), row.getString("alternative"),
				row.getBoolean("consent"));
		return new Note(row.getLong("id"), row.getString("initiative"), words, row.getInt("version"),
				row.getObject("written_at", OffsetDateTime.class).toInstant(), row.getString("written_by"),
				instant(row, "corrected_at"), row.getString("corrected_by"), instant(row, "taken_back_at"),
				row.getString("taken_back_by"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	/**
	 * An initiative that somebody may note about.
	 */
	record Initiative(String id, String title) {
	}

}
