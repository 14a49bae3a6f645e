package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.asemeducation.stocktake.engine.TaskFaces;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a move would mean: the rows are written as the move writes them, everybody is
 * asked what they see, and all is taken back.
 */
@Component
class MovePreview {

	private final Cycles cycles;

	private final CalendarRows rows;

	private final DateMoves moves;

	private final DateWarnings warnings;

	private final TaskFaces faces;

	private final ForeseenMove mail;

	private final TransactionTemplate transaction;

	MovePreview(Cycles cycles, CalendarRows rows, DateMoves moves, DateWarnings warnings, TaskFaces faces,
			ForeseenMove mail, PlatformTransactionManager transactions) {
		this.cycles = cycles;
		this.rows = rows;
		this.moves = moves;
		this.warnings = warnings;
		this.faces = faces;
		this.mail = mail;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Looks ahead.
	 * @param name the cycle
	 * @param date which date
	 * @param move its new day; the reason may be missing
	 * @return every consequence
	 */
	Consequences of(CycleName name, DateName date, DateMove move) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			status.setRollbackOnly();
			return foresee(this.cycles.get(name), date, move);
		}));
	}

	private Consequences foresee(Cycle before, DateName name, DateMove move) {
		StandingDate date = this.rows.of(before.name(), name);
		List<DateShift> shifts = this.moves.write(before, name, move);
		Cycle after = this.cycles.get(before.name());
		ForeseenMove.Foreseen foreseen = this.mail.of(before, after);
		List<String> said = new ArrayList<>(this.warnings.of(after, date, shifts));
		said.addAll(foreseen.warnings());
		return new Consequences(shifts.stream().map(MovedDay::of).toList(), tasks(before), foreseen.reminders(),
				foreseen.told(), said);
	}

	private List<MovedTasks> tasks(Cycle cycle) {
		Map<MovedTasks, Integer> counts = new LinkedHashMap<>();
		this.faces.foreseen(cycle.name().value())
			.forEach((task) -> counts.merge(
					new MovedTasks(task.label(), day(cycle, task.from()), day(cycle, task.to()), 0), 1, Integer::sum));
		return counts.entrySet()
			.stream()
			.map((task) -> new MovedTasks(task.getKey().task(), task.getKey().from(), task.getKey().to(),
					task.getValue()))
			.toList();
	}

	private static @Nullable LocalDate day(Cycle cycle, @Nullable Instant due) {
		return (due != null) ? LocalDate.ofInstant(due, cycle.zone()) : null;
	}

	/**
	 * Everything that follows from a move.
	 */
	record Consequences(List<MovedDay> dates, List<MovedTasks> tasks, List<ForeseenMove.Reminder> reminders,
			List<ForeseenMove.Told> told, List<String> warnings) {
	}

	/**
	 * A date that moves, or would hang on one that does and stays.
	 */
	record MovedDay(String date, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String stays) {

		static MovedDay of(DateShift shift) {
			return new MovedDay(shift.name().word(), shift.from(), shift.to(), shift.stays());
		}

	}

	/**
	 * Open tasks of one kind that are due on another day.
	 */
	record MovedTasks(String task, @Nullable LocalDate from, @Nullable LocalDate to, int count) {
	}

}
