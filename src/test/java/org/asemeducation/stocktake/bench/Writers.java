package org.asemeducation.stocktake.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.update.DeskWork;
import org.asemeducation.stocktake.update.Submitter;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * People who write: they open the form of an update with a long past, and what they type
 * is saved every two seconds.
 */
@TestComponent
class Writers {

	private static final int REVISIONS = 30;

	private static final int OPENINGS = 200;

	private static final int SAVES = 10;

	private static final long EVERY_MILLIS = 2_000;

	private final DeskWork desk;

	private final JdbcTemplate jdbc;

	Writers(DeskWork desk, JdbcTemplate jdbc) {
		this.desk = desk;
		this.jdbc = jdbc;
	}

	/** One form with thirty revisions, opened again and again. */
	Stopwatch open(CycleName cycle, int size) {
		String initiative = SyntheticPlan.initiative(size);
		String user = SyntheticPlan.coordinator(size, size);
		for (int number = 1; number <= REVISIONS; number++) {
			this.jdbc.update("""
					insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
					values (?, ?, ?, ?::jsonb, now(), ?)""", cycle.value(), initiative, number, Submitter.content(),
					user);
		}
		this.desk.save(cycle, initiative, user, 0);
		Stopwatch opening = new Stopwatch();
		for (int repeat = 0; repeat < OPENINGS; repeat++) {
			opening.time(() -> this.desk.open(cycle, initiative, user));
		}
		return opening;
	}

	/** Each with an update of their own, for twenty seconds. */
	Saved save(CycleName cycle, int size, int people) {
		Saved saved = new Saved();
		List<Thread> writers = IntStream.rangeClosed(1, people)
			.mapToObj((number) -> new Thread(() -> write(cycle, size, number, people, saved)))
			.toList();
		writers.forEach(Thread::start);
		writers.forEach(Submissions::join);
		return saved;
	}

	private void write(CycleName cycle, int size, int number, int people, Saved saved) {
		long[] version = new long[1];
		long begun = System.nanoTime() + number * EVERY_MILLIS * 1_000_000 / people;
		for (int save = 0; save < SAVES; save++) {
			rest(begun + save * EVERY_MILLIS * 1_000_000 - System.nanoTime());
			saved.saving.time(() -> {
				try {
					version[0] = this.desk.save(cycle, SyntheticPlan.initiative(number),
							SyntheticPlan.coordinator(number, size), version[0]);
				}
				catch (RuntimeException ex) {
					saved.failures.incrementAndGet();
				}
			});
		}
	}

	private static void rest(long nanos) {
		try {
			Thread.sleep(Math.max(0, nanos / 1_000_000));
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * How long it took.
	 */
	static final class Saved {

		final Stopwatch saving = new Stopwatch();

		final AtomicInteger failures = new AtomicInteger();

	}

}
