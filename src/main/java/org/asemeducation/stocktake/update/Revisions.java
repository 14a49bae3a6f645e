package org.asemeducation.stocktake.update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The submitted revisions.
 */
@Component
public class Revisions {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final ContentJson json;

	Revisions(JdbcClient jdbc, Clock clock, ContentJson json) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.json = json;
	}

	/**
	 * The last revision of an update that was not taken back.
	 * @param key which update
	 * @return it, or nothing before the first submission
	 */
	public Optional<Revision> latest(UpdateKey key) {
		return this.jdbc.sql("""
				select * from revision where cycle = :cycle and initiative = :initiative
				and not exists (select from taken_back where revision = revision.id)
				order by number desc limit 1""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> revision(key, row))
			.optional();
	}

	/**
	 * All revisions of an update that were not taken back.
	 * @param key which update
	 * @return the first one first
	 */
	public List<Revision> all(UpdateKey key) {
		return this.jdbc.sql("""
				select * from revision where cycle = :cycle and initiative = :initiative
				and not exists (select from taken_back where revision = revision.id) order by number""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> revision(key, row))
			.list();
	}

	/**
	 * Adds a revision. The caller holds the request's lock, so numbers have no gap.
	 * @param key which update
	 * @param content the form's fields
	 * @param late whether it comes after the day that it was asked for
	 * @param by the user id
	 * @return its number
	 */
	int add(UpdateKey key, ObjectNode content, boolean late, String by) {
		return this.jdbc.sql("""
				insert into revision (cycle, initiative, number, content, submitted_at, submitted_by, late)
				select :cycle, :initiative, coalesce(max(number), 0) + 1, cast(:content as jsonb), :at, :by, :late
				from revision where cycle = :cycle and initiative = :initiative
				returning number""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("content", content.toString())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.param("late", late)
			.query(Integer.class)
			.single();
	}

	private Revision revision(UpdateKey key, ResultSet row) throws SQLException {
		return new Revision(row.getLong("id"), key, row.getInt("number"), this.json.read(row.getString("content")),
				row.getObject("submitted_at", OffsetDateTime.class).toInstant(), row.getString("submitted_by"),
				row.getBoolean("late"));
	}

}
