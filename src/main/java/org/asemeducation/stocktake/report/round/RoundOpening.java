package org.asemeducation.stocktake.report.round;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.Steps;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat opens a round: the draft is compiled once more, and what the round
 * reads stays as it is then, whatever becomes of the next one.
 */
@Component
public class RoundOpening {

	private final Cycles cycles;

	private final Reports reports;

	private final Steps steps;

	private final Rounds rounds;

	private final RoundProcess process;

	private final Audit audit;

	private final Clock clock;

	RoundOpening(Cycles cycles, Reports reports, Steps steps, Rounds rounds, RoundProcess process, Audit audit,
			Clock clock) {
		this.cycles = cycles;
		this.reports = reports;
		this.steps = steps;
		this.rounds = rounds;
		this.process = process;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Why no draft of a report can go round now, whatever the days.
	 * @param name the cycle
	 * @return a sentence; nothing where one can, once the last round is over
	 */
	Optional<String> objection(CycleName name) {
		try {
			requireDraft(name);
			return this.process.isEdited(name) ? Optional.empty() : Optional
				.of("The report of %s is not being edited: no draft of it goes round now.".formatted(name));
		}
		catch (Refused refused) {
			return Optional.ofNullable(refused.getMessage());
		}
	}

	private void requireDraft(CycleName name) {
		this.steps.requireWithSecretariat(name);
		if (this.reports.latest(name).isEmpty()) {
			throw Refused.conflict("There is no draft of the report of %s yet.".formatted(name));
		}
	}

	/**
	 * Opens it.
	 * @param name the cycle
	 * @param proposal its days and audience
	 * @param by the user id
	 * @return its number, from 1
	 * @throws Refused when another is not over, or the draft is not the secretariat's
	 */
	@Transactional
	public int open(CycleName name, NewRound proposal, String by) {
		this.cycles.lock(name);
		Cycle cycle = this.cycles.get(name);
		requireDraft(name);
		this.rounds.requireNoneOpen(name);
		List<Problem> problems = proposal.problems(LocalDate.ofInstant(this.clock.instant(), cycle.zone()));
		if (!problems.isEmpty()) {
			throw Refused.invalid("The round is not opened: " + problems.get(0).message(), problems);
		}
		int version = this.reports.compile(name).version();
		int number = this.rounds.open(name, proposal.audience(), Objects.requireNonNull(proposal.opens()),
				Objects.requireNonNull(proposal.closes()), version, this.reports.checksum(name, version), by);
		this.process.opened(this.rounds.get(name, number));
		this.audit.record(by, "open comment round", name.value(), null, "round %d on version %d for %s, %s to %s"
			.formatted(number, version, proposal.audience().words(), proposal.opens(), proposal.closes()));
		return number;
	}

}
