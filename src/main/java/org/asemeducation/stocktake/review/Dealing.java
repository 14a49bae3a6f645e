package org.asemeducation.stocktake.review;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.BegunReviews;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deals updates out to the members of the reviewing body, evenly.
 */
@Component
class Dealing implements BegunReviews {

	private final UnderReview underReview;

	private final ReviewingBody body;

	private final JdbcClient jdbc;

	private final Clock clock;

	Dealing(UnderReview underReview, ReviewingBody body, JdbcClient jdbc, Clock clock) {
		this.underReview = underReview;
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
				set reviewer = excluded.reviewer, dealt_at = excluded.dealt_at, begun_at = null""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("user", userId)
			.update());
		return reviewer;
	}

	/**
	 * A reviewer has opened what was dealt to them: from now on it is not taken back.
	 * Does nothing for anybody else.
	 * @param key which update
	 * @param number the revision that they see
	 * @param userId who
	 * @throws Refused when it is not under review any more, or there is a newer one
	 */
	@Transactional
	public void begin(UpdateKey key, int number, String userId) {
		this.underReview.lock(key, number);
		this.jdbc.sql("""
				update review_duty set begun_at = coalesce(begun_at, :at)
				where cycle = :cycle and initiative = :initiative
				and reviewer = (select id from contact where user_id = :user)""")
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("user", userId)
			.update();
	}

	@Override
	public boolean begun(UpdateKey key, @Nullable String assignee) {
		return assignee != null && !this.jdbc
			.sql("""
					select exists (select from review_duty d join contact c on c.id = d.reviewer
					    where d.cycle = :cycle and d.initiative = :initiative and c.user_id = :user and d.begun_at is null)""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("user", assignee)
			.query(Boolean.class)
			.single();
	}

}
