package org.asemeducation.stocktake.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class SwitchableClockTest {

	private static final Instant PAST = Instant.parse("2024-02-29T23:30:00Z");

	private final JobExecutor jobs = mock(JobExecutor.class);

	private final SwitchableClock clock = new SwitchableClock(engine(this.jobs));

	@Test
	void tellsASimulatedTimeToEverybodyForAsLongAsTheActTakes() {
		// given
		Clock inSeoul = this.clock.withZone(ZoneId.of("Asia/Seoul"));

		// when
		this.clock.simulate(PAST, (simulated) -> {

			// then
			assertThat(this.clock.isSimulating()).isTrue();
			assertThat(this.clock.instant()).isEqualTo(PAST);
			assertThat(LocalDate.now(inSeoul)).isEqualTo("2024-03-01");
			simulated.moveTo(PAST.plusSeconds(60));
			assertThat(this.clock.instant()).isEqualTo(PAST.plusSeconds(60));
			assertThat(ClockUtil.getCurrentTime()).isEqualTo(Date.from(PAST.plusSeconds(60)));
		});
		assertRealTime();
	}

	@Test
	void isBackAtTheRealTimeAfterAFailure() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.clock.simulate(PAST, (it) -> {
			throw new IllegalStateException("a failure");
		}));
		assertRealTime();
	}

	@Test
	void doesNotMoveUnderARunningJobExecutor() {
		// given
		given(this.jobs.isActive()).willReturn(true);

		// when, then
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.clock.simulate(PAST, (it) -> it.moveTo(PAST)))
			.withMessageContaining("the job executor runs");
		assertRealTime();
	}

	private void assertRealTime() {
		assertThat(this.clock.isSimulating()).isFalse();
		assertThat(Duration.between(this.clock.instant(), Clock.systemUTC().instant()).toMinutes()).isZero();
		assertThat(ClockUtil.getCurrentTime().getTime()).isCloseTo(System.currentTimeMillis(), within(60_000L));
	}

	@SuppressWarnings("unchecked")
	private static ObjectProvider<ProcessEngine> engine(JobExecutor jobs) {
		StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
		configuration.setJobExecutor(jobs);
		ProcessEngine engine = mock(ProcessEngine.class);
		given(engine.getProcessEngineConfiguration()).willReturn(configuration);
		ObjectProvider<ProcessEngine> provider = mock(ObjectProvider.class);
		given(provider.stream()).willAnswer((call) -> Stream.of(engine));
		return provider;
	}

}
