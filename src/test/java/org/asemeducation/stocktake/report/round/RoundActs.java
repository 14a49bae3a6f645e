package org.asemeducation.stocktake.report.round;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.comment.FormDraft;
import org.asemeducation.stocktake.report.round.RoundForm.Line;

/**
 * What people do in a comment round, for the process tests of other stages too.
 */
public class RoundActs {

	private final Rounds rounds;

	private final Speaking speaking;

	private final RoundComments comments;

	private final Answering answering;

	private final Troupe troupe;

	RoundActs(Rounds rounds, Speaking speaking, RoundComments comments, Answering answering, Troupe troupe) {
		this.rounds = rounds;
		this.speaking = speaking;
		this.comments = comments;
		this.answering = answering;
		this.troupe = troupe;
	}

	/**
	 * Adds a comment to what somebody says in the round under way.
	 * @param cycle the cycle
	 * @param who such as {@code reviewer}
	 * @param place the section's id
	 * @param paragraph which of it; 0 for the section as a whole
	 * @param text what they say
	 */
	public void say(CycleName cycle, String who, String place, int paragraph, String text) {
		Round round = this.rounds.underWay(cycle).orElseThrow();
		String user = this.troupe.user(who);
		FormDraft<RoundForm> written = this.speaking.by(round, user);
		List<Line> lines = new ArrayList<>(written.content().lines());
		lines.add(new Line("k" + lines.size(), place, paragraph, text, null));
		this.speaking.save(cycle, round.number(), written.version(), new RoundForm(lines), user);
	}

	/**
	 * Takes nothing of the round that waits for answers, and sends them.
	 * @param cycle the cycle
	 * @param because why
	 */
	public void answerAll(CycleName cycle, String because) {
		Round round = this.rounds.underWay(cycle).orElseThrow();
		String aes = this.troupe.user("aes");
		this.comments.of(round)
			.forEach((comment) -> this.answering.decide(cycle, round.number(), comment.id(), 0, Outcome.NOT_TAKEN,
					because, aes));
		this.answering.send(cycle, round.number(), aes);
	}

}
