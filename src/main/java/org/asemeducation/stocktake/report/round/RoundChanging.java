package org.asemeducation.stocktake.report.round;

import java.time.Clock;
import java.time.Instant;
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
 * first day, afterwards a later last day; and calls it off while it is not over.
 */
@Component
public class RoundChanging {

	private static final int LONGEST = 1_000;

	private final Cycles cycles;

	private final Rounds rounds;

	private final Speaking speaking;

	private final RoundProcess process;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final Clock clock;

	RoundChanging(Cycles cycles, Rounds rounds, Speaking speaking, RoundProcess process,
			ApplicationEventPublisher events, Audit audit, Clock clock) {
		this.cycles = cycles;
		this.rounds = rounds;
		this.speaking = speaking;
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
	 * Has a round close later, and tells whoever was asked in it.
	 * @param name the cycle
	 * @param number the round's
	 * @param closes the new last day, in the cycle's zone
	 * @param reason why; they are told
	 * @param by the user id
	 * @throws Refused once it has closed, or when the day is not later
	 */
	@Transactional
	public void prolong(CycleName name, int number, @Nullable LocalDate closes, @Nullable String reason, String by) {
		Cycle cycle = lock(name);
		Round round = underWay(name, number);
		if (closes == null || !closes.isAfter(round.closes()) || closes.isAfter(today(cycle).plusYears(1))) {
			throw invalid("prolonged", "closes",
					"Choose a last day after %s, within a year.".formatted(round.closes()));
		}
		String because = reason("prolonged", reason);
		int times = this.rounds.prolong(round, closes, because, by);
		this.process.moved(this.rounds.get(name, number));
		this.audit.record(by, "prolong comment round", name.value(),
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
	 * @throws Refused once it has closed
	 */
	@Transactional
	public void callOff(CycleName name, int number, @Nullable String reason, String by) {
		lock(name);
		Round round = underWay(name, number);
		String because = reason("called off", reason);
		int said = this.speaking.keep(round);
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
		Instant now = this.clock.instant();
		if (!round.isUnderWay(now)) {
			throw Refused.conflict(round.isCalledOff() ? "Round %d on %s is called off already.".formatted(number, name)
					: "Round %d on %s closed with %s: it is neither prolonged nor called off any more."
						.formatted(number, name, round.closes()));
		}
		return round;
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
