package org.asemeducation.stocktake.rehearsal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

import org.asemeducation.stocktake.engine.DueJobs;
import org.asemeducation.stocktake.engine.SimulatedClock;
import org.asemeducation.stocktake.notification.Reminders;

import org.springframework.stereotype.Component;

/**
 * Plays cycles: one thread steps to whatever comes next, a job of the engine before a
 * person, a person of the scenario before the secretariat. The hourly run for reminders
 * is made at the hours that find something due. Nothing happens while nothing runs: what
 * was missed comes afterwards, the hourly run once.
 */
@Component
class Rehearsal {

	private static final String HOURLY = "reminder";

	private final DueJobs jobs;

	private final Reminders reminders;

	private final People people;

	private final SecretariatTasks secretariat;

	private final Ministers ministers;

	Rehearsal(DueJobs jobs, Reminders reminders, People people, SecretariatTasks secretariat, Ministers ministers) {
		this.jobs = jobs;
		this.reminders = reminders;
		this.people = people;
		this.secretariat = secretariat;
		this.ministers = ministers;
	}

	/**
	 * Plays on until no job, no event and no task of the secretariat is left.
	 * @param scenarios the cycles, which may overlap
	 * @param clock what moves; nobody else's jobs may run by it
	 */
	void play(List<Scenario> scenarios, SimulatedClock clock) {
		play(scenarios, clock, Instant.MIN, Instant.MAX);
	}

	/**
	 * Plays on until what would come next is ahead.
	 * @param scenarios the cycles, which may overlap
	 * @param clock what moves; nobody else's jobs may run by it
	 * @param hourlyFrom the hourly run is not made before; what it missed it catches up
	 * with
	 * @param until whatever comes later is left undone
	 */
	void play(List<Scenario> scenarios, SimulatedClock clock, Instant hourlyFrom, Instant until) {
		scenarios.forEach(this.ministers::heed);
		Queue<Happening> events = new ArrayDeque<>(scenarios.stream()
			.flatMap((scenario) -> this.people.happenings(scenario).stream())
			.sorted(Comparator.comparing(Happening::at))
			.toList());
		Queue<Outage> outages = new ArrayDeque<>(scenarios.stream()
			.flatMap((scenario) -> scenario.downs().stream().map((down) -> down.outage(scenario.zone())))
			.sorted(Comparator.comparing(Outage::from))
			.toList());
		Optional<Step> next = next(events, clock.instant(), hourlyFrom);
		while (next.isPresent() && !next.get().happening().at().isAfter(until)) {
			Happening happening = next.get().happening();
			if (!outages.isEmpty() && !happening.at().isBefore(outages.element().from())) {
				pass(outages.remove(), clock);
				next = next(events, clock.instant(), hourlyFrom);
				continue;
			}
			if (happening == events.peek()) {
				events.remove();
			}
			if (next.get().afterIdleHours()) {
				this.reminders.passIdleHours(happening.at());
			}
			clock.moveTo(happening.at());
			happening.act().run();
			next = next(events, clock.instant(), hourlyFrom);
		}
	}

	/**
	 * The runs before it found nothing; one that was missed in it is made at its end.
	 */
	private void pass(Outage outage, SimulatedClock clock) {
		this.reminders.passIdleHours(outage.from());
		clock.moveTo(outage.to());
		if (outage.missesAnHour()
				&& this.reminders.nextMoment().filter((due) -> !due.isAfter(clock.instant())).isPresent()) {
			this.jobs.run(this.jobs.startTimer(HOURLY));
		}
	}

	private Optional<Step> next(Queue<Happening> events, Instant now, Instant hourlyFrom) {
		Optional<Happening> job = this.jobs.next()
			.map((due) -> new Happening((due.due() != null) ? due.due() : now, () -> this.jobs.run(due)));
		if (job.isPresent() && !job.get().at().isAfter(now)) {
			// nothing comes before it, so nobody else is asked
			return job.map((happening) -> new Step(happening, false));
		}
		Optional<Happening> event = Optional.ofNullable(events.peek());
		Optional<Happening> task = this.secretariat.next();
		Instant hour = fullHour(later(now, hourlyFrom));
		Optional<Happening> sooner = earlier(earlier(job, event), task).filter((it) -> it.at().isBefore(hour));
		if (sooner.isPresent()) {
			return sooner.map((happening) -> new Step(happening, false));
		}
		Optional<Happening> run = hourlyRun(hour);
		return earlier(earlier(earlier(job, run), event), task)
			.map((happening) -> new Step(happening, run.filter((it) -> !it.at().isAfter(happening.at())).isEmpty()));
	}

	private Optional<Happening> hourlyRun(Instant earliest) {
		return this.reminders.nextMoment()
			.map((moment) -> new Happening(fullHour(later(moment, earliest)),
					() -> this.jobs.run(this.jobs.startTimer(HOURLY))));
	}

	private static Instant later(Instant first, Instant second) {
		return first.isAfter(second) ? first : second;
	}

	private static Instant fullHour(Instant moment) {
		Instant hour = moment.truncatedTo(ChronoUnit.HOURS);
		return hour.equals(moment) ? hour : hour.plus(1, ChronoUnit.HOURS);
	}

	private static Optional<Happening> earlier(Optional<Happening> first, Optional<Happening> second) {
		if (first.isEmpty() || second.isEmpty()) {
			return first.or(() -> second);
		}
		Instant other = second.get().at();
		return other.isBefore(first.get().at()) ? second : first;
	}

	/**
	 * What comes next.
	 *
	 * @param happening what happens
	 * @param afterIdleHours whether no hourly run finds anything due before it or with it
	 */
	private record Step(Happening happening, boolean afterIdleHours) {
	}

}
