package org.asemeducation.stocktake.access.throttle;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

import org.asemeducation.stocktake.engine.RandomToken;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of budgets, one for all nodes. An attempt is paid for before it is made, in
 * one statement, so that many at the same moment cannot overdraw.
 */
@Component
public class Budgets {

	/** Longer than any period: older rows say nothing any more. */
	private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

	private static final String LEFT_OVER = "greatest(0, sign_in_budget.used"
			+ " - greatest(0, extract(epoch from cast(:now as timestamptz) - sign_in_budget.at)) * :regained)";

	private static final String TAKE = """
			insert into sign_in_budget (key, used, at) values (:key, 1, :now)
			on conflict (key) do update set used = %1$s + 1, at = :now where %1$s + 1 <= :attempts
			""".formatted(LEFT_OVER);

	private final JdbcClient jdbc;

	private final Clock clock;

	Budgets(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Pays for one attempt.
	 * @param budget how many there are
	 * @param key whose
	 * @return {@code false} when nothing is left; nothing is spent then
	 */
	public boolean take(Budget budget, String key) {
		boolean taken = this.jdbc.sql(TAKE)
			.param("key", hash(budget, key))
			.param("now", now())
			.param("regained", budget.regainedEachSecond())
			.param("attempts", budget.attempts())
			.update() == 1;
		forgetOld();
		return taken;
	}

	/**
	 * Gives one attempt back, because it was no guess.
	 * @param budget as taken from
	 * @param key whose
	 */
	public void giveBack(Budget budget, String key) {
		this.jdbc.sql("update sign_in_budget set used = greatest(0, used - 1) where key = :key")
			.param("key", hash(budget, key))
			.update();
	}

	/**
	 * Fills a budget up.
	 * @param budget as taken from
	 * @param key whose
	 */
	public void fill(Budget budget, String key) {
		this.jdbc.sql("delete from sign_in_budget where key = :key").param("key", hash(budget, key)).update();
	}

	private void forgetOld() {
		this.jdbc.sql("""
				delete from sign_in_budget where key in
				    (select key from sign_in_budget where at < :until limit 100 for update skip locked)
				""").param("until", Timestamp.from(this.clock.instant().minus(FORGOTTEN_AFTER))).update();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static String hash(Budget budget, String key) {
		return RandomToken.hash(budget.name() + "|" + key);
	}

}
