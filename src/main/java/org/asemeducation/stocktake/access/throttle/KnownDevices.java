package org.asemeducation.stocktake.access.throttle;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

import org.asemeducation.stocktake.engine.RandomToken;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From which browsers people have signed in with a password. One browser may be known for
 * several people; each is known for a year after the last time.
 */
@Component
public class KnownDevices {

	/** How long a browser stays known. */
	public static final Duration KNOWN_FOR = Duration.ofDays(365);

	private final JdbcClient jdbc;

	private final Clock clock;

	KnownDevices(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Whether the person has signed in from the browser that sent the token.
	 * @param token as the cookie has it; {@code null} when there is none
	 * @param userId the engine's user
	 * @return {@code false} also for a token that somebody made up
	 */
	public boolean knows(@Nullable String token, String userId) {
		return token != null && this.jdbc.sql("""
				select exists (select from known_device
				    where token_hash = :hash and user_id = :user and used_at > :since)
				""")
			.param("hash", RandomToken.hash(token))
			.param("user", userId)
			.param("since", since())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Remembers the browser for the person.
	 * @param token as the cookie has it; {@code null} when there is none
	 * @param userId the engine's user
	 * @return the token for the cookie: the same, unless it was never one of ours
	 */
	public String remember(@Nullable String token, String userId) {
		String kept = (token != null && isOurs(token)) ? token : RandomToken.next().value();
		this.jdbc.sql("""
				insert into known_device (token_hash, user_id, used_at) values (:hash, :user, :now)
				on conflict (token_hash, user_id) do update set used_at = :now
				""")
			.param("hash", RandomToken.hash(kept))
			.param("user", userId)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		this.jdbc.sql("delete from known_device where used_at <= :since").param("since", since()).update();
		return kept;
	}

	/**
	 * Forgets all browsers of a person.
	 * @param userId the engine's user
	 */
	public void forget(String userId) {
		this.jdbc.sql("delete from known_device where user_id = :user").param("user", userId).update();
	}

	private Timestamp since() {
		return Timestamp.from(this.clock.instant().minus(KNOWN_FOR));
	}

	private boolean isOurs(String token) {
		return this.jdbc.sql("select exists (select from known_device where token_hash = :hash)")
			.param("hash", RandomToken.hash(token))
			.query(Boolean.class)
			.single();
	}

}
