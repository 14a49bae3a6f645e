package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.notification.letter.WaitingTask;

/**
 * When a digest has something to say: at 09:00 where its reader is, on the first morning
 * after a task has come that they were not told of, and a week before, the day before, on
 * and after the day a task is due.
 */
final class DigestRule {

	private static final List<Integer> DAYS = List.of(-7, -1, 0, 1);

	private DigestRule() {
	}

	/**
	 * The digest of one reader that falls due in a span of time: one, however many
	 * mornings lie in it.
	 * @param reader whose
	 * @param tasks what waits
	 * @param from the end of the span before
	 * @param to the end of this span, which belongs to it
	 * @return the last moment, and the cycle of the task that makes it one
	 */
	static Optional<Moment> due(DigestReader reader, Collection<WaitingTask> tasks, Instant from, Instant to) {
		return moments(reader, tasks).filter((moment) -> moment.at().isAfter(from) && !moment.at().isAfter(to))
			.max(Comparator.comparing(Moment::at));
	}

	/**
	 * The next moment at which a digest falls due.
	 * @param reader whose
	 * @param tasks what waits
	 * @param from the end of the span before
	 * @return the first moment after it
	 */
	static Optional<Instant> next(DigestReader reader, Collection<WaitingTask> tasks, Instant from) {
		return upcoming(reader, tasks, from).map(Moment::at);
	}

	/**
	 * The same with the cycle of the task that makes it one.
	 * @param reader whose
	 * @param tasks what waits
	 * @param from the end of the span before
	 * @return the first moment after it
	 */
	static Optional<Moment> upcoming(DigestReader reader, Collection<WaitingTask> tasks, Instant from) {
		return moments(reader, tasks).filter((moment) -> moment.at().isAfter(from))
			.min(Comparator.comparing(Moment::at));
	}

	private static Stream<Moment> moments(DigestReader reader, Collection<WaitingTask> tasks) {
		return tasks.stream()
			.filter((task) -> task.waitsFor(reader.userId(), reader.groups()))
			.flatMap((task) -> mornings(reader, task).filter((day) -> day.isAfter(reader.lastOn()))
				.map((day) -> new Moment(reader.contact().morningOf(day), task.cycle()))
				.filter((moment) -> !moment.at().isBefore(task.created())));
	}

	private static Stream<LocalDate> mornings(DigestReader reader, WaitingTask task) {
		LocalDate due = task.due();
		Stream<LocalDate> known = (due != null)
				? DAYS.stream().map(due::plusDays).filter((day) -> !reader.ahead().contains(day)) : Stream.empty();
		return task.created().isAfter(reader.toldAt()) ? Stream.concat(known, Stream.of(firstMorning(reader, task)))
				: known;
	}

	private static LocalDate firstMorning(DigestReader reader, WaitingTask task) {
		LocalDate day = reader.contact().dayOf(task.created());
		LocalDate morning = reader.contact().morningOf(day).isBefore(task.created()) ? day.plusDays(1) : day;
		return morning.isAfter(reader.lastOn()) ? morning : reader.lastOn().plusDays(1);
	}

	/**
	 * A morning with something to say.
	 *
	 * @param at nine o'clock where the reader is
	 * @param cycle what it is about
	 */
	record Moment(Instant at, CycleName cycle) {
	}

}
