package org.asemeducation.stocktake.update.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of hand-overs. What was answered is never changed.
 */
@Component
class HandOvers {

	private final JdbcClient jdbc;

	private final Clock clock;

	HandOvers(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<HandOver> latest(UpdateKey key) {
		return this.jdbc
			.sql("select * from hand_over where cycle = :cycle and initiative = :initiative order by id desc limit 1")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> read(row))
			.optional();
	}

	Optional<HandOver> open(UpdateKey key) {
		return latest(key).filter(HandOver::isOpen);
	}

	void ask(UpdateKey key, Successor successor, String by) {
		ask(key, successor, by, null);
	}

	/** What the secretariat arranges, as if whoever hands over had asked for it. */
	void ask(UpdateKey key, Successor successor, String by, @Nullable String arrangedBy) {
		this.jdbc
			.sql("""
					insert into hand_over (cycle, initiative, party, new_party, name, email, reason, asked_at, asked_by,
					    arranged_by)
					values (:cycle, :initiative, :party, :newParty, :name, lower(trim(:email)), :reason, :at, :by, :arrangedBy)""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("party", successor.party())
			.param("newParty", successor.newParty())
			.param("name", successor.name())
			.param("email", successor.email())
			.param("reason", successor.reason())
			.param("at", now())
			.param("by", by)
			.param("arrangedBy", arrangedBy)
			.update();
	}

	/** Answers what waits. */
	void answer(UpdateKey key, String outcome, @Nullable String answer, String by) {
		this.jdbc.sql("""
				update hand_over set outcome = :outcome, answered_at = :at, answered_by = :by, answer = :answer
				where cycle = :cycle and initiative = :initiative and outcome is null""")
			.param("outcome", outcome)
			.param("at", now())
			.param("by", by)
			.param("answer", answer)
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static HandOver read(ResultSet row) throws SQLException {
		Long party = row.getObject("party", Long.class);
		return new HandOver(row.getLong("id"), UpdateKey.of(row.getString("cycle"), row.getString("initiative")),
				(party != null) ? new PartyId(party) : null, row.getString("new_party"), row.getString("name"),
				row.getString("email"), row.getString("reason"),
				row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getString("asked_by"),
				row.getString("arranged_by"), row.getString("outcome"), row.getString("answer"));
	}

}
