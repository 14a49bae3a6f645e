package org.asemeducation.stocktake.faults;

import java.time.Clock;
import java.time.Duration;

import org.asemeducation.stocktake.StocktakeApplication;
import org.camunda.bpm.engine.impl.util.ClockUtil;

import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;

/**
 * A Stocktake on a machine whose clock is an hour ahead, the engine's included. No
 * component: only who names it gets it, and names it first.
 */
final class HourAhead {

	private static final Duration AHEAD = Duration.ofHours(1);

	@Bean
	Clock clock() {
		return Clock.offset(Clock.systemUTC(), AHEAD);
	}

	public static void main(String[] settings) {
		ClockUtil.offset(AHEAD.toMillis());
		SpringApplication.run(new Class<?>[] { HourAhead.class, StocktakeApplication.class }, settings);
	}

}
