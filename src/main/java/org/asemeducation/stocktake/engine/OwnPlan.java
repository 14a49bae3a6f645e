package org.asemeducation.stocktake.engine;

import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has the database plan a statement for the values at hand. After some calls it keeps a
 * plan for any values, which takes ten rows for usual: fifty thousand are then looked
 * through for each of fifty thousand.
 */
@Component
public class OwnPlan {

	private final JdbcClient jdbc;

	public OwnPlan(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Runs a statement, in the caller's transaction.
	 * @param <T> what it answers
	 * @param statement what to run
	 * @return its answer
	 */
	public <T> T of(Supplier<T> statement) {
		plan("force_custom_plan");
		T answer = statement.get();
		plan("auto");
		return answer;
	}

	private void plan(String mode) {
		this.jdbc.sql("set local plan_cache_mode = " + mode).update();
	}

}
