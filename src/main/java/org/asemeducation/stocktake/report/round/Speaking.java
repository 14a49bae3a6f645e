package org.asemeducation.stocktake.report.round;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.comment.FormDraft;
import org.asemeducation.stocktake.report.comment.FormDrafts;
import org.asemeducation.stocktake.report.document.Passages;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people say in a round: each keeps what they write, changes and withdraws it until
 * the round closes; then it is read once and stays.
 */
@Component
class Speaking {

	private final Cycles cycles;

	private final Rounds rounds;

	private final RoundComments comments;

	private final ReadDrafts drafts;

	private final FormDrafts forms;

	private final Audit audit;

	private final Clock clock;

	Speaking(Cycles cycles, Rounds rounds, RoundComments comments, ReadDrafts drafts, FormDrafts forms, Audit audit,
			Clock clock) {
		this.cycles = cycles;
		this.rounds = rounds;
		this.comments = comments;
		this.drafts = drafts;
		this.forms = forms;
		this.audit = audit;
		this.clock = clock;
	}

	FormDraft<RoundForm> by(Round round, String person) {
		return this.forms.of(round.cycle(), round.form() + person, RoundForm.EMPTY);
	}

	/** What everybody has written so far. */
	List<FormDraft<RoundForm>> all(Round round) {
		return this.forms.all(round.cycle(), round.form(), RoundForm.EMPTY);
	}

	/**
	 * Saves what somebody says over the version they have seen.
	 * @param cycle the cycle
	 * @param number the round's
	 * @param seen the version that was written on; 0 when there was none
	 * @param form all of their comments
	 * @param by the user id; the caller knows that they are asked
	 * @return as saved
	 * @throws Refused when the round is not open, or it was saved elsewhere meanwhile
	 */
	@Transactional
	FormDraft<RoundForm> save(CycleName cycle, int number, long seen, RoundForm form, String by) {
		this.cycles.lock(cycle);
		Round round = this.rounds.get(cycle, number);
		if (!round.isOpen(this.clock.instant())) {
			throw Refused.conflict(round.hasBegun(this.clock.instant())
					? "Round %d on %s closed with %s: nothing can be said in it any more. Write to the secretariat about what still matters."
						.formatted(number, cycle, round.closes())
					: "Round %d on %s opens on %s: nothing can be said in it before.".formatted(number, cycle,
							round.opens()));
		}
		List<Problem> problems = form.problems(this.drafts.of(round).passages());
		if (!problems.isEmpty()) {
			throw Refused.invalid("Your comments are not saved: " + problems.get(0).message(), problems);
		}
		if (!this.forms.save(cycle, round.form() + by, seen, form, by)) {
			throw Refused.conflict("Your comments have been saved in another window since you opened them here. "
					+ "Your text is not lost: copy what you want to keep, then load the newer version.");
		}
		return by(round, by);
	}

	/**
	 * The round is over: what was said stays as it is. Done once.
	 * @param cycle the cycle
	 * @return whether anything was said
	 */
	@Transactional
	boolean read(CycleName cycle) {
		this.cycles.lock(cycle);
		Round round = this.rounds.underWay(cycle).orElseThrow();
		keep(round);
		int said = this.comments.of(round).size();
		this.rounds.read(round, said > 0);
		this.audit.record("stocktake", "close comment round", cycle.value(), null,
				"round %d: %d comments".formatted(round.number(), said));
		return said > 0;
	}

	/**
	 * What has been said so far stays as it is. The caller ends the round.
	 * @param round which
	 */
	void keep(Round round) {
		Passages passages = this.drafts.of(round).passages();
		List<Said> said = all(round).stream()
			.flatMap((form) -> form.content().said(passages).stream().map((line) -> new Said(form, line)))
			.sorted(Comparator
				.comparingInt((one) -> passages.all().indexOf(one.line().passage(passages).orElseThrow())))
			.toList();
		said.forEach((one) -> this.comments.add(round, one.line(), passages,
				Objects.requireNonNull(one.form().savedAt()), Objects.requireNonNull(one.form().savedBy())));
	}

	/**
	 * What was read stays; everybody writes anew beside it. The caller opens the round
	 * again.
	 * @param round which
	 */
	void startAnew(Round round) {
		all(round).stream().filter((form) -> !form.content().lines().isEmpty()).forEach((form) -> {
			String by = Objects.requireNonNull(form.savedBy());
			this.forms.save(round.cycle(), round.form() + by, form.version(), RoundForm.EMPTY, by);
		});
	}

	private record Said(FormDraft<RoundForm> form, RoundForm.Line line) {
	}

}
