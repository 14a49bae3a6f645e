package org.asemeducation.stocktake.engine;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.asemeducation.stocktake.StocktakeTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@StocktakeTest
class OneConnectionEachTest {

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void theRequestIsOver() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void aRequestCannotAskWhileItReads() {
		aRequestBegins();
		assertThatThrownBy(this::askWhileReading).rootCause().hasMessageContaining("asks for a second one");
	}

	@Test
	void inATransactionItCan(@Autowired TransactionTemplate transaction) {
		aRequestBegins();
		transaction.executeWithoutResult((status) -> assertThat(askWhileReading()).isOne());
	}

	@Test
	void oneAfterTheOtherIsWell(@Autowired DataSource source) throws SQLException {
		aRequestBegins();
		for (int time = 0; time < 2; time++) {
			try (Connection connection = source.getConnection()) {
				assertThat(connection.isValid(1)).isTrue();
			}
		}
	}

	@Test
	void workOfItsOwnMayHoldTwo() {
		assertThat(askWhileReading()).isOne();
	}

	private int askWhileReading() {
		return this.jdbc.sql("select 1").query((row, number) -> one()).single();
	}

	private int one() {
		return this.jdbc.sql("select 1").query(Integer.class).single();
	}

	private static void aRequestBegins() {
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
	}

}
