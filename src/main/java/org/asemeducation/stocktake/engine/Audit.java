package org.asemeducation.stocktake.engine;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The append-only record of who did what, when.
 */
@Component
public class Audit {

	private final JdbcClient jdbc;

	private final Clock clock;

	/**
	 * A record, also for commands that start no application.
	 * @param jdbc of the database that holds it
	 * @param clock tells when
	 */
	public Audit(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Writes one entry in the caller's transaction.
	 * @param who the user id, or {@code stocktake} for what happens by itself
	 * @param act verb and object, such as {@code record meeting}
	 * @param subject the business key, such as {@code ASEMME9/SOM1}
	 * @param before what stood there, in words; {@code null} when nothing did
	 * @param after what stands there now; {@code null} when nothing does
	 */
	public void record(String who, String act, String subject, @Nullable String before, @Nullable String after) {
		write(who, act, subject, before, after, "");
	}

	/**
	 * Writes that somebody read what is not meant for everybody, once in a day of UTC.
	 * @param who the user id
	 * @param act begins with {@code read}, such as {@code read draft}
	 * @param subject the business key
	 */
	public void recordReading(String who, String act, String subject) {
		write(who, act, subject, null, null, " on conflict do nothing");
	}

	private void write(String who, String act, String subject, @Nullable String before, @Nullable String after,
			String otherwise) {
		this.jdbc.sql(
				"insert into audit (at, who, act, subject, before, after) values (:at, :who, :act, :subject, :before, :after)"
						+ otherwise)
			.param("at", java.sql.Timestamp.from(this.clock.instant()))
			.param("who", who)
			.param("act", act)
			.param("subject", subject)
			.param("before", before)
			.param("after", after)
			.update();
	}

}
