package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.asemeducation.stocktake.engine.SwitchableClock;

import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

/**
 * Lets a test have cycles in the application at hand that have come as far as today.
 */
public final class RehearsedCycles {

	private RehearsedCycles() {
	}

	/**
	 * Plays scenarios whose dates are relative to today.
	 * @param context an application whose job executor is off
	 * @param resource a file of the class path
	 */
	public static void play(ApplicationContext context, String resource) {
		SwitchableClock clock = (SwitchableClock) context.getBean(Clock.class);
		Instant now = clock.instant();
		LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
		List<Scenario> scenarios = ScenarioReader.read(resource, new RelativeDates(today).into(text(resource)));
		Scenario first = scenarios.get(0);
		clock.simulate(first.noon(first.opens()).minus(Duration.ofHours(1)),
				(simulated) -> context.getBean(Rehearsal.class).play(scenarios, simulated, now, now));
	}

	private static String text(String resource) {
		try {
			return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
