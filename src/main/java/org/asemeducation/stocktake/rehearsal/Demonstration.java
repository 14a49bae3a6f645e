package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.asemeducation.stocktake.access.DemoAccounts;
import org.asemeducation.stocktake.engine.SwitchableClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Fills the demonstration with a past: at the first start it rehearses a cycle that ended
 * with a published report and one that is in full swing today, with the demonstration's
 * accounts, on the database that is then used.
 */
@Component
@ConditionalOnProperty("stocktake.demo.enabled")
public class Demonstration {

	private static final Logger log = LoggerFactory.getLogger(Demonstration.class);

	private static final String SCENARIO = "demonstration.yaml";

	private final DemonstrationSettings settings;

	private final Environment environment;

	private final DemonstrationMark mark;

	private final DemoAccounts accounts;

	private final Rehearsal rehearsal;

	private final SwitchableClock clock;

	Demonstration(DemonstrationSettings settings, Environment environment, DemonstrationMark mark,
			DemoAccounts accounts, Rehearsal rehearsal, SwitchableClock clock) {
		this.settings = settings;
		this.environment = environment;
		this.mark = mark;
		this.accounts = accounts;
		this.rehearsal = rehearsal;
		this.clock = clock;
	}

	/**
	 * Makes it where nobody has been before, unless it is not wanted. No job may run
	 * meanwhile: the clock is moved.
	 * @throws IllegalStateException when it cannot be made; the next start begins anew
	 */
	public void make() {
		if (!this.settings.cycle() || !this.mark.isFirstStart()) {
			return;
		}
		if (this.environment.containsProperty("stocktake.plan")) {
			log.info("The demonstration has no cycles: they are written for the plan that Stocktake ships.");
			return;
		}
		Instant now = this.clock.instant();
		List<Scenario> scenarios = scenarios(LocalDate.ofInstant(now, ZoneOffset.UTC));
		log.info("Making the demonstration, once: an earlier cycle and one in full swing. It takes up to a minute.");
		try {
			make(scenarios, now);
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException(
					"The demonstration could not be made. Start again, or start with stocktake.demo.cycle=false to go without its cycles.",
					ex);
		}
		log.info("The demonstration is made, in {} s.", Duration.between(now, this.clock.instant()).toSeconds());
	}

	private void make(List<Scenario> scenarios, Instant until) {
		this.mark.started(scenarios.stream().map((scenario) -> scenario.name().value()).toList());
		Scenario first = scenarios.get(0);
		Scenario last = scenarios.get(scenarios.size() - 1);
		this.clock.simulate(first.noon(first.opens()).minus(Duration.ofHours(1)), (simulated) -> {
			this.accounts.createPeople();
			this.accounts.createContributors();
			this.rehearsal.play(scenarios, simulated, last.noon(last.cycle().request()), until);
		});
		this.mark.completed();
	}

	static List<Scenario> scenarios(LocalDate today) {
		try {
			String text = new ClassPathResource("rehearsal/" + SCENARIO).getContentAsString(StandardCharsets.UTF_8);
			return ScenarioReader.read(SCENARIO, new RelativeDates(today).into(text));
		}
		catch (IOException ex) {
			throw new IllegalStateException("The demonstration is missing from this build: build it anew.", ex);
		}
	}

}
