package org.asemeducation.stocktake.review;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deals updates out to the members of the reviewing body, evenly.
 */
@Component
class Dealing {

	private final ReviewingBody body;

	private final JdbcClient jdbc;

	private final Clock clock;

	Dealing(ReviewingBody body, JdbcClient jdbc, Clock clock) {
		this.body = body;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Gives an update to whoever's turn it is.
	 * @param key which update
	 * @return the user id of the reviewer; nothing when nobody may review it
	 */
	Optional<String> deal(UpdateKey key) {
		Optional<String> reviewer = this.body.turn(key);
		reviewer.ifPresent((userId) -> this.jdbc.sql("""
				insert into review_duty (cycle, initiative, reviewer, dealt_at)
				select :cycle, :initiative, id, :at from contact where user_id = :user
				on conflict (cycle, initiative) do update
				set reviewer = excluded.reviewer, dealt_at = excluded.dealt_at""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("user", userId)
			.update());
		return reviewer;
	}

}
