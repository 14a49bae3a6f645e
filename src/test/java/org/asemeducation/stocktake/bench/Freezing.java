package org.asemeducation.stocktake.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.Submitter;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.TransientDataAccessException;

/**
 * The end of a gathering while people submit and accept: how long the longest of them
 * waits for an answer, be it that they are too late.
 */
@TestComponent
class Freezing {

	private static final int MOST_CHUNKS = 20;

	private final Openings openings;

	private final Jobs jobs;

	private final Submitter submitter;

	private final Submissions submissions;

	Freezing(Openings openings, Jobs jobs, Submitter submitter, Submissions submissions) {
		this.openings = openings;
		this.jobs = jobs;
		this.submitter = submitter;
		this.submissions = submissions;
	}

	/** Freezes a cycle in which the initiatives from a number on are open. */
	Frozen freeze(CycleName cycle, int size, int from) throws InterruptedException {
		Frozen frozen = new Frozen();
		AtomicBoolean over = new AtomicBoolean();
		AtomicInteger next = new AtomicInteger(from);
		List<Thread> people = List.of(writer(cycle, size, from, next, over, frozen),
				writer(cycle, size, from, next, over, frozen));
		people.forEach(Thread::start);
		Thread.sleep(500);
		this.openings.run(cycle, "boundaryEvent_freezeReached", frozen.chunks);
		for (int chunk = 0; chunk < MOST_CHUNKS
				&& !this.jobs.at(cycle, "serviceTask_freezeUpdates").isEmpty(); chunk++) {
			this.openings.run(cycle, "serviceTask_freezeUpdates", frozen.chunks);
		}
		over.set(true);
		people.forEach(Submissions::join);
		return frozen;
	}

	private Thread writer(CycleName cycle, int size, int from, AtomicInteger next, AtomicBoolean over, Frozen frozen) {
		return new Thread(() -> {
			while (!over.get()) {
				int number = from + (next.getAndIncrement() - from) % (size - from + 1);
				String initiative = SyntheticPlan.initiative(number);
				AtomicBoolean submitted = new AtomicBoolean();
				frozen.submitting.time(() -> submitted.set(frozen
					.answer(() -> this.submitter.submit(cycle, initiative, SyntheticPlan.coordinator(number, size)))));
				if (submitted.get()) {
					frozen.accepting.time(() -> frozen.answer(() -> this.submissions.accept(cycle, initiative)));
				}
			}
		});
	}

	/**
	 * What it was like.
	 */
	static final class Frozen {

		final Stopwatch chunks = new Stopwatch();

		final Stopwatch submitting = new Stopwatch();

		final Stopwatch accepting = new Stopwatch();

		final AtomicInteger collisions = new AtomicInteger();

		final AtomicInteger refusals = new AtomicInteger();

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
