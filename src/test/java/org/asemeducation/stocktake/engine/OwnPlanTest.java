package org.asemeducation.stocktake.engine;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class OwnPlanTest {

	@Test
	void oneStatementIsPlannedForItsValuesAndNoOther() {
		// given
		TestDatabase.Address address = TestDatabase.fresh();
		SingleConnectionDataSource database = new SingleConnectionDataSource(address.getJdbcUrl(),
				address.getUsername(), address.getPassword(), true);
		database.setAutoCommit(false);
		JdbcClient jdbc = JdbcClient.create(database);
		// when
		String within = new OwnPlan(jdbc).of(() -> mode(jdbc));
		String afterwards = mode(jdbc);
		database.destroy();
		// then
		assertThat(within).isEqualTo("force_custom_plan");
		assertThat(afterwards).isEqualTo("auto");
	}

	private static String mode(JdbcClient jdbc) {
		return jdbc.sql("show plan_cache_mode").query(String.class).single();
	}

}
