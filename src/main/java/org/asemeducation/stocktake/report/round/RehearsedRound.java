package org.asemeducation.stocktake.report.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.comment.FormDraft;
import org.asemeducation.stocktake.report.round.RoundForm.Line;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What people do in a comment round of a rehearsal, by the same acts as on the pages.
 */
@Component
public class RehearsedRound {

	private final Rounds rounds;

	private final Speaking speaking;

	private final RoundComments comments;

	private final Decisions decisions;

	private final Answering answering;

	RehearsedRound(Rounds rounds, Speaking speaking, RoundComments comments, Decisions decisions, Answering answering) {
		this.rounds = rounds;
		this.speaking = speaking;
		this.comments = comments;
		this.decisions = decisions;
		this.answering = answering;
	}

	/**
	 * Whether a round is open, or waits for answers.
	 * @param cycle the cycle
	 * @return true from its opening to its answers
	 */
	public boolean isUnderWay(CycleName cycle) {
		return this.rounds.underWay(cycle).isPresent();
	}

	/**
	 * Which round is under way.
	 * @param cycle the cycle
	 * @return its number
	 * @throws Refused when none is
	 */
	public int number(CycleName cycle) {
		return underWay(cycle).number();
	}

	/**
	 * Adds a comment to what somebody says.
	 * @param cycle the cycle
	 * @param said the comment
	 * @param by the user id
	 * @throws Refused when no round is open, or they are not asked in it
	 */
	public void say(CycleName cycle, Remark said, String by) {
		Round round = underWay(cycle);
		if (!this.rounds.asks(round, by)) {
			throw Refused.notAllowed("Whoever comments is not asked in round %d: it is for %s."
				.formatted(round.number(), round.audience().words()));
		}
		FormDraft<RoundForm> written = this.speaking.by(round, by);
		List<Line> lines = new ArrayList<>(written.content().lines());
		lines.add(new Line("r" + (lines.size() + 1), said.place(), said.paragraph(), said.text(), said.wording()));
		this.speaking.save(cycle, round.number(), written.version(), new RoundForm(lines), by);
	}

	/**
	 * Decides on a comment of the round that waits for answers.
	 * @param cycle the cycle
	 * @param position which, from 1, in the order of the draft
	 * @param decision {@code taken}, {@code partly} or {@code not-taken}
	 * @param because why; {@code null} for no reason
	 * @param takesOver whether the suggested words are printed
	 * @param by the user id
	 * @throws Refused when there is no such comment
	 */
	public void decide(CycleName cycle, int position, String decision, @Nullable String because, boolean takesOver,
			String by) {
		Round round = underWay(cycle);
		List<RoundComment> all = this.comments.of(round);
		if (position < 1 || position > all.size()) {
			throw Refused.notFound("Round %d has %d comments that wait for answers, and none is number %d."
				.formatted(round.number(), all.size(), position));
		}
		long id = all.get(position - 1).id();
		if (takesOver) {
			this.answering.takeOver(cycle, round.number(), id, version(cycle, id), by);
		}
		this.answering.decide(cycle, round.number(), id, version(cycle, id), Outcome.of(decision), because, by);
	}

	/**
	 * Takes whatever is not decided on, and sends all answers.
	 * @param cycle the cycle
	 * @param by the user id
	 */
	public void answer(CycleName cycle, String by) {
		Round round = underWay(cycle);
		Map<Long, Decided> decided = this.decisions.of(cycle);
		this.comments.of(round)
			.stream()
			.filter((comment) -> decided.getOrDefault(comment.id(), Decided.NOT_YET).decision() == null)
			.forEach((comment) -> this.answering.decide(cycle, round.number(), comment.id(),
					version(cycle, comment.id()), Outcome.TAKEN, null, by));
		this.answering.send(cycle, round.number(), by);
	}

	private long version(CycleName cycle, long comment) {
		return this.decisions.of(cycle).getOrDefault(comment, Decided.NOT_YET).version();
	}

	private Round underWay(CycleName cycle) {
		return this.rounds.underWay(cycle)
			.orElseThrow(() -> Refused.conflict("No draft of the report of %s is going round.".formatted(cycle)));
	}

	/**
	 * A comment.
	 *
	 * @param place the section's id, such as {@code A01-I02-progress}
	 * @param paragraph which of it; 0 for the section as a whole
	 * @param text what is said about it
	 * @param wording other words for it; {@code null} for none
	 */
	public record Remark(String place, int paragraph, String text, @Nullable String wording) {
	}

}
