package org.asemeducation.stocktake.endorsement.noobjection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.endorsement.noobjection.Position.Answer;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.model.CleanText;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member answers in the round. Who may speak for a member is the caller's question.
 */
@Component
public class Answering {

	private static final int LONGEST = 10_000;

	private final Cycles cycles;

	private final Rounds rounds;

	private final RoundActs acts;

	private final SealedVersions sealed;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final Clock clock;

	Answering(Cycles cycles, Rounds rounds, RoundActs acts, SealedVersions sealed, ApplicationEventPublisher events,
			Audit audit, Clock clock) {
		this.cycles = cycles;
		this.rounds = rounds;
		this.acts = acts;
		this.sealed = sealed;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Records a member's position; an objection stops the clock.
	 * @param cycle the cycle
	 * @param seen what the person has seen when they answered
	 * @param party the member
	 * @param answer agree, comment or object; {@code null} when none was chosen
	 * @param typed the text with it
	 * @param by the user id
	 * @throws Refused after the close, on a version that is not in the round, by nobody's
	 * member, or when a colleague was faster
	 */
	@Transactional
	public void answer(CycleName cycle, Seen seen, PartyId party, @Nullable Answer answer, @Nullable String typed,
			String by) {
		this.cycles.lock(cycle);
		Instant now = this.clock.instant();
		Round round = open(cycle, seen, now);
		Party member = this.rounds.members(round)
			.stream()
			.filter((one) -> one.id().equals(party))
			.findFirst()
			.orElseThrow(() -> Refused
				.notAllowed("Round %d of %s has other members: yours is not asked.".formatted(round.number(), cycle)));
		Optional<Position> before = this.rounds.position(round, party);
		if (before.map(Position::number).orElse(0) != seen.answers()) {
			throw Refused.conflict(
					"A colleague has answered for %s meanwhile: look at what stands there now, then decide whether to answer otherwise."
						.formatted(member.name()));
		}
		String text = (typed != null) ? CleanText.of(typed) : "";
		check(answer, text);
		this.rounds.add(round, party, seen.answers() + 1, java.util.Objects.requireNonNull(answer),
				text.isEmpty() ? null : text, this.sealed.find(cycle, seen.version()).orElseThrow().checksum(), now,
				by);
		this.audit.record(by, "give position", "%s/round %d".formatted(cycle, round.number()),
				before.map((position) -> position.answer().word()).orElse(null),
				"%s %s on version %d".formatted(member.name(), answer.says(), seen.version()));
		if (answer == Answer.OBJECT) {
			this.acts.stop(round, member.name(), now, by);
		}
		this.events
			.publishEvent(new PositionGiven(cycle, round.number(), this.rounds.position(round, party).orElseThrow()));
	}

	private Round open(CycleName cycle, Seen seen, Instant now) {
		Round round = this.rounds.latest(cycle)
			.orElseThrow(() -> Refused.conflict("There is no no-objection round in %s.".formatted(cycle)));
		if (seen.round() != round.number() || round.version() == null || seen.version() != round.version()) {
			throw Refused.conflict(
					"Version %d, which you answer on, is not what the round is on now: an objection has led to another version. Look at it, then answer on that one."
						.formatted(seen.version()));
		}
		if (round.isStopped()) {
			throw Refused.conflict(
					"An objection has stopped round %d: the secretariat amends the version, and you are asked again on the next."
						.formatted(round.number()));
		}
		if (round.isCalledOff()) {
			throw Refused.conflict("The secretariat has called round %d off: nothing more is expected of you."
				.formatted(round.number()));
		}
		if (round.isClosed() || !now.isBefore(round.closesAt())) {
			throw Refused.conflict("Round %d has closed: what you write now does not count. Write to the secretariat."
				.formatted(round.number()));
		}
		return round;
	}

	private static void check(@Nullable Answer answer, String text) {
		if (answer == null) {
			throw refused("answer", "Choose whether you agree, comment or object.");
		}
		if (answer != Answer.AGREE && text.isEmpty()) {
			throw refused("text", (answer == Answer.OBJECT) ? "Say what you object to." : "Write your comment.");
		}
		if (text.length() > LONGEST) {
			throw refused("text", "Shorten your text to %,d characters; it has %,d.".formatted(LONGEST, text.length()));
		}
	}

	private static Refused refused(String field, String what) {
		return Refused.invalid("Your answer is not recorded. " + what, List.of(new Problem(field, what)));
	}

	/**
	 * What somebody has seen when they answered.
	 *
	 * @param round which round
	 * @param version which sealed version
	 * @param answers how many answers of the member
	 */
	public record Seen(int round, int version, int answers) {
	}

}
