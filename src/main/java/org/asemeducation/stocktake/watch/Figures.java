package org.asemeducation.stocktake.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.asemeducation.stocktake.engine.NodeClock;
import org.asemeducation.stocktake.engine.NodeJobs;
import org.asemeducation.stocktake.notification.trouble.LastRun;
import org.asemeducation.stocktake.notification.trouble.LastRuns;

import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/**
 * Our figures beside those of Java, Tomcat and the pool. Jobs and the clock are this
 * node's; all others come from the database and are the same on each node. A figure that
 * cannot be read is not a number.
 */
class Figures implements MeterBinder {

	private static final List<String> UPDATES = List.of("not-asked", "unstaffed", "requested", "in-review", "returned",
			"accepted", "no-update-received", "draft-not-submitted");

	private final List<String> models;

	private final Map<String, HealthIndicator> parts;

	private final Counting counting;

	private final LastRuns runs;

	private final NodeJobs jobs;

	private final NodeClock nodeClock;

	private final Clock clock;

	/**
	 * The figures.
	 * @param models the keys of the processes that may fail
	 * @param parts of the health, by name
	 */
	Figures(List<String> models, Map<String, HealthIndicator> parts, Counting counting, LastRuns runs, NodeJobs jobs,
			NodeClock nodeClock, Clock clock) {
		this.models = List.copyOf(models);
		this.parts = Map.copyOf(parts);
		this.counting = counting;
		this.runs = runs;
		this.jobs = jobs;
		this.nodeClock = nodeClock;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		node(registry);
		this.parts.forEach((part, health) -> gauge("stocktake.health", "part", part,
				"1 while the part is up, as in the health", (it) -> isUp(health) ? 1 : 0, registry));
		this.models.forEach((model) -> counted("incident", "stocktake.incidents", "process", model,
				"Steps that failed and are not tried again", registry));
		List.of("open", "overdue")
			.forEach((state) -> counted("task", "stocktake.tasks", "state", state, "Tasks that wait", registry));
		List.of("queued", "sending", "failed", "kept", "held")
			.forEach((state) -> counted("mail", "stocktake.mails", "state", state, "Mails that have not left",
					registry));
		UPDATES.forEach((state) -> counted("update", "stocktake.updates", "state", state,
				"Initiatives of the cycle opened last, by where they stand", registry));
		single("stocktake.mails.oldest", "Since when the mail that waits longest could have left",
				(it) -> this.counting.now().of("mail", "oldest"), registry);
		single("stocktake.reminders.age", "Since when no run of the reminders has done its work",
				(it) -> sinceTheLastRun(), registry);
	}

	private void node(MeterRegistry registry) {
		FunctionCounter.builder("stocktake.jobs", this.jobs, NodeJobs::executed)
			.tag("outcome", "executed")
			.description("Jobs of this node since its start")
			.register(registry);
		FunctionCounter.builder("stocktake.jobs", this.jobs, NodeJobs::failed)
			.tag("outcome", "failed")
			.description("Jobs of this node since its start")
			.register(registry);
		Gauge.builder("stocktake.jobs.taken", this.jobs, (it) -> it.areTaken() ? 1 : 0)
			.description("1 while this node takes jobs")
			.register(registry);
		single("stocktake.clock.ahead", "How far this node's clock is ahead of the database's",
				(it) -> this.nodeClock.compare().ahead().toMillis() / 1000.0, registry);
	}

	private void counted(String thing, String name, String tag, String kind, String words, MeterRegistry registry) {
		gauge(name, tag, kind, words, (it) -> this.counting.now().of(thing, kind), registry);
	}

	private void gauge(String name, String tag, String value, String words, ToDoubleFunction<Figures> figure,
			MeterRegistry registry) {
		Gauge.builder(name, this, figure).tag(tag, value).description(words).register(registry);
	}

	private void single(String name, String words, ToDoubleFunction<Figures> figure, MeterRegistry registry) {
		Gauge.builder(name, this, figure).baseUnit("seconds").description(words).register(registry);
	}

	private static boolean isUp(HealthIndicator part) {
		return Status.UP.equals(part.health().getStatus());
	}

	private double sinceTheLastRun() {
		LastRun run = this.runs.last();
		Instant covered = run.coveredUntil();
		return (covered != null) ? Duration.between(covered, this.clock.instant()).toSeconds() : Double.NaN;
	}

}
