package org.asemeducation.stocktake.access;

import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who sits in the reviewing body on a day. A reviewer without any term sits there until
 * they are removed from the register.
 */
@Component
public class SittingReviewers {

	/** Of a contact {@code c}, on the day {@code :today}. */
	public static final String IN_TERM = """
			(not exists (select from reviewer_seat s where s.contact = c.id)
			    or exists (select from reviewer_seat s where s.contact = c.id
			        and :today between s.from_day and coalesce(s.to_day, 'infinity')))""";

	private final JdbcClient jdbc;

	SittingReviewers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether nothing says that somebody's term is over or has not begun.
	 * @param userId whose
	 * @param today the day that counts
	 */
	public boolean sits(String userId, LocalDate today) {
		return this.jdbc.sql("select " + IN_TERM + " from contact c where c.user_id = :user")
			.param("user", userId)
			.param("today", today)
			.query(Boolean.class)
			.optional()
			.orElse(true);
	}

}
