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
	 * @return until it opens, and while ministers have not decided
	 */
	boolean mayPlan(CycleName cycle) {
		return this.endorsement.adoption(cycle).isEmpty()
				&& this.rounds.latest(cycle).map(Round::isPlanned).orElse(true);
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
		if (latest.filter((round) -> !round.isPlanned()).isPresent()) {
			throw Refused.conflict(latest.get().isOpen()
					? "Round %d of %s is open: its hours and members stay as they are.".formatted(latest.get().number(),
							cycle)
					: "Round %d of %s is over: after an objection a further one is planned with the amended version."
						.formatted(latest.get().number(), cycle));
		}
		plan(cycle, latest.map(Round::number).orElse(1), plan, by);
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
