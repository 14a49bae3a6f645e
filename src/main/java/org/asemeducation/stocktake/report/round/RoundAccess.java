package org.asemeducation.stocktake.report.round;

import java.time.Clock;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.stereotype.Component;

/**
 * Who may read what of which round: the reviewing body and the secretariat all of it,
 * everybody else who is asked the draft while the round is open, and their own words.
 */
@Component
class RoundAccess {

	private final Rounds rounds;

	private final CurrentPerson current;

	private final Clock clock;

	RoundAccess(Rounds rounds, CurrentPerson current, Clock clock) {
		this.rounds = rounds;
		this.current = current;
		this.clock = clock;
	}

	/**
	 * The signed-in person as a reader of a round.
	 * @param cycle the cycle
	 * @param number the round's
	 * @return what they may see
	 * @throws Refused when there is no such round, or they are not asked in it
	 */
	Reader reader(CycleName cycle, int number) {
		Person person = this.current.get();
		boolean insider = isInsider(person);
		if (!insider && this.rounds.of(cycle).stream().noneMatch((round) -> this.rounds.asks(round, person.userId()))) {
			throw notAsked();
		}
		Round round = this.rounds.get(cycle, number);
		if (!insider && !this.rounds.asks(round, person.userId())) {
			throw notAsked();
		}
		if (!insider && !round.hasBegun(this.clock.instant())) {
			throw Refused.notFound("Round %d of comments on %s opens on %s.".formatted(number, cycle, round.opens()));
		}
		return new Reader(round, person, insider, round.isOpen(this.clock.instant()));
	}

	/** For the reviewing body and the secretariat, who read what all have said. */
	Reader insider(CycleName cycle, int number) {
		Person person = this.current.get().requireReviewer();
		Round round = this.rounds.get(cycle, number);
		return new Reader(round, person, true, round.isOpen(this.clock.instant()));
	}

	/**
	 * The rounds that the signed-in person may open.
	 * @param cycle the cycle
	 * @return the last first
	 * @throws Refused when there is none, and they are neither of the reviewing body nor
	 * of the secretariat
	 */
	List<Round> rounds(CycleName cycle) {
		Person person = this.current.get();
		List<Round> all = this.rounds.of(cycle)
			.stream()
			.filter((round) -> isInsider(person)
					|| (this.rounds.asks(round, person.userId()) && round.hasBegun(this.clock.instant())))
			.sorted((one, other) -> other.number() - one.number())
			.toList();
		if (all.isEmpty() && !isInsider(person)) {
			throw notAsked();
		}
		return all;
	}

	private static boolean isInsider(Person person) {
		return person.isSecretariat() || person.isReviewer();
	}

	private static Refused notAsked() {
		return Refused.notAllowed(
				"You are not asked for comments on this draft: the reviewing body is, and whoever else the secretariat has chosen.");
	}

	/**
	 * Somebody who reads a round.
	 *
	 * @param insider whether they are of the reviewing body or the secretariat
	 * @param open whether anything can be said now
	 */
	record Reader(Round round, Person person, boolean insider, boolean open) {

		boolean readsDraft() {
			return this.insider || this.open;
		}

		boolean sees(String writer) {
			return this.insider || writer.equals(this.person.userId());
		}

	}

}
