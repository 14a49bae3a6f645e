package org.asemeducation.stocktake.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class NodeClockTest {

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());

	private final ShiftedClock clock = new ShiftedClock();

	private final AtomicLong nanos = new AtomicLong();

	private final NodeClock node = new NodeClock(this.jdbc, this.clock, this.nanos::get);

	@ParameterizedTest
	@ValueSource(longs = { -28, 0, 28 })
	void aFewSecondsAreNoDifference(long seconds) {
		this.clock.ahead = Duration.ofSeconds(seconds);

		assertThat(this.node.compare().isTolerated()).isTrue();
		assertThat(this.node.isRight()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(longs = { -3600, -32, 32, 3600 })
	void moreThanThirtySecondsAreWrong(long seconds) {
		this.clock.ahead = Duration.ofSeconds(seconds);

		assertThat(this.node.compare().ahead()).isBetween(Duration.ofSeconds(seconds - 1),
				Duration.ofSeconds(seconds + 1));
		assertThat(this.node.isRight()).isFalse();
	}

	@Test
	void theTimeThatTheQuestionTakesIsNoDifference() {
		// given
		Instant noon = Instant.parse("2026-03-10T12:00:00Z");

		// when, then
		assertThat(ClockDifference.of(noon, noon.plusSeconds(40), noon.plusSeconds(45)).ahead()).isZero();
		assertThat(ClockDifference.of(noon, noon.plusSeconds(80), noon.plusSeconds(45)).ahead())
			.isEqualTo(Duration.ofSeconds(-35));
		assertThat(ClockDifference.of(noon, noon.minusSeconds(30), noon).isTolerated()).isTrue();
		assertThat(ClockDifference.of(noon, noon.minusSeconds(31), noon).isTolerated()).isFalse();
	}

	@Test
	void isComparedAgainAfterTenSeconds() {
		// given
		assertThat(this.node.isRight()).isTrue();
		this.clock.ahead = Duration.ofHours(1);

		// when
		this.nanos.addAndGet(Duration.ofMillis(9_999).toNanos());
		boolean before = this.node.isRight();
		this.nanos.addAndGet(Duration.ofMillis(1).toNanos());

		// then
		assertThat(before).isTrue();
		assertThat(this.node.isRight()).isFalse();
	}

	@Test
	void saysOnceThatItIsWrongAndOnceThatItIsRightAgain(CapturedOutput output) {
		// when
		this.clock.ahead = Duration.ofHours(1);
		this.node.compare();
		this.node.compare();
		this.clock.ahead = Duration.ZERO;
		this.node.compare();
		this.node.compare();

		// then
		assertThat(output.getOut().lines().filter((line) -> line.contains("This node's clock")).toList()).hasSize(2)
			.first()
			.asString()
			.containsPattern("clock is 3(600|599) s ahead of the database's: it takes no jobs until both agree");
		assertThat(output).contains("This node's clock agrees with the database's again: it takes jobs.");
	}

	@Test
	void beforeTheDatabaseHasAnsweredItIsNotRight() {
		NodeClock alone = new NodeClock(noDatabase(), this.clock, this.nanos::get);

		assertThat(alone.isRight()).isFalse();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(alone::compare);
	}

	@Test
	void aSimulatedTimeIsComparedWithNothing() {
		// given
		SimulatedClock simulated = new SimulatedClock(Instant.parse("2024-02-29T23:30:00Z"));
		try {
			// when, then
			assertThat(new NodeClock(noDatabase(), simulated, this.nanos::get).isRight()).isTrue();
		}
		finally {
			org.camunda.bpm.engine.impl.util.ClockUtil.reset();
		}
	}

	private static JdbcClient noDatabase() {
		return JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nothing"));
	}

	static class ShiftedClock extends Clock {

		private final Clock real = Clock.systemUTC();

		volatile Duration ahead = Duration.ZERO;

		@Override
		public Instant instant() {
			return this.real.instant().plus(this.ahead);
		}

		@Override
		public java.time.ZoneId getZone() {
			return java.time.ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

}
