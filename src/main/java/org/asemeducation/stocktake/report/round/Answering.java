package org.asemeducation.stocktake.report.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.Edit;
import org.asemeducation.stocktake.report.Edits;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.Rewording;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat decides on each comment of a round, prints suggested words, and sends
 * all answers at once.
 */
@Component
class Answering {

	private static final int LONGEST = 5_000;

	private final Cycles cycles;

	private final Rounds rounds;

	private final RoundComments comments;

	private final Decisions decisions;

	private final Rewording rewording;

	private final Edits edits;

	private final Reports reports;

	private final RoundProcess process;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	Answering(Cycles cycles, Rounds rounds, RoundComments comments, Decisions decisions, Rewording rewording,
			Edits edits, Reports reports, RoundProcess process, ApplicationEventPublisher events, Audit audit) {
		this.cycles = cycles;
		this.rounds = rounds;
		this.comments = comments;
		this.decisions = decisions;
		this.rewording = rewording;
		this.edits = edits;
		this.reports = reports;
		this.process = process;
		this.events = events;
		this.audit = audit;
	}

	/**
	 * Saves what becomes of a comment over the version its writer has seen; a reason may
	 * still be missing.
	 * @param cycle the cycle
	 * @param number the round's
	 * @param id the comment's
	 * @param seen the version that was written on; 0 when there was none
	 * @param decision {@code null} while none is made
	 * @param reason for its author; {@code null} for none
	 * @param by the user id
	 * @return as saved
	 * @throws Refused when somebody else has decided meanwhile, or answers are sent
	 */
	@Transactional
	Decided decide(CycleName cycle, int number, long id, long seen, @Nullable Outcome decision, @Nullable String reason,
			String by) {
		RoundComment comment = open(cycle, number, id);
		String said = (reason != null) ? reason.strip() : "";
		if (said.length() > LONGEST) {
			throw Refused.invalid("The decision is not saved: the reason is too long.", List.of(new Problem("reason",
					"Shorten it to %,d characters; it has %,d.".formatted(LONGEST, said.length()))));
		}
		if (decision == Outcome.NOT_TAKEN && isPrinted(cycle, id)) {
			throw Refused.conflict(
					"The suggested words of this comment are printed: take them back before you say that it is not taken.");
		}
		return save(cycle, comment, seen, decision, said, by);
	}

	/**
	 * Prints the suggested words in place of the paragraph, and says that the comment is
	 * taken.
	 * @param cycle the cycle
	 * @param number the round's
	 * @param id the comment's
	 * @param seen the version of the decision that was seen
	 * @param by the user id
	 * @return the decision as saved
	 * @throws Refused when the paragraph says something else by now, or nothing is
	 * suggested
	 */
	@Transactional
	Decided takeOver(CycleName cycle, int number, long id, long seen, String by) {
		RoundComment comment = open(cycle, number, id);
		if (comment.wording() == null) {
			throw Refused.conflict("This comment suggests no other words: change the text by hand.");
		}
		if (isPrinted(cycle, id)) {
			throw Refused.conflict("The suggested words of this comment are printed already.");
		}
		this.rewording.take(cycle, comment.place(), comment.said(), comment.wording(), id, by);
		this.audit.record(by, "take over suggested words", cycle + "/" + comment.place(), comment.said(),
				comment.wording());
		Decided before = this.decisions.of(cycle).getOrDefault(id, Decided.NOT_YET);
		return save(cycle, comment, seen, Outcome.TAKEN, before.reason(), by);
	}

	/**
	 * Prints the paragraph as it was.
	 * @param cycle the cycle
	 * @param number the round's
	 * @param id the comment's
	 * @param by the user id
	 * @throws Refused when none of its words are printed
	 */
	@Transactional
	void takeBack(CycleName cycle, int number, long id, String by) {
		RoundComment comment = open(cycle, number, id);
		this.rewording.undo(cycle, id, by);
		this.audit.record(by, "take suggested words back", cycle + "/" + comment.place(), comment.wording(),
				comment.said());
	}

	/**
	 * Sends all answers and ends the round: each author gets one mail, and the draft is
	 * compiled with what was taken over.
	 * @param cycle the cycle
	 * @param number the round's
	 * @param by the user id
	 * @throws Refused while a comment has no decision, or a decision lacks its reason
	 */
	@Transactional
	void send(CycleName cycle, int number, String by) {
		this.cycles.lock(cycle);
		Round round = toAnswer(cycle, number);
		List<RoundComment> all = this.comments.of(round);
		Map<Long, Decided> decided = this.decisions.of(cycle);
		List<Problem> problems = missing(all, decided);
		if (!problems.isEmpty()) {
			throw Refused.invalid("The answers are not sent yet: %d %s to complete.".formatted(problems.size(),
					(problems.size() == 1) ? "comment is" : "comments are"), problems);
		}
		this.rounds.answered(round, by);
		this.reports.compile(cycle);
		this.process.answered(cycle, by);
		this.events.publishEvent(new CommentsAnswered(cycle, number));
		this.audit.record(by, "send answers", cycle.value(), null,
				"round %d: %s".formatted(number,
						all.stream()
							.collect(Collectors.groupingBy((comment) -> decided.get(comment.id()).words(), TreeMap::new,
									Collectors.counting()))));
	}

	private static List<Problem> missing(List<RoundComment> all, Map<Long, Decided> decided) {
		List<Problem> problems = new ArrayList<>();
		for (int index = 0; index < all.size(); index++) {
			Decided one = decided.getOrDefault(all.get(index).id(), Decided.NOT_YET);
			if (one.decision() == null) {
				problems.add(new Problem("comments.%d.decision".formatted(all.get(index).id()),
						"Say what becomes of comment %d.".formatted(index + 1)));
			}
			else if (!one.isComplete()) {
				problems.add(new Problem("comments.%d.reason".formatted(all.get(index).id()),
						"Say why comment %d is not taken, or only partly: its author reads it.".formatted(index + 1)));
			}
		}
		return problems;
	}

	private RoundComment open(CycleName cycle, int number, long id) {
		this.cycles.lock(cycle);
		return this.comments.get(toAnswer(cycle, number), id);
	}

	private Round toAnswer(CycleName cycle, int number) {
		Round round = this.rounds.get(cycle, number);
		if (round.readAt() == null) {
			throw Refused
				.conflict("Round %d on %s is not over: its comments may still change.".formatted(number, cycle));
		}
		if (round.answeredAt() != null) {
			throw Refused
				.conflict("The answers of round %d on %s are sent: they stay as they are.".formatted(number, cycle));
		}
		return round;
	}

	private Decided save(CycleName cycle, RoundComment comment, long seen, @Nullable Outcome decision, String reason,
			String by) {
		if (!this.decisions.save(comment.id(), seen, decision, reason, by)) {
			throw Refused.conflict("Somebody else has decided on this comment since you opened it. "
					+ "Nothing of yours is lost: read what they say, then choose what holds.");
		}
		return Objects.requireNonNull(this.decisions.of(cycle).get(comment.id()));
	}

	private boolean isPrinted(CycleName cycle, long comment) {
		return this.edits.all(cycle)
			.stream()
			.filter((edit) -> edit.undoneAt() == null)
			.map(Edit::comment)
			.anyMatch((id) -> id != null && id == comment);
	}

}
