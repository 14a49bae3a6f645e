package org.asemeducation.stocktake.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DateMove;
import org.asemeducation.stocktake.cycle.DateMoves;
import org.asemeducation.stocktake.cycle.DateName;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.NextRelease;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.Submitter;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.TransientDataAccessException;

/**
 * What is done to all updates while people submit and accept without a pause: how long
 * the longest of them waits for an answer, be it that they are too late.
 */
@TestComponent
class Waits {

	private static final int MOST_CHUNKS = 40;

	private final Openings openings;

	private final Jobs jobs;

	private final Submitter submitter;

	private final Submissions submissions;

	private final Cycles cycles;

	private final DateMoves moves;

	private final NextRelease nextRelease;

	Waits(Openings openings, Jobs jobs, Submitter submitter, Submissions submissions, Cycles cycles, DateMoves moves,
			NextRelease nextRelease) {
		this.openings = openings;
		this.jobs = jobs;
		this.submitter = submitter;
		this.submissions = submissions;
		this.cycles = cycles;
		this.moves = moves;
		this.nextRelease = nextRelease;
	}

	/** Moves the deadline, and all tasks' due dates after it. */
	Waited moveDeadline(CycleName cycle, int size, int from) throws InterruptedException {
		LocalDate to = this.cycles.get(cycle).date(DeadlineKind.DEADLINE).plusDays(1);
		DateMove move = new DateMove(to, null, "Many asked for a day more");
		return during(cycle, size, from, (chunks) -> {
			chunks.time(() -> this.moves.move(cycle, new DateName("deadline"), move, "aes"));
			runAll(cycle, "serviceTask_dateTasks", chunks);
		});
	}

	/** Carries all updates over to a model of the next release. */
	Waited carryOver(CycleName cycle, int size, int from) throws InterruptedException {
		this.nextRelease.deploy("update");
		return during(cycle, size, from, (chunks) -> this.nextRelease.carryAll());
	}

	/** Ends the gathering. */
	Waited freeze(CycleName cycle, int size, int from) throws InterruptedException {
		return during(cycle, size, from, (chunks) -> {
			this.openings.run(cycle, "boundaryEvent_freezeReached", chunks);
			runAll(cycle, "serviceTask_freezeUpdates", chunks);
		});
	}

	private void runAll(CycleName cycle, String element, Stopwatch chunks) {
		for (int chunk = 0; chunk < MOST_CHUNKS && !this.jobs.at(cycle, element).isEmpty(); chunk++) {
			try {
				this.openings.run(cycle, element, chunks);
			}
			catch (OptimisticLockingException ex) {
				System.out.println("A chunk at %s is made again".formatted(element)); // as
																						// the
																						// job
																						// executor
																						// does
			}
		}
	}

	/** The initiatives from a number on are open. */
	private Waited during(CycleName cycle, int size, int from, Consumer<Stopwatch> act) throws InterruptedException {
		Waited waited = new Waited(from);
		AtomicBoolean over = new AtomicBoolean();
		List<Thread> people = List.of(writer(cycle, size, over, waited), writer(cycle, size, over, waited));
		people.forEach(Thread::start);
		Thread.sleep(500);
		try {
			act.accept(waited.chunks);
		}
		finally {
			over.set(true);
			people.forEach(Submissions::join);
		}
		return waited;
	}

	private Thread writer(CycleName cycle, int size, AtomicBoolean over, Waited waited) {
		return new Thread(() -> {
			while (!over.get()) {
				int number = (waited.next.getAndIncrement() - 1) % size + 1;
				String initiative = SyntheticPlan.initiative(number);
				AtomicBoolean submitted = new AtomicBoolean();
				waited.submitting.time(() -> submitted.set(waited
					.answer(() -> this.submitter.submit(cycle, initiative, SyntheticPlan.coordinator(number, size)))));
				if (submitted.get()) {
					waited.accepting.time(() -> waited.answer(() -> this.submissions.accept(cycle, initiative)));
				}
			}
		});
	}

	/**
	 * What it was like.
	 */
	static final class Waited {

		final Stopwatch chunks = new Stopwatch();

		final Stopwatch submitting = new Stopwatch();

		final Stopwatch accepting = new Stopwatch();

		final AtomicInteger collisions = new AtomicInteger();

		final AtomicInteger refusals = new AtomicInteger();

		final AtomicInteger next;

		Waited(int from) {
			this.next = new AtomicInteger(from);
		}

		/** Whether it was done: nobody reviews what was not submitted. */
		boolean answer(Runnable act) {
			try {
				act.run();
				return true;
			}
			catch (Refused ex) {
				this.refusals.incrementAndGet();
			}
			catch (OptimisticLockingException | TransientDataAccessException ex) {
				this.collisions.incrementAndGet();
			}
			return false;
		}

	}

}
