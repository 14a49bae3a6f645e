package org.asemeducation.stocktake.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.review.Reviewing;
import org.asemeducation.stocktake.review.Verdict;
import org.asemeducation.stocktake.update.Submitter;
import org.asemeducation.stocktake.update.UpdateKey;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.TransientDataAccessException;

/**
 * Updates that are submitted and accepted, by one person or by several at once, each with
 * a share of their own.
 */
@TestComponent
class Submissions {

	private static final String CONTENT = Submitter.content();

	private final Submitter submitter;

	private final Reviewing reviewing;

	Submissions(Submitter submitter, Reviewing reviewing) {
		this.submitter = submitter;
		this.reviewing = reviewing;
	}

	/** Submits and accepts the updates of the initiatives from one number to another. */
	Settled settle(CycleName cycle, int size, int from, int to, int people) {
		Settled settled = new Settled();
		settled.all.time(() -> share(from, to, people, (number) -> {
			String initiative = SyntheticPlan.initiative(number);
			settled.submit(() -> this.submitter.submit(cycle, initiative, SyntheticPlan.coordinator(number, size)));
			settled.accept(() -> accept(cycle, initiative));
		}));
		return settled;
	}

	void accept(CycleName cycle, String initiative) {
		this.reviewing.review(UpdateKey.of(cycle.value(), initiative), new Verdict(1, true, null), "reviewer");
	}

	/** The same rows and the same tasks, whose ids are known, in the bare engine. */
	Settled floor(Floor floor, CycleName cycle, int from, int to, int people) {
		List<String> tasks = floor.tasks(cycle.value());
		Settled settled = new Settled();
		settled.all.time(() -> share(from, to, people, (number) -> {
			String initiative = SyntheticPlan.initiative(number);
			String about = cycle + "/" + initiative;
			settled.submit(() -> floor.commit(() -> {
				floor.jdbc()
					.update("insert into revision (cycle, initiative, number, content, submitted_at, submitted_by) values (?, ?, 1, ?::jsonb, now(), 'bench1')",
							cycle.value(), initiative, CONTENT);
				floor.jdbc()
					.update("update update_request set state = 'in-review' where cycle = ? and initiative = ?",
							cycle.value(), initiative);
				floor.jdbc()
					.update("insert into audit (at, who, act, subject, after) values (now(), 'bench1', 'submit update', ?, 'revision 1')",
							about);
				floor.complete(tasks.get(number - from), "bench1");
			}));
			String review = floor.reviewOf(about);
			settled.accept(() -> floor.commit(() -> {
				floor.jdbc()
					.update("insert into verdict select id, true, now(), 'reviewer' from revision where cycle = ? and initiative = ?",
							cycle.value(), initiative);
				floor.jdbc()
					.update("update update_request set state = 'settled', settled_as = 'accepted', settled_at = now() where cycle = ? and initiative = ?",
							cycle.value(), initiative);
				floor.jdbc()
					.update("insert into audit (at, who, act, subject, before) values (now(), 'reviewer', 'accept update', ?, 'revision 1')",
							about);
				floor.complete(review, "reviewer");
			}));
		}));
		return settled;
	}

	private static void share(int from, int to, int people, IntConsumer each) {
		List<Thread> threads = IntStream.range(0, people)
			.mapToObj((person) -> new Thread(
					() -> IntStream.rangeClosed(from, to).filter((number) -> number % people == person).forEach(each)))
			.toList();
		threads.forEach(Thread::start);
		threads.forEach(Submissions::join);
	}

	static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * How long it took people, and how often they were told to try again.
	 */
	static final class Settled {

		final Stopwatch submitting = new Stopwatch();

		final Stopwatch accepting = new Stopwatch();

		final Stopwatch all = new Stopwatch();

		final AtomicInteger collisions = new AtomicInteger();

		void submit(Runnable act) {
			this.submitting.time(() -> count(act));
		}

		void accept(Runnable act) {
			this.accepting.time(() -> count(act));
		}

		private void count(Runnable act) {
			try {
				act.run();
			}
			catch (OptimisticLockingException | TransientDataAccessException ex) {
				this.collisions.incrementAndGet();
			}
		}

	}

}
