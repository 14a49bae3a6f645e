package org.asemeducation.stocktake.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secretariat's layer over the accepted texts of a report: each compilation puts it
 * on.
 */
@Component
public class Edits {

	private final JdbcClient jdbc;

	private final Clock clock;

	Edits(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * All that were made, also those that were undone.
	 * @param cycle the cycle
	 * @return in the order in which they were made
	 */
	public List<Edit> all(CycleName cycle) {
		return this.jdbc.sql("select * from report_edit where cycle = :cycle order by id")
			.param("cycle", cycle.value())
			.query((row, number) -> edit(row))
			.list();
	}

	List<Edit> standing(CycleName cycle) {
		return all(cycle).stream().filter((edit) -> edit.undoneAt() == null).toList();
	}

	/**
	 * Puts other words in place of a paragraph, in the caller's transaction, which holds
	 * the cycle's lock.
	 * @param cycle the cycle
	 * @param place where it stands
	 * @param paragraph which of its place it is
	 * @param revision the accepted revision it is of
	 * @param said the paragraph as it is printed now
	 * @param wording the other words
	 * @param comment who suggested them, by the comment's id; {@code null}: nobody
	 * @param by the user id
	 */
	void make(CycleName cycle, String place, int paragraph, int revision, String said, String wording,
			@Nullable Long comment, String by) {
		this.jdbc.sql("""
				insert into report_edit (cycle, place, paragraph, revision, said, wording, comment, made_at, made_by)
				values (:cycle, :place, :paragraph, :revision, :said, :wording, :comment, :at, :by)""")
			.param("cycle", cycle.value())
			.param("place", place)
			.param("paragraph", paragraph)
			.param("revision", revision)
			.param("said", said)
			.param("wording", wording)
			.param("comment", comment)
			.param("at", now())
			.param("by", by)
			.update();
	}

	/**
	 * Prints a paragraph as it was, from the next compilation on.
	 * @param comment the comment that suggested the other words
	 * @param by the user id
	 * @return whether they stood
	 */
	public boolean undo(long comment, String by) {
		return this.jdbc.sql("""
				update report_edit set undone_at = :at, undone_by = :by
				where comment = :comment and undone_at is null""")
			.param("at", now())
			.param("by", by)
			.param("comment", comment)
			.update() == 1;
	}

	/**
	 * Prints a paragraph without one edit, from the next compilation on.
	 * @param cycle the cycle
	 * @param id the edit's
	 * @param by the user id
	 * @return whether it stood
	 */
	boolean drop(CycleName cycle, long id, String by) {
		return this.jdbc.sql("""
				update report_edit set undone_at = :at, undone_by = :by
				where cycle = :cycle and id = :id and undone_at is null""")
			.param("at", now())
			.param("by", by)
			.param("cycle", cycle.value())
			.param("id", id)
			.update() == 1;
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Edit edit(ResultSet row) throws SQLException {
		return new Edit(row.getLong("id"), row.getString("place"), row.getObject("paragraph", Integer.class),
				row.getString("said"), row.getString("wording"), row.getObject("revision", Integer.class),
				row.getObject("comment", Long.class), row.getObject("made_at", OffsetDateTime.class).toInstant(),
				row.getString("made_by"), instant(row, "undone_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
