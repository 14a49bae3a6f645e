package org.asemeducation.stocktake.review.wording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The wordings that were proposed.
 */
@Component
public class Wordings {

	private static final String ALL = "select w.*, r.number as became_number from wording w left join revision r on r.id = w.became ";

	private final JdbcClient jdbc;

	private final Clock clock;

	Wordings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<Wording> of(UpdateKey key) {
		return this.jdbc.sql(ALL + "where w.cycle = :cycle and w.initiative = :initiative order by w.id")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> wording(row))
			.list();
	}

	/**
	 * The latest of all.
	 * @param limit at most so many
	 * @return those that wait first, the newest first
	 */
	List<Wording> latest(int limit) {
		return this.jdbc
			.sql(ALL + "order by (w.agreed is null and w.withdrawn_at is null) desc, w.id desc limit :limit")
			.param("limit", limit)
			.query((row, number) -> wording(row))
			.list();
	}

	Optional<Wording> find(UpdateKey key, long id) {
		return of(key).stream().filter((wording) -> wording.id() == id).findFirst();
	}

	long propose(UpdateKey key, String field, String said, String proposed, @Nullable String because, String by) {
		return this.jdbc.sql("""
				insert into wording (cycle, initiative, field, said, proposed, because, proposed_at, proposed_by)
				values (:cycle, :initiative, :field, :said, :proposed, :because, :at, :by) returning id""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("field", field)
			.param("said", said)
			.param("proposed", proposed)
			.param("because", because)
			.param("at", now())
			.param("by", by)
			.query(Long.class)
			.single();
	}

	void withdraw(long id) {
		this.jdbc.sql("update wording set withdrawn_at = :at where id = :id")
			.param("at", now())
			.param("id", id)
			.update();
	}

	void answer(long id, Optional<Revision> became, @Nullable String sentence, String by) {
		this.jdbc.sql("""
				update wording set agreed = :agreed, sentence = :sentence, answered_at = :at, answered_by = :by,
				    became = :became where id = :id""")
			.param("agreed", became.isPresent())
			.param("sentence", sentence)
			.param("at", now())
			.param("by", by)
			.param("became", became.map(Revision::id).orElse(null))
			.param("id", id)
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Wording wording(ResultSet row) throws SQLException {
		return new Wording(row.getLong("id"), UpdateKey.of(row.getString("cycle"), row.getString("initiative")),
				row.getString("field"), row.getString("said"), row.getString("proposed"), row.getString("because"),
				row.getObject("proposed_at", OffsetDateTime.class).toInstant(), row.getString("proposed_by"),
				instant(row, "withdrawn_at"), row.getObject("agreed", Boolean.class), row.getString("sentence"),
				instant(row, "answered_at"), row.getString("answered_by"),
				row.getObject("became_number", Integer.class));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
