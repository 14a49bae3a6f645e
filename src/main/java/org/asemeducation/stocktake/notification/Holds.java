package org.asemeducation.stocktake.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;

import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of what is held. A hold that was released stays as a row.
 */
@Component
class Holds {

	private static final String THESE = """
			unnest(cast(:contacts as bigint[]), cast(:ladders as text[]), cast(:initiatives as text[]),
			    cast(:rounds as int[]), cast(:rungs as int[])) as k (contact, ladder, initiative, round, rung)
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Holds(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What is held now.
	 * @param cycle the cycle
	 * @return by what it holds
	 */
	HeldMail in(CycleName cycle) {
		return new HeldMail(this.jdbc.sql("select * from mail_hold where cycle = :cycle and released_at is null")
			.param("cycle", cycle.value())
			.query((row, number) -> hold(row))
			.list()
			.stream()
			.collect(Collectors.toMap(Hold::key, Function.identity())));
	}

	/**
	 * Holds in the caller's transaction; what is held already stays as it is.
	 * @param cycle the cycle
	 * @param keys what
	 * @param act in which act
	 * @param reason why
	 * @param by the user id
	 * @return how many are new
	 */
	int hold(CycleName cycle, Collection<Hold.Key> keys, String act, String reason, String by) {
		return with(keys, this.jdbc.sql("""
				insert into mail_hold (cycle, contact, ladder, initiative, round, rung, act, reason, held_at, held_by)
				select :cycle, k.contact, k.ladder, k.initiative, k.round, k.rung, :act, :reason, :now, :by
				from\s""" + THESE + "on conflict do nothing")).param("cycle", cycle.value())
			.param("act", act)
			.param("reason", reason)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

	/**
	 * Ends holds in the caller's transaction.
	 * @param cycle the cycle
	 * @param keys what is not held any more
	 * @param by the user id
	 * @return how many there were
	 */
	int release(CycleName cycle, Collection<Hold.Key> keys, String by) {
		return with(keys, this.jdbc.sql("""
				update mail_hold h set released_at = :now, released_by = :by
				from\s""" + THESE + """
				where h.cycle = :cycle and h.contact = k.contact and h.ladder = k.ladder
				  and h.initiative = k.initiative and h.round = k.round and h.rung = k.rung
				  and h.released_at is null""")).param("cycle", cycle.value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

	private static JdbcClient.StatementSpec with(Collection<Hold.Key> keys, JdbcClient.StatementSpec statement) {
		return statement.param("contacts", keys.stream().map((key) -> key.contact().value()).toArray(Long[]::new))
			.param("ladders", keys.stream().map((key) -> key.ladder().key()).toArray(String[]::new))
			.param("initiatives", keys.stream().map(Hold.Key::initiative).toArray(String[]::new))
			.param("rounds", keys.stream().map(Hold.Key::round).toArray(Integer[]::new))
			.param("rungs", keys.stream().map(Hold.Key::rung).toArray(Integer[]::new));
	}

	private static Hold hold(ResultSet row) throws SQLException {
		Hold.Key key = new Hold.Key(new ContactId(row.getLong("contact")), Ladder.of(row.getString("ladder")),
				row.getString("initiative"), row.getInt("round"), row.getInt("rung"));
		return new Hold(key, row.getString("act"), row.getString("reason"),
				row.getObject("held_at", OffsetDateTime.class).toInstant(), row.getString("held_by"));
	}

}
