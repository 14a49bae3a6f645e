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
	 * @param said the paragraph as it is printed now
	 * @param wording the other words
	 * @param comment who suggested them, by the comment's id
	 * @param by the user id
	 */
	public void make(CycleName cycle, String place, String said, String wording, long comment, String by) {
		this.jdbc.sql("""
				insert into report_edit (cycle, place, said, wording, comment, made_at, made_by)
				values (:cycle, :place, :said, :wording, :comment, :at, :by)""")
			.param("cycle", cycle.value())
			.param("place", place)
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

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Edit edit(ResultSet row) throws SQLException {
		return new Edit(row.getLong("id"), row.getString("place"), row.getString("said"), row.getString("wording"),
				row.getLong("comment"), row.getObject("made_at", OffsetDateTime.class).toInstant(),
				row.getString("made_by"), instant(row, "undone_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
