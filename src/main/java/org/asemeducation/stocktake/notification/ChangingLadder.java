package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.DeskActs;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Other days of the ladder for a cycle that gathers, from now on: what was sent stays
 * sent, and no rung is caught up whose day is past.
 */
@Component
class ChangingLadder {

	private final Cycles cycles;

	private final Gatherings gatherings;

	private final MailPlan plan;

	private final ReminderRun run;

	private final DeskActs desk;

	private final Clock clock;

	private final TransactionTemplate transaction;

	ChangingLadder(Cycles cycles, Gatherings gatherings, MailPlan plan, ReminderRun run, DeskActs desk, Clock clock,
			PlatformTransactionManager transactions) {
		this.cycles = cycles;
		this.gatherings = gatherings;
		this.plan = plan;
		this.run = run;
		this.desk = desk;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** The cycles that remind or will. */
	List<Choice> cycles() {
		return this.cycles.unpublished()
			.stream()
			.map(this.cycles::get)
			.filter(ChangingLadder::reminds)
			.map((cycle) -> new Choice(cycle.name().value(), cycle.title()))
			.toList();
	}

	/** The days as they stand. */
	Days of(CycleName name) {
		Gathering gathering = this.gatherings.of(this.cycles.get(name).name());
		return new Days(days(gathering, Ladder.REMINDER), days(gathering, Ladder.FREEZE_REMINDER));
	}

	/** How the mail plan would change: found out by changing it and taking it back. */
	Change preview(CycleName name, Days days) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			status.setRollbackOnly();
			Cycle cycle = lock(name);
			List<PlannedMail> before = coming(cycle);
			this.cycles.remind(name, days.all(), days.allBeforeTheFreeze());
			List<PlannedMail> after = coming(cycle);
			return new Change(before.size(), after.size(), only(after, before), only(before, after));
		}));
	}

	/** Changes them. */
	@Transactional
	void change(CycleName name, Days days, String by) {
		this.run.lock();
		lock(name);
		Days before = of(name);
		this.cycles.remind(name, days.all(), days.allBeforeTheFreeze());
		this.desk.record("settings", name.value(), "change ladder", "%s and %s instead of %s and %s"
			.formatted(days.all(), days.allBeforeTheFreeze(), before.all(), before.allBeforeTheFreeze()), by);
	}

	private Cycle lock(CycleName name) {
		Cycle cycle = this.cycles.lock(name);
		if (!reminds(cycle)) {
			throw Refused.conflict("The gathering of %s is over: nobody is reminded by its ladder.".formatted(name));
		}
		return cycle;
	}

	private static boolean reminds(Cycle cycle) {
		return cycle.state() == Cycle.State.OPENED || cycle.isGathering();
	}

	private List<PlannedMail> coming(Cycle cycle) {
		Instant now = this.clock.instant();
		return this.plan.of(cycle)
			.stream()
			.filter(PlannedMail::isToCome)
			.filter((mail) -> mail.at().isAfter(now))
			.filter((mail) -> mail.lines().stream().anyMatch((line) -> line.rung() != null))
			.toList();
	}

	private static List<Day> only(List<PlannedMail> these, List<PlannedMail> others) {
		Set<List<Object>> there = others.stream()
			.map((mail) -> List.<Object>of(mail.contact(), mail.at()))
			.collect(Collectors.toSet());
		return these.stream()
			.filter((mail) -> !there.contains(List.<Object>of(mail.contact(), mail.at())))
			.collect(Collectors.groupingBy((mail) -> LocalDate.ofInstant(mail.at(), ZoneOffset.UTC), TreeMap::new,
					Collectors.counting()))
			.entrySet()
			.stream()
			.map((day) -> new Day(day.getKey(), day.getValue()))
			.toList();
	}

	private static List<Integer> days(Gathering gathering, Ladder ladder) {
		return gathering.ladders()
			.stream()
			.filter((rungs) -> rungs.ladder() == ladder)
			.flatMap((rungs) -> rungs.days().stream())
			.toList();
	}

	/**
	 * A cycle to choose.
	 */
	record Choice(String name, String title) {
	}

	/**
	 * Days of the ladder.
	 *
	 * @param reminders from the deadline, negative before it
	 * @param freezeReminders from the freeze
	 */
	record Days(@Nullable List<Integer> reminders, @Nullable List<Integer> freezeReminders) {

		List<Integer> all() {
			return Optional.ofNullable(this.reminders).orElse(List.of());
		}

		List<Integer> allBeforeTheFreeze() {
			return Optional.ofNullable(this.freezeReminders).orElse(List.of());
		}

	}

	/**
	 * How the mail plan changes.
	 *
	 * @param before how many reminders were to come
	 * @param after how many are
	 * @param added on which days there are more, by the day in UTC
	 * @param gone on which days there are fewer
	 */
	record Change(int before, int after, List<Day> added, List<Day> gone) {
	}

	/**
	 * How many mails on a day.
	 */
	record Day(LocalDate on, long mails) {
	}

}
