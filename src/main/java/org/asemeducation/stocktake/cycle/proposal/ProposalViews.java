package org.asemeducation.stocktake.cycle.proposal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.proposal.MeetingChoices.Offered;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.PlanHistory;
import org.asemeducation.stocktake.plan.change.DecidedChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Shows a proposal to whoever may read it. Its proposer does not see what the reviewing
 * body says within itself, nor what others could choose.
 */
@Component
class ProposalViews {

	private static final Set<String> WITHIN = Set.of("commented", "passed", "day-moved");

	/** More initiatives are no help in a list to choose from. */
	private static final int MOST_OFFERED = 500;

	/** Names of parties that show how they are written. */
	private static final int EXAMPLES = 4;

	private final Steps steps;

	private final DecidingOnProposals deciding;

	private final DecidedChanges changes;

	private final PlanHistory plan;

	private final PlanChanges days;

	private final Register register;

	private final MeetingChoices meetings;

	ProposalViews(Steps steps, DecidingOnProposals deciding, DecidedChanges changes, PlanHistory plan, PlanChanges days,
			Register register, MeetingChoices meetings) {
		this.steps = steps;
		this.deciding = deciding;
		this.changes = changes;
		this.plan = plan;
		this.days = days;
		this.register = register;
		this.meetings = meetings;
	}

	/** For its proposer. */
	ProposalView own(Proposal proposal, @Nullable Boolean ofPlan) {
		ProposalView.@Nullable Saved draft = proposal.state().isWritten() ? saved(proposal) : null;
		return view(proposal, draft, kinds(ofPlan), true);
	}

	/** For an invited person who has written nothing yet. */
	ProposalView fresh(Invitation invitation) {
		return new ProposalView(0, "A proposal", invitation.name(), ProposalState.DRAFT.word(),
				ProposalState.DRAFT.words(), 0, null, new ProposalView.Saved(0, ProposedContent.EMPTY, null, null),
				null, null, null, List.of(), choices(kinds(invitation.isOfPlan()), true));
	}

	/** For the secretariat and the reviewing body. */
	ProposalView whole(Proposal proposal) {
		return view(proposal, null, kinds(null), false);
	}

	static ProposalView.Saved saved(Proposal proposal) {
		return new ProposalView.Saved(proposal.version(), proposal.draft(), proposal.savedAt(), null);
	}

	/** What was done, for its proposer or for all others. */
	List<Step> history(Proposal proposal, boolean own) {
		return this.steps.of(proposal.id())
			.stream()
			.filter((step) -> !own || !step.what().equals("commented"))
			.map((step) -> (own && WITHIN.contains(step.what()))
					? new Step(step.what(), step.advice(), null, step.meeting(), step.day(), step.at(), step.by())
					: step)
			.toList();
	}

	private ProposalView view(Proposal proposal, ProposalView.@Nullable Saved draft, Map<String, String> kinds,
			boolean own) {
		List<Step> history = history(proposal, own);
		String asked = (proposal.state() == ProposalState.ASKED_BACK && !history.isEmpty())
				? history.get(history.size() - 1).words() : null;
		return new ProposalView(proposal.id(), proposal.title(), proposal.from(), proposal.state().word(),
				proposal.state().words(), proposal.number(), (proposal.number() > 0) ? proposal.sent() : null, draft,
				asked, proposal.adviceDue(), this.deciding.expectedAt(proposal.id()).orElse(null),
				history.stream()
					.map((step) -> new ProposalView.Done(step.at(), step.by(), step.inWords(), step.words()))
					.toList(),
				choices(kinds, own));
	}

	private ProposalView.Choices choices(Map<String, String> kinds, boolean own) {
		Map<Integer, String> actions = this.changes.actions();
		Map<Integer, String> next = new TreeMap<>();
		if (!own) {
			actions.keySet().forEach((action) -> next.put(action, this.changes.nextId(action)));
		}
		return new ProposalView.Choices(kinds,
				this.plan.offered(this.days.today(), MOST_OFFERED)
					.stream()
					.map((row) -> "%s %s".formatted(row.id(), row.initiative().title()))
					.toList(),
				actions, next, this.register.names(EXAMPLES),
				own ? List.of() : this.meetings.all().stream().map(Offered::label).toList());
	}

	private static Map<String, String> kinds(@Nullable Boolean ofPlan) {
		Map<String, String> kinds = new LinkedHashMap<>();
		Arrays.stream(ProposalKind.values())
			.filter((kind) -> ofPlan == null || kind.isOfPlan() == ofPlan)
			.forEach((kind) -> kinds.put(kind.word(), kind.title()));
		return kinds;
	}

}
