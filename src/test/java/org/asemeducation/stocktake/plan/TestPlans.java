package org.asemeducation.stocktake.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.TestRegister;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans on a database whose plan tables are empty at first and restored at last.
 */
final class TestPlans {

	private static final List<String> TABLES = List.of("plan_action", "plan_row", "plan_change", "supporting_structure",
			"secretariat_term", "contribution", "expected_outcome", "milestone", "initiative", "programme", "action",
			"subgoal", "objective", "plan_document", "coordination");

	final JdbcTemplate jdbc;

	final JdbcTransactionManager transactions;

	final Register register;

	final StandingPlan standing;

	final PlanTables tables;

	Instant now = Instant.parse("2026-11-22T09:00:00Z");

	final Clock clock = new Clock() {

		@Override
		public java.time.ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Instant instant() {
			return TestPlans.this.now;
		}

	};

	final PlanHistory history;

	final PlanChanges changes;

	final Plans plans;

	TestPlans(DataSource database) {
		this.jdbc = new JdbcTemplate(database);
		this.transactions = new JdbcTransactionManager(database);
		this.register = TestRegister.on(database);
		this.standing = new StandingPlan(JdbcClient.create(database));
		this.tables = new PlanTables(this.jdbc);
		this.history = new PlanHistory(this.jdbc);
		this.changes = new PlanChanges(JdbcClient.create(database), this.clock);
		this.plans = new Plans(this.standing, this.tables, new DocumentTables(this.jdbc), this.register,
				new Surroundings(this.standing), this.changes, this.history, this.clock, this.transactions);
	}

	/** Everything in it is undone afterwards, so other tests find what they left. */
	static void undone(DataSource database, Consumer<TestPlans> test) {
		TestPlans plans = new TestPlans(database);
		new TransactionTemplate(plans.transactions).executeWithoutResult((status) -> {
			status.setRollbackOnly();
			TABLES.forEach((table) -> plans.jdbc.update("delete from " + table));
			test.accept(plans);
		});
	}

	int count(String table) {
		return this.jdbc.queryForObject("select count(*) from " + table, Integer.class);
	}

	/** Every row of every table of the plan with the transaction that wrote it. */
	List<String> everything() {
		return TABLES.stream()
			.flatMap((table) -> this.jdbc
				.queryForList("select '%1$s ' || xmin || ' ' || t::text from %1$s t order by t::text".formatted(table),
						String.class)
				.stream())
			.toList();
	}

}
