package org.asemeducation.stocktake.endorsement.noobjection;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.endorsement.noobjection.Position.Answer;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The secretariat's endpoints for a version that was objected to.
 */
@RestController
@RequestMapping("/api/endorsements/{cycle}")
class AmendController {

	private final Rounds rounds;

	private final RoundActs acts;

	private final CurrentPerson current;

	AmendController(Rounds rounds, RoundActs acts, CurrentPerson current) {
		this.rounds = rounds;
		this.acts = acts;
		this.current = current;
	}

	/** What was said in the round that an objection stopped. */
	@GetMapping("/objection")
	Stopped show(@PathVariable("cycle") CycleName cycle) {
		this.current.get().requireSecretariat();
		Round round = stopped(cycle);
		return new Stopped(round.number(), (round.version() != null) ? round.version() : 0, round.zone().getId(),
				round.reminderDays(), this.rounds.members(round).size(),
				this.rounds.positions(round)
					.stream()
					.filter((position) -> position.answer() != Answer.AGREE)
					.map((position) -> new Said(position.partner(), position.answer().says(), position.text()))
					.toList());
	}

	@PostMapping("/amendments")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void amend(@PathVariable("cycle") CycleName cycle, @RequestBody Amended amended) {
		String by = this.current.get().requireSecretariat().userId();
		RoundPlan next = null;
		if (amended.further()) {
			List<Long> members = this.rounds.members(stopped(cycle))
				.stream()
				.map((party) -> party.id().value())
				.toList();
			next = RoundPlan.of(amended.opens(), amended.closes(), amended.zone(), amended.reminderDays(), members);
		}
		this.acts.amend(cycle, amended.asked(), next, by);
	}

	private Round stopped(CycleName cycle) {
		return this.rounds.latest(cycle)
			.filter(Round::isStopped)
			.orElseThrow(
					() -> Refused.conflict("No objection to the version of %s waits for an answer.".formatted(cycle)));
	}

	/**
	 * A round that an objection stopped.
	 *
	 * @param said all objections and comments
	 */
	record Stopped(int round, int version, String zone, int reminderDays, int members, List<Said> said) {
	}

	/**
	 * What a member said.
	 */
	record Said(String partner, String says, @Nullable String text) {
	}

	/**
	 * The secretariat is done.
	 *
	 * @param asked what was asked for in words
	 * @param further whether an amended round follows
	 */
	record Amended(@Nullable String asked, boolean further, @Nullable String opens, @Nullable String closes,
			@Nullable String zone, @Nullable String reminderDays) {
	}

}
