package org.asemeducation.stocktake.engine;

import org.asemeducation.stocktake.AloneStocktakeTest;
import org.asemeducation.stocktake.StocktakeTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class StocktakeDatabaseTest {

	private static final String NAME = "select current_database()";

	@Nested
	@StocktakeTest
	class Shared {

		@Test
		void contextsHaveTheServersOwnDatabase(@Autowired JdbcClient jdbc) {
			assertThat(jdbc.sql(NAME).query(String.class).single()).isEqualTo("stocktake");
		}

	}

	@Nested
	@AloneStocktakeTest
	class Alone {

		@Test
		void aContextCanHaveADatabaseForItself(@Autowired JdbcClient jdbc) {
			assertThat(jdbc.sql(NAME).query(String.class).single()).startsWith("test_");
		}

	}

}
