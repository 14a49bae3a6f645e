package org.asemeducation.stocktake.cycle.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.access.SittingReviewers;
import org.asemeducation.stocktake.cycle.proposal.ProposalNews.What;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.change.Days;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat checks a proposal, and the reviewing body advises on it.
 */
@Component
@Transactional
class CheckingProposals {

	static final int LONGEST = 4_000;

	private final Proposals proposals;

	private final Steps steps;

	private final PlanChanges plan;

	private final SittingReviewers sitting;

	private final ProposalProcess process;

	private final ApplicationEventPublisher events;

	CheckingProposals(Proposals proposals, Steps steps, PlanChanges plan, SittingReviewers sitting,
			ProposalProcess process, ApplicationEventPublisher events) {
		this.proposals = proposals;
		this.steps = steps;
		this.plan = plan;
		this.sitting = sitting;
		this.process = process;
		this.events = events;
	}

	/**
	 * Puts it to the reviewing body.
	 * @param id which proposal
	 * @param number of the text that was read
	 * @param due the last day for the advice, of UTC, such as {@code 2026-05-01}
	 * @param words for the reviewing body; may be empty
	 * @param by the user id
	 * @throws Refused when it does not wait to be checked, or the day is none to come
	 */
	void pass(long id, int number, @Nullable String due, @Nullable String words, String by) {
		Proposal proposal = waiting(id, ProposalState.PROPOSED, number);
		LocalDate day = day(due);
		String said = optional(words);
		this.proposals.adviceAsked(id, day);
		this.process.checked(proposal, by);
		this.steps.add(proposal, "passed", said, by);
		this.events.publishEvent(new ProposalNews(id, What.ADVICE_ASKED, said));
	}

	/**
	 * Asks the proposer to correct it.
	 * @param id which proposal
	 * @param number of the text that was read
	 * @param words what to correct
	 * @param by the user id
	 * @throws Refused when it does not wait to be checked, or nothing is said
	 */
	void askBack(long id, int number, @Nullable String words, String by) {
		over(id, number, ProposalState.ASKED_BACK, "asked-back", What.ASKED_BACK,
				required(words, "words", "Say what the proposer should correct"), by);
	}

	/**
	 * Does not take it up.
	 * @param id which proposal
	 * @param number of the text that was read
	 * @param words why
	 * @param by the user id
	 * @throws Refused when it does not wait to be checked, or nothing is said
	 */
	void decline(long id, int number, @Nullable String words, String by) {
		over(id, number, ProposalState.DECLINED, "declined", What.DECLINED,
				required(words, "words", "Tell the proposer why"), by);
	}

	private void over(long id, int number, ProposalState state, String what, What news, String words, String by) {
		Proposal proposal = waiting(id, ProposalState.PROPOSED, number);
		this.proposals.stands(id, state);
		this.process.checked(proposal, by);
		this.steps.add(proposal, what, words, by);
		this.events.publishEvent(new ProposalNews(id, news, words));
	}

	/**
	 * A member of the reviewing body says something.
	 * @param id which proposal
	 * @param words what
	 * @param by the user id
	 * @throws Refused when no advice is asked for, nothing is said, or their term is over
	 */
	void comment(long id, @Nullable String words, String by) {
		requireSeat(by);
		Proposal proposal = waiting(id, ProposalState.ADVISING, null);
		this.steps.add(proposal, "commented", required(words, "words", "Write your comment"), by);
	}

	/**
	 * Records the advice of the reviewing body; there is one.
	 * @param id which proposal
	 * @param advice a word of {@link Advice}
	 * @param words the reasons
	 * @param by the user id
	 * @throws Refused when no advice is asked for, something is missing, or their term is
	 * over
	 */
	void advise(long id, @Nullable String advice, @Nullable String words, String by) {
		requireSeat(by);
		Proposal proposal = waiting(id, ProposalState.ADVISING, null);
		Advice given = Advice.of(advice)
			.orElseThrow(() -> problem("advice", "Choose what the Standing Working Group advises."));
		String reasons = required(words, "words", "Give the reasons");
		this.proposals.stands(id, ProposalState.DECIDING);
		this.process.advised(proposal, by);
		this.steps.advised(proposal, given, reasons, by);
		this.events.publishEvent(new ProposalNews(id, What.ADVISED, reasons));
	}

	/**
	 * Gives the reviewing body another day for its advice; the task and the reminders go
	 * along.
	 * @param id which proposal
	 * @param due the last day, of UTC, such as {@code 2026-05-01}
	 * @param reason why
	 * @param by the user id
	 * @throws Refused when no advice is waited for, the day is none to come or the same,
	 * or no reason is given
	 */
	void moveAdviceDay(long id, @Nullable String due, @Nullable String reason, String by) {
		Proposal proposal = waiting(id, ProposalState.ADVISING, null);
		LocalDate day = day(due);
		LocalDate before = Objects.requireNonNull(proposal.adviceDue());
		if (day.equals(before)) {
			throw problem("due", "The advice is due on %s already: choose another day.".formatted(Days.inWords(day)));
		}
		String because = required(reason, "words", "Say why the day moves");
		this.proposals.adviceDue(id, day);
		this.process.adviceDayMoved(proposal);
		String said = "From %s to %s.\n\n%s".formatted(Days.inWords(before), Days.inWords(day), because);
		this.steps.add(proposal, "day-moved", said, by);
		this.events.publishEvent(new ProposalNews(id, What.ADVICE_DAY_MOVED, said));
	}

	private void requireSeat(String by) {
		if (!this.sitting.sits(by, this.plan.today())) {
			throw Refused.notAllowed(
					"You do not sit in the reviewing body today: your term is over or has not begun. Ask the secretariat if that is wrong.");
		}
	}

	private Proposal waiting(long id, ProposalState state, @Nullable Integer number) {
		Proposal proposal = this.proposals.lock(id);
		if (proposal.state() != state || (number != null && number != proposal.number())) {
			throw Refused.conflict("“%s” is %s%s: load it again.".formatted(proposal.title(), proposal.state().words(),
					(proposal.state() == state) ? ", and was sent anew" : ""));
		}
		return proposal;
	}

	private LocalDate day(@Nullable String due) {
		LocalDate day;
		try {
			day = Days.read(due);
		}
		catch (IllegalArgumentException ex) {
			throw problem("due", String.valueOf(ex.getMessage()));
		}
		LocalDate today = this.plan.today();
		if (day.isBefore(today) || day.isAfter(today.plusYears(1))) {
			throw problem("due", "Give the Standing Working Group a day from today on, within a year.");
		}
		return day;
	}

	static String required(@Nullable String words, String field, String sentence) {
		String said = SendingCheck.word(words);
		if (said.isEmpty() || said.length() > LONGEST) {
			throw problem(field, "%s, in at most %,d characters.".formatted(sentence, LONGEST));
		}
		return said;
	}

	private static @Nullable String optional(@Nullable String words) {
		return SendingCheck.word(words).isEmpty() ? null : required(words, "words", "Write to the reviewing body");
	}

	static Refused problem(String field, String sentence) {
		return Refused.invalid("Nothing is recorded yet.", List.of(new Problem(field, sentence)));
	}

}
