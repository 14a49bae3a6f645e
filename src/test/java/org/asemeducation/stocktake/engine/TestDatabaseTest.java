package org.asemeducation.stocktake.engine;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class TestDatabaseTest {

	@Test
	void sharedDatabaseHasTheWholeSchema() {
		// when
		List<String> tables = tables(JdbcClient.create(TestDatabase.dataSource()));

		// then
		assertThat(tables).contains("act_ru_task", "audit", "party", "mail");
	}

	@Test
	void freshDatabaseIsEmpty() {
		assertThat(tables(JdbcClient.create(TestDatabase.fresh().dataSource()))).isEmpty();
	}

	@Test
	void migratedDatabasesKeepApart() {
		// given
		JdbcClient one = JdbcClient.create(TestDatabase.migrated().dataSource());
		JdbcClient other = JdbcClient.create(TestDatabase.migrated().dataSource());

		// when
		one.sql("create table only_here (id int)").update();

		// then
		assertThat(tables(one)).contains("only_here", "party");
		assertThat(tables(other)).contains("party").doesNotContain("only_here");
	}

	private static List<String> tables(JdbcClient database) {
		return database.sql("select table_name from information_schema.tables where table_schema = 'public'")
			.query(String.class)
			.list();
	}

}
