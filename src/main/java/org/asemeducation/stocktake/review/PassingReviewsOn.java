package org.asemeducation.stocktake.review;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Updates under review that were dealt out to people who leave. Their open tasks are the
 * engine's.
 */
@Component
public class PassingReviewsOn {

	private static final String OPEN = """
			from review_duty d join contact c on c.id = d.reviewer
			join update_request r on r.cycle = d.cycle and r.initiative = d.initiative and r.state = 'in-review'
			where c.user_id = any(:users)""";

	private final JdbcClient jdbc;

	PassingReviewsOn(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Which reviews some people have.
	 * @param users their user ids
	 * @return by cycle and initiative
	 */
	public List<Duty> of(Collection<String> users) {
		return this.jdbc.sql("select d.cycle, d.initiative, c.user_id as reviewer " + OPEN + " order by 1, 2")
			.param("users", users.toArray(String[]::new))
			.query(Duty.class)
			.list();
	}

	/**
	 * Gives them to somebody else, in the caller's transaction. What was begun is begun.
	 * @param users the user ids of those who had them
	 * @param to the user id of who has them from now on
	 */
	@Transactional
	public void passOn(Collection<String> users, String to) {
		this.jdbc
			.sql("update review_duty k set reviewer = (select id from contact where user_id = :to) from ("
					+ "select d.cycle, d.initiative " + OPEN
					+ ") f where f.cycle = k.cycle and f.initiative = k.initiative")
			.param("users", users.toArray(String[]::new))
			.param("to", to)
			.update();
	}

	/**
	 * A review that somebody was dealt.
	 *
	 * @param cycle the cycle's name
	 * @param initiative its id
	 * @param reviewer the user id
	 */
	public record Duty(String cycle, String initiative, String reviewer) {
	}

}
