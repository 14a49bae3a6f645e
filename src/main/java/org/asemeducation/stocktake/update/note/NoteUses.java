package org.asemeducation.stocktake.update.note;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which notes were put into which updates.
 */
@Component
class NoteUses {

	private final JdbcClient jdbc;

	private final Clock clock;

	NoteUses(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** All of some notes, the first first. */
	List<Use> of(List<Note> notes) {
		return this.jdbc.sql("""
				select u.*, exists (select from revision r where r.cycle = u.cycle and r.initiative = u.initiative
				    and not exists (select from taken_back b where b.revision = r.id)) as submitted
				from note_use u where u.note = any(:notes) order by u.used_at, u.note""")
			.param("notes", notes.stream().map(Note::id).toArray(Long[]::new))
			.query((row, number) -> new Use(row.getLong("note"), row.getString("cycle"),
					row.getObject("used_at", OffsetDateTime.class).toInstant(), row.getString("used_by"),
					row.getBoolean("submitted")))
			.list();
	}

	/**
	 * Marks it.
	 * @return whether it was not so already
	 */
	boolean add(long note, UpdateKey key, String by) {
		return about(this.jdbc.sql("""
				insert into note_use (note, cycle, initiative, used_at, used_by)
				values (:note, :cycle, :initiative, :at, :by) on conflict do nothing"""), note, key)
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update() == 1;
	}

	boolean remove(long note, UpdateKey key) {
		return about(
				this.jdbc
					.sql("delete from note_use where note = :note and cycle = :cycle and initiative = :initiative"),
				note, key)
			.update() == 1;
	}

	private static JdbcClient.StatementSpec about(JdbcClient.StatementSpec statement, long note, UpdateKey key) {
		return statement.param("note", note)
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value());
	}

	/**
	 * A note in an update.
	 *
	 * @param note its id
	 * @param cycle the update's
	 * @param at when it was put there
	 * @param by the user id of who did
	 * @param submitted whether a version of that update stands
	 */
	record Use(long note, String cycle, Instant at, String by, boolean submitted) {

		/** Whether it is not offered in the update of a cycle any more. */
		boolean settlesFor(String cycleNow) {
			return this.submitted || this.cycle.equals(cycleNow);
		}

	}

}
