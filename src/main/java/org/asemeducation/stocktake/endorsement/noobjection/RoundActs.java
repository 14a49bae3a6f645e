package org.asemeducation.stocktake.endorsement.noobjection;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.endorsement.EndorsementActs;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a round: the secretariat turns it on and off, its hours open and close
 * it, an objection stops it, and the secretariat amends what was objected to. All of it
 * holds the cycle's lock.
 */
@Component
public class RoundActs {

	private static final int LONGEST = 1_000;

	private final Cycles cycles;

	private final Rounds rounds;

	private final SealedVersions sealed;

	private final EndorsementActs endorsement;

	private final NoObjectionProcess process;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final Clock clock;

	RoundActs(Cycles cycles, Rounds rounds, SealedVersions sealed, EndorsementActs endorsement,
			NoObjectionProcess process, ApplicationEventPublisher events, Audit audit, Clock clock) {
		this.cycles = cycles;
		this.rounds = rounds;
		this.sealed = sealed;
		this.endorsement = endorsement;
		this.process = process;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Whether a round can be turned on, or changed.
	 * @param cycle the cycle
	 * @return until it opens or once it was called off, and while ministers have not
	 * decided
	 */
	boolean mayPlan(CycleName cycle) {
		return this.endorsement.adoption(cycle).isEmpty()
				&& this.rounds.latest(cycle).map((round) -> round.isPlanned() || round.isCalledOff()).orElse(true);
	}

	/**
	 * Turns a round on, or gives one that has not opened yet other hours or members.
	 * @param cycle the cycle
	 * @param plan hours and members
	 * @param by the user id
	 * @throws Refused once it has opened, when its hours are over, or when ministers have
	 * decided
	 */
	@Transactional
	public void plan(CycleName cycle, RoundPlan plan, String by) {
		this.cycles.lock(cycle);
		Optional<Round> latest = this.rounds.latest(cycle);
		if (latest.filter((round) -> !round.isPlanned() && !round.isCalledOff()).isPresent()) {
			throw Refused.conflict(latest.get().isOpen()
					? "Round %d of %s is open: it can be prolonged or called off, its members stay as they are."
						.formatted(latest.get().number(), cycle)
					: "Round %d of %s is over: after an objection a further one is planned with the amended version."
						.formatted(latest.get().number(), cycle));
		}
		plan(cycle, latest.map((round) -> round.isPlanned() ? round.number() : round.number() + 1).orElse(1), plan, by);
		this.process.changed(cycle);
	}

	private void plan(CycleName cycle, int number, RoundPlan plan, String by) {
		if (!plan.closesAt().isAfter(this.clock.instant())) {
			throw Refused.invalid(
					"The round is not planned. It would be over already: choose a later hour to close it.",
					java.util.List.of(new Problem("closes", "Choose an hour that is still to come.")));
		}
		this.endorsement.requireUndecided(cycle);
		this.rounds.plan(cycle, number, plan, this.clock.instant(), by);
		Round planned = this.rounds.latest(cycle).orElseThrow();
		this.audit.record(by, "plan no-objection round", cycle.value(), null, "round %d, %s to %s (%s), %d members"
			.formatted(number, plan.opensAt(), plan.closesAt(), plan.zone(), this.rounds.members(planned).size()));
	}

	/**
	 * Turns off a round that has not opened yet.
	 * @param cycle the cycle
	 * @param by the user id
	 * @throws Refused when none is planned
	 */
	@Transactional
	public void turnOff(CycleName cycle, String by) {
		this.cycles.lock(cycle);
		Round planned = this.rounds.latest(cycle)
			.filter(Round::isPlanned)
			.orElseThrow(
					() -> Refused.conflict("No round of %s is planned that could be turned off.".formatted(cycle)));
		this.rounds.remove(cycle, planned.number());
		this.audit.record(by, "turn no-objection round off", cycle.value(), "round " + planned.number(), null);
		this.process.changed(cycle);
	}

	/**
	 * Has an open round close later, and tells whoever was told of it.
	 * @param cycle the cycle
	 * @param closes its new hour
	 * @param reason why; all members read it
	 * @param by the user id
	 * @throws Refused when no round is open, or the hour is not later
	 */
	@Transactional
	public void prolong(CycleName cycle, Instant closes, @Nullable String reason, String by) {
		Round round = open(cycle, "prolonged");
		if (!closes.isAfter(round.closesAt())) {
			throw invalid("prolonged", "closes", "Choose an hour after the one at which it closes now.");
		}
		this.endorsement.requireUndecided(cycle);
		String because = reason("prolonged", reason);
		this.rounds.prolong(round, closes, because, this.clock.instant(), by);
		this.process.prolonged(this.rounds.latest(cycle).orElseThrow());
		this.audit.record(by, "prolong no-objection round", cycle.value(),
				"round %d until %s".formatted(round.number(), round.closesAt()),
				"round %d until %s (%s): %s".formatted(round.number(), closes, round.zone(), because));
		this.events.publishEvent(new RoundProlonged(cycle, round.number(), this.rounds.prolongations(round).size()));
	}

	/**
	 * Ends an open round without a result, and tells whoever was told of it: the version
	 * goes on to the ministers as it is.
	 * @param cycle the cycle
	 * @param reason why; all members read it
	 * @param by the user id
	 * @throws Refused when no round is open
	 */
	@Transactional
	public void callOff(CycleName cycle, @Nullable String reason, String by) {
		Round round = open(cycle, "called off");
		String because = reason("called off", reason);
		this.rounds.callOff(round, because, this.clock.instant());
		this.process.calledOff(cycle);
		this.audit.record(by, "call off no-objection round", cycle.value(), "round %d, open".formatted(round.number()),
				"round %d, %d answers: %s".formatted(round.number(), this.rounds.positions(round).size(), because));
		this.events.publishEvent(new RoundCalledOff(cycle, round.number()));
	}

	private Round open(CycleName cycle, String what) {
		this.cycles.lock(cycle);
		return this.rounds.latest(cycle)
			.filter((round) -> round.isOpen() && this.clock.instant().isBefore(round.closesAt()))
			.orElseThrow(() -> Refused.conflict("No round of %s is open that could be %s.".formatted(cycle, what)));
	}

	private static String reason(String what, @Nullable String typed) {
		String reason = (typed != null) ? typed.strip() : "";
		if (reason.isEmpty() || reason.length() > LONGEST) {
			throw invalid(what, "reason", "Say why in at most %,d characters: all members read it.".formatted(LONGEST));
		}
		return reason;
	}

	private static Refused invalid(String what, String field, String sentence) {
		return Refused.invalid("The round is not %s. %s".formatted(what, sentence),
				java.util.List.of(new Problem(field, sentence)));
	}

	/** The round that is planned and has not opened, if any. */
	Optional<Round> ahead(CycleName cycle) {
		return this.rounds.latest(cycle).filter(Round::isPlanned);
	}

	/** Done twice, it opened once. */
	@Transactional
	void open(CycleName cycle) {
		this.cycles.lock(cycle);
		Round round = this.rounds.latest(cycle).orElseThrow();
		if (round.isPlanned()) {
			SealedVersion version = this.sealed.of(cycle, State.FOR_MINISTERS).orElseThrow();
			this.rounds.open(round, version.version(), this.clock.instant());
			this.audit.record("stocktake", "open no-objection round", cycle.value(), null,
					"round %d on version %d, %s".formatted(round.number(), version.version(), version.checksum()));
			this.events.publishEvent(new RoundOpened(cycle, round.number()));
		}
	}

	/** Closes the round unless an objection has stopped it. */
	@Transactional
	boolean close(CycleName cycle) {
		this.cycles.lock(cycle);
		Round round = this.rounds.latest(cycle).orElseThrow();
		if (round.isOpen()) {
			this.rounds.close(round, this.clock.instant());
			this.audit.record("stocktake", "close no-objection round", cycle.value(), null,
					"round %d: %d of %d members answered, silence counts as no objection".formatted(round.number(),
							this.rounds.positions(round).stream().map(Position::party).distinct().count(),
							this.rounds.members(round).size()));
		}
		return round.isStopped();
	}

	void stop(Round round, String partner, Instant at, String by) {
		this.rounds.stop(round, at);
		this.audit.record(by, "stop no-objection round", round.cycle().value(), null,
				"round %d: %s objects".formatted(round.number(), partner));
		this.process.objected(round.cycle());
	}

	/**
	 * All that follows from an objection is entered: the amended version is sealed.
	 * @param cycle the cycle
	 * @param asked what was asked for in words; {@code null} when there is nothing to say
	 * @param next hours and members of the amended round; {@code null} to go on to the
	 * ministers without one
	 * @param by the user id
	 * @throws Refused when no objection waits, or a change was made that nobody asked for
	 */
	@Transactional
	public void amend(CycleName cycle, @Nullable String asked, @Nullable RoundPlan next, String by) {
		this.cycles.lock(cycle);
		Round stopped = this.rounds.latest(cycle)
			.filter(Round::isStopped)
			.orElseThrow(
					() -> Refused.conflict("No objection to the version of %s waits for an answer.".formatted(cycle)));
		this.endorsement.takeInAmendments(cycle, asked, by);
		if (next != null) {
			plan(cycle, stopped.number() + 1, next, by);
		}
		this.process.amended(cycle, by);
	}

}
