package org.asemeducation.stocktake.cycle.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.proposal.MeetingChoices.Offered;
import org.asemeducation.stocktake.cycle.proposal.ProposalNews.What;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.change.Days;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat records what a meeting decided about a proposal. What was decided for
 * is done in the same transaction, so nothing is decided that cannot be in force.
 */
@Component
class DecidingOnProposals {

	private final Proposals proposals;

	private final Steps steps;

	private final MeetingChoices meetings;

	private final PuttingInForce inForce;

	private final PlanChanges plan;

	private final ProposalProcess process;

	private final ApplicationEventPublisher events;

	DecidingOnProposals(Proposals proposals, Steps steps, MeetingChoices meetings, PuttingInForce inForce,
			PlanChanges plan, ProposalProcess process, ApplicationEventPublisher events) {
		this.proposals = proposals;
		this.steps = steps;
		this.meetings = meetings;
		this.inForce = inForce;
		this.plan = plan;
		this.process = process;
		this.events = events;
	}

	/**
	 * Records it.
	 * @param id which proposal
	 * @param said what the meeting said
	 * @param by the user id
	 * @throws Refused when no decision is waited for, something is missing, or the plan
	 * or the register cannot take what was decided; nothing is recorded then
	 */
	@Transactional
	void record(long id, MeetingSaid said, String by) {
		Proposal proposal = this.proposals.lock(id);
		if (proposal.state() != ProposalState.DECIDING) {
			throw Refused.conflict("“%s” is %s: load it again.".formatted(proposal.title(), proposal.state().words()));
		}
		Offered meeting = this.meetings.named(said.meeting())
			.orElseThrow(() -> CheckingProposals.problem("meeting", "Choose the meeting."));
		switch (SendingCheck.word(said.outcome())) {
			case "decided" -> decided(proposal, said, meeting, by);
			case "turned-down" -> turnedDown(proposal, said, meeting, by);
			case "postponed" -> postponed(proposal, said, meeting, by);
			default -> throw CheckingProposals.problem("outcome", "Choose what the meeting decided.");
		}
	}

	private void decided(Proposal proposal, MeetingSaid said, Offered meeting, String by) {
		LocalDate day = day(said, meeting);
		String words = CheckingProposals.required(said.words(), "words", "Say what the meeting decided");
		String means = this.inForce.put(proposal, said, meeting.label(), by);
		this.process.decided(proposal, by);
		this.steps.meeting(proposal, "decided", meeting.choice(), day, "%s\n\n%s".formatted(words, means), by);
		this.events.publishEvent(new ProposalNews(proposal.id(), What.DECIDED, "%s\n\n%s".formatted(words, means)));
	}

	private void turnedDown(Proposal proposal, MeetingSaid said, Offered meeting, String by) {
		LocalDate day = day(said, meeting);
		String words = CheckingProposals.required(said.words(), "words", "Say why the meeting declined it");
		this.proposals.stands(proposal.id(), ProposalState.DECLINED);
		this.process.decided(proposal, by);
		this.steps.meeting(proposal, "turned-down", meeting.choice(), day, words, by);
		this.events.publishEvent(new ProposalNews(proposal.id(), What.TURNED_DOWN, words));
	}

	private void postponed(Proposal proposal, MeetingSaid said, Offered meeting, String by) {
		if (meeting.over()) {
			throw CheckingProposals.problem("meeting",
					"%s is recorded: put the proposal off to a meeting that is still to come."
						.formatted(meeting.label()));
		}
		String words = CheckingProposals.required(said.words(), "words", "Say why it is put off");
		this.proposals.stands(proposal.id(), ProposalState.PUT_OFF);
		this.process.decided(proposal, by);
		this.proposals.stands(proposal.id(), ProposalState.DECIDING);
		this.steps.meeting(proposal, "postponed", meeting.choice(), null, words, by);
		this.events.publishEvent(new ProposalNews(proposal.id(), What.POSTPONED, words));
	}

	/** A meeting that decides has begun; it may last some days. */
	private LocalDate day(MeetingSaid said, Offered meeting) {
		LocalDate day = read(said.day(), "day");
		LocalDate held = meeting.heldOn();
		if (day.isAfter(this.plan.today())) {
			throw CheckingProposals.problem("day",
					"%s is still to come: record the decision once it is made.".formatted(Days.inWords(day)));
		}
		if (held != null && day.isBefore(held)) {
			throw CheckingProposals.problem("day",
					"%s was held on %s: write that day or a later one.".formatted(meeting.label(), Days.inWords(held)));
		}
		return day;
	}

	static LocalDate read(@Nullable String day, String field) {
		try {
			return Days.read(day);
		}
		catch (IllegalArgumentException ex) {
			throw CheckingProposals.problem(field, String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * The meeting to which a proposal was put off last.
	 * @param proposal its number
	 * @return such as {@code SOM1 (ASEMME9)}
	 */
	@Transactional(readOnly = true)
	Optional<String> expectedAt(long proposal) {
		List<String> put = this.steps.of(proposal)
			.stream()
			.filter((step) -> "postponed".equals(step.what()))
			.map(Step::meeting)
			.toList();
		return put.isEmpty() ? Optional.empty() : Optional.ofNullable(put.get(put.size() - 1));
	}

}
