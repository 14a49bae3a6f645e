package org.asemeducation.stocktake.report.round;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat changes a round after it was opened: other days and readers until its
 * first day, afterwards a later last day, which opens a closed one again; and calls it
 * off. Once the answers are sent it stays as it is.
 */
@Component
public class RoundChanging {

	private static final int LONGEST = 1_000;

	private final Cycles cycles;

	private final Rounds rounds;

	private final Speaking speaking;

	private final Decisions decisions;

	private final RoundProcess process;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final Clock clock;

	RoundChanging(Cycles cycles, Rounds rounds, Speaking speaking, Decisions decisions, RoundProcess process,
			ApplicationEventPublisher events, Audit audit, Clock clock) {
		this.cycles = cycles;
		this.rounds = rounds;
		this.speaking = speaking;
		this.decisions = decisions;
		this.process = process;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Gives a round that has not begun other days and readers. Nobody was told of it.
	 * @param name the cycle
	 * @param number the round's
	 * @param proposal its days and audience
	 * @param by the user id
	 * @throws Refused once its first day has come
	 */
	@Transactional
	public void plan(CycleName name, int number, NewRound proposal, String by) {
		Cycle cycle = lock(name);
		Round round = this.rounds.get(name, number);
		if (round.readAt() != null || round.hasBegun(this.clock.instant())) {
			throw Refused.conflict("Round %d on %s has begun: who was asked knows its days. It can be prolonged."
				.formatted(number, name));
		}
		List<Problem> problems = proposal.problems(today(cycle));
		if (!problems.isEmpty()) {
			throw Refused.invalid("The round is not changed: " + problems.get(0).message(), problems);
		}
		this.rounds.plan(round, proposal.audience(), Objects.requireNonNull(proposal.opens()),
				Objects.requireNonNull(proposal.closes()));
		Round changed = this.rounds.get(name, number);
		this.process.moved(changed);
		this.audit.record(by, "change comment round", name.value(), words(round), words(changed));
	}

	/**
	 * Has a round close later, and tells whoever was asked in it. One that has closed is
	 * open again: what was said until then stays, and more can be said.
	 * @param name the cycle
	 * @param number the round's
	 * @param closes the new last day, in the cycle's zone
	 * @param reason why; they are told
	 * @param by the user id
	 * @throws Refused once its answers are sent, or when the day is over or not later
	 */
	@Transactional
	public void prolong(CycleName name, int number, @Nullable LocalDate closes, @Nullable String reason, String by) {
		Cycle cycle = lock(name);
		Round round = underWay(name, number);
		boolean closed = round.waitsForAnswers();
		String what = closed ? "opened again" : "prolonged";
		if (closes == null || !closes.isAfter(round.closes()) || closes.isBefore(today(cycle))
				|| closes.isAfter(today(cycle).plusYears(1))) {
			throw invalid(what, "closes",
					"Choose a last day after %s, not before today and within a year.".formatted(round.closes()));
		}
		String because = reason(what, reason);
		int times = this.rounds.prolong(round, closes, because, by);
		Round changed = this.rounds.get(name, number);
		if (closed) {
			this.speaking.startAnew(round);
			this.process.reopened(changed);
		}
		else {
			this.process.moved(changed);
		}
		this.audit.record(by, closed ? "reopen comment round" : "prolong comment round", name.value(),
				"round %d until %s".formatted(number, round.closes()),
				"round %d until %s: %s".formatted(number, closes, because));
		this.events.publishEvent(new RoundProlonged(name, number, times));
	}

	/**
	 * Ends a round before its time: what was said stays, nobody is waited for, and
	 * whoever was asked is told.
	 * @param name the cycle
	 * @param number the round's
	 * @param reason why; they are told
	 * @param by the user id
	 * @throws Refused once its answers are sent, or while words of it are printed
	 */
	@Transactional
	public void callOff(CycleName name, int number, @Nullable String reason, String by) {
		lock(name);
		Round round = underWay(name, number);
		String because = reason("called off", reason);
		requireNothingPrinted(round);
		if (!round.waitsForAnswers()) {
			this.speaking.keep(round);
		}
		int said = this.decisions.toMake(round);
		this.rounds.callOff(round, because, by);
		this.process.calledOff(name);
		this.audit.record(by, "call off comment round", name.value(), words(round),
				"round %d, %d comments: %s".formatted(number, said, because));
		this.events.publishEvent(new RoundCalledOff(name, number));
	}

	private Cycle lock(CycleName name) {
		this.cycles.lock(name);
		return this.cycles.get(name);
	}

	private Round underWay(CycleName name, int number) {
		Round round = this.rounds.get(name, number);
		if (round.answeredAt() != null) {
			throw Refused.conflict(round.isCalledOff() ? "Round %d on %s is called off already.".formatted(number, name)
					: "Round %d on %s is over and %s: it is neither opened again nor called off any more. Open another round."
						.formatted(number, name, round.nothingSaid() ? "nothing was said" : "its answers are sent"));
		}
		return round;
	}

	/** Nobody could take words of a round back that counts as not held. */
	private void requireNothingPrinted(Round round) {
		int printed = this.decisions.printed(round);
		if (printed > 0) {
			throw Refused.conflict(
					"The round is not called off: the draft prints suggested words of %s. Take them back first, in the task \"Answer comments\"%s."
						.formatted((printed == 1) ? "one comment" : "%d comments".formatted(printed),
								round.waitsForAnswers() ? "" : " once the round is closed"));
		}
	}

	private static String reason(String what, @Nullable String typed) {
		String reason = (typed != null) ? typed.strip() : "";
		if (reason.isEmpty() || reason.length() > LONGEST) {
			throw invalid(what, "reason",
					"Say why in at most %,d characters: everybody who was asked reads it.".formatted(LONGEST));
		}
		return reason;
	}

	private static Refused invalid(String what, String field, String sentence) {
		return Refused.invalid("The round is not %s. %s".formatted(what, sentence),
				List.of(new Problem(field, sentence)));
	}

	private LocalDate today(Cycle cycle) {
		return LocalDate.ofInstant(this.clock.instant(), cycle.zone());
	}

	private static String words(Round round) {
		return "round %d for %s, %s to %s".formatted(round.number(), round.audience().words(), round.opens(),
				round.closes());
	}

}
