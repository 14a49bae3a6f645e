package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.asemeducation.stocktake.notification.transport.MailSettings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Spaces mails evenly where providers take so many in a minute: each is given its turn
 * before it leaves, over all nodes by one row. One that is tried again keeps the time of
 * the model, and takes the next turn away from the others.
 */
@Component
class Pace {

	private static final double MINUTE = 60;

	private final JdbcClient jdbc;

	private final MailSettings settings;

	private final Clock clock;

	Pace(JdbcClient jdbc, MailSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Takes the next turn, in the caller's transaction.
	 * @return when it is; nothing when it is now
	 */
	Optional<Instant> takeTurn() {
		if (this.settings.perMinute() == 0) {
			return Optional.empty();
		}
		Instant now = this.clock.instant();
		return Optional
			.of(this.jdbc.sql("""
					update mail_pace set next_at = greatest(next_at, :now) + make_interval(secs => :pause)
					returning next_at - make_interval(secs => :pause)""")
				.param("now", Timestamp.from(now))
				.param("pause", MINUTE / this.settings.perMinute())
				.query(Timestamp.class)
				.single()
				.toInstant())
			.filter(now::isBefore);
	}

}
