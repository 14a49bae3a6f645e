package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.asemeducation.stocktake.cycle.WorkPlan;
import org.asemeducation.stocktake.engine.CountedIds;
import org.asemeducation.stocktake.engine.EmbeddedDatabase;
import org.asemeducation.stocktake.engine.EmbeddedDatabaseException;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.SimulatedClock;
import org.asemeducation.stocktake.notification.transport.MailTransport;
import org.asemeducation.stocktake.notification.transport.OutboxTransport;
import org.asemeducation.stocktake.plan.PlanReader;
import org.asemeducation.stocktake.plan.PlanRefused;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;

/**
 * The command {@code rehearse}: plays a scenario on a throw-away database and writes what
 * came of it.
 */
public final class Rehearse {

	static final String PROFILE = "rehearsal";

	private Rehearse() {
	}

	/**
	 * Runs the command.
	 * @param application the class that Spring starts from
	 * @param arguments what follows {@code rehearse}
	 * @param out where to say what was done
	 * @param problems where to say in one line what is wrong
	 * @return 0, or 1 when the call, the scenario or the plan will not do
	 */
	public static int run(Class<?> application, List<String> arguments, PrintStream out, PrintStream problems) {
		LoggingSystem.get(Rehearse.class.getClassLoader()).beforeInitialize();
		try {
			RehearsalCall call = RehearsalCall.of(arguments);
			List<Scenario> scenarios = ScenarioReader.read(call.scenario());
			if (call.plan() != null) {
				new PlanReader().read(call.plan());
			}
			EarlierWorkPlan earlier = (call.after() != null) ? earlier(call.after(), scenarios) : null;
			Files.createDirectories(call.out());
			FileSystemUtils.deleteRecursively(call.out().resolve(Results.MAILS));
			out.println(play(application, call, scenarios, earlier));
			return 0;
		}
		catch (BadScenario | Refused | PlanRefused | EmbeddedDatabaseException ex) {
			problems.println(ex.getMessage());
		}
		catch (IOException ex) {
			problems.println("The results cannot be written: " + ex.getMessage());
		}
		catch (RuntimeException ex) {
			problems.println("The rehearsal stopped: "
					+ String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex).getMessage())
						.replaceAll("\\s*\\R\\s*", " "));
		}
		return 1;
	}

	private static EarlierWorkPlan earlier(Path results, List<Scenario> scenarios) {
		EarlierWorkPlan earlier = EarlierWorkPlan.read(results);
		for (Scenario scenario : scenarios) {
			if (scenario.name().equals(earlier.cycle())) {
				throw BadScenario.at(scenario.file(), "cycle, name",
						"%s is the cycle in %s, after which this one comes".formatted(scenario.name(), results));
			}
		}
		return earlier;
	}

	private static String play(Class<?> application, RehearsalCall call, List<Scenario> scenarios,
			@Nullable EarlierWorkPlan earlier) throws IOException {
		Scenario first = scenarios.get(0);
		SimulatedClock clock = new SimulatedClock(first.noon(first.opens()).minus(Duration.ofHours(1)));
		try (EmbeddedDatabase database = EmbeddedDatabase.throwAway();
				ConfigurableApplicationContext context = start(application, call, first, clock, database)) {
			if (earlier != null) {
				earlier.adoptIn(context.getBean(WorkPlan.class));
			}
			context.getBean(Rehearsal.class).play(scenarios, clock);
			return context.getBean(Results.class).write(scenarios, call.out());
		}
	}

	private static ConfigurableApplicationContext start(Class<?> application, RehearsalCall call, Scenario first,
			SimulatedClock clock, EmbeddedDatabase database) {
		String secretariat = Objects.requireNonNull(first.secretariat()).email();
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("spring.datasource.url", database.url());
		settings.put("spring.datasource.username", database.username());
		settings.put("spring.datasource.password", database.password());
		settings.put("spring.mail.host", false);
		settings.put("camunda.bpm.job-execution.enabled", false);
		settings.put("camunda.bpm.metrics.enabled", false);
		settings.put("stocktake.demo.enabled", false);
		settings.put("stocktake.contributions.invite", false); // a scenario says who
																// contributes
		settings.put("stocktake.mail.from", secretariat);
		settings.put("stocktake.mail.reply-to", secretariat);
		settings.put("logging.level.root", "ERROR");
		settings.put("logging.structured.format.console", "");
		if (call.plan() != null) {
			settings.put("stocktake.plan", call.plan().toString());
		}
		return new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.profiles(PROFILE)
			.logStartupInfo(false)
			.environment(alone(settings))
			.initializers((context) -> {
				GenericApplicationContext beans = (GenericApplicationContext) context;
				beans.registerBean("clock", SimulatedClock.class, () -> clock);
				beans.registerBean("countedIds", CountedIds.class, CountedIds::new);
				beans.registerBean("mailTransport", MailTransport.class,
						() -> new RehearsedTransport(new OutboxTransport(call.out().resolve(Results.MAILS)),
								() -> beans.getBean(RefusedAddresses.class)));
			})
			.run();
	}

	/**
	 * These settings before all others: whatever the machine is configured for, a
	 * rehearsal touches no real database and sends no real mail.
	 */
	private static ConfigurableEnvironment alone(Map<String, Object> settings) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("rehearsal", settings));
		return environment;
	}

}
