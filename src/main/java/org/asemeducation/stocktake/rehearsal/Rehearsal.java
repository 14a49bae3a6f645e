package org.asemeducation.stocktake.rehearsal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

import org.asemeducation.stocktake.engine.DueJobs;
import org.asemeducation.stocktake.engine.SimulatedClock;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays a cycle: one thread steps to whatever comes next, a job of the engine before a
 * person, a person of the scenario before the secretariat.
 */
@Component
@Profile(Rehearse.PROFILE)
class Rehearsal {

	private final SimulatedClock clock;

	private final DueJobs jobs;

	private final Cast cast;

	private final People people;

	private final SecretariatTasks secretariat;

	Rehearsal(SimulatedClock clock, DueJobs jobs, Cast cast, People people, SecretariatTasks secretariat) {
		this.clock = clock;
		this.jobs = jobs;
		this.cast = cast;
		this.people = people;
		this.secretariat = secretariat;
	}

	/**
	 * Plays to the end: until no job, no event and no task of the secretariat is left.
	 * @param scenario the scenario
	 */
	void play(Scenario scenario) {
		this.cast.assemble(scenario);
		Queue<Happening> events = new ArrayDeque<>(this.people.happenings(scenario));
		while (step(events)) {
			continue;
		}
	}

	private boolean step(Queue<Happening> events) {
		Optional<Happening> job = this.jobs.next()
			.map((due) -> new Happening((due.due() != null) ? due.due() : this.clock.instant(),
					() -> this.jobs.run(due)));
		Optional<Happening> event = Optional.ofNullable(events.peek());
		Optional<Happening> task = this.secretariat.next();
		Happening next = earlier(earlier(job, event), task).orElse(null);
		if (next == null) {
			return false;
		}
		if (event.isPresent() && next == event.get()) {
			events.remove();
		}
		this.clock.moveTo(next.at());
		next.act().run();
		return true;
	}

	private static Optional<Happening> earlier(Optional<Happening> first, Optional<Happening> second) {
		if (first.isEmpty() || second.isEmpty()) {
			return first.or(() -> second);
		}
		Instant other = second.get().at();
		return other.isBefore(first.get().at()) ? second : first;
	}

}
