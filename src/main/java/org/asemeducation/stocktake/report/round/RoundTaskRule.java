package org.asemeducation.stocktake.report.round;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;

import org.springframework.stereotype.Component;

/**
 * The comments of a round are to be answered within a week.
 */
@Component
class RoundTaskRule implements TaskRule {

	private static final Duration A_WEEK = Duration.ofDays(7);

	private final Rounds rounds;

	RoundTaskRule(Rounds rounds) {
		this.rounds = rounds;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(RoundProcess.ANSWER);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		Round round = this.rounds.underWay(new CycleName(about.cycle())).orElseThrow();
		return new Face("%s of round %d (%s)".formatted(label, round.number(), about), round.closesAt().plus(A_WEEK));
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		return this.rounds.underWay(new CycleName(about.cycle())).isEmpty() ? Optional.empty()
				: Optional.of("Use the form of this task: the answers are not sent yet.");
	}

}
