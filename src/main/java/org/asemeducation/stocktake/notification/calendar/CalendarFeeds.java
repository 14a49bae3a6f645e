package org.asemeducation.stocktake.notification.calendar;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.RandomToken;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses under which people of the secretariat read the calendar from a program,
 * which cannot sign in: a secret for each person, of which the hash alone is kept.
 */
@Component
class CalendarFeeds {

	private static final String OWN = "select id from contact where user_id = :user and active";

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	CalendarFeeds(JdbcClient jdbc, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Makes an address; the one that the person had stops working.
	 * @param userId the person
	 * @return its secret, which cannot be read again
	 */
	@Transactional
	public RandomToken make(String userId) {
		RandomToken token = RandomToken.next();
		this.jdbc.sql("insert into calendar_feed (contact, token_hash, made_at) select id, :hash, :now from (" + OWN
				+ """
						) own on conflict (contact) do update set token_hash = excluded.token_hash, made_at = excluded.made_at""")
			.param("hash", token.hash())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("user", userId)
			.update();
		this.audit.record(userId, "make calendar address", userId, null, "a new address");
		return token;
	}

	/**
	 * Has the person's address stop working, if they have one.
	 * @param userId the person
	 */
	@Transactional
	public void stop(String userId) {
		int stopped = this.jdbc.sql("delete from calendar_feed where contact in (" + OWN + ")")
			.param("user", userId)
			.update();
		if (stopped > 0) {
			this.audit.record(userId, "stop calendar address", userId, "an address", null);
		}
	}

	/** When the person's address was made; none where they have none. */
	Optional<Instant> madeAt(String userId) {
		return this.jdbc.sql("select made_at from calendar_feed where contact in (" + OWN + ")")
			.param("user", userId)
			.query(Timestamp.class)
			.optional()
			.map(Timestamp::toInstant);
	}

	/** Whether this is the secret of somebody who belongs to the secretariat now. */
	boolean opens(String token) {
		return this.jdbc.sql("""
				select exists (select from calendar_feed f join contact c on c.id = f.contact and c.active
				    join contact_role r on r.contact = c.id and r.role = 'secretariat'
				    where f.token_hash = :hash)""")
			.param("hash", RandomToken.hash(token))
			.query(Boolean.class)
			.single();
	}

}
