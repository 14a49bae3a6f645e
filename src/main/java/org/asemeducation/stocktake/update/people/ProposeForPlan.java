package org.asemeducation.stocktake.update.people;

import java.util.List;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.Revisions;
import org.asemeducation.stocktake.update.UpdateAccepted;
import org.asemeducation.stocktake.update.UpdateForm;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes of an accepted answer, and of what an accepted update says against the plan's own
 * row, a proposal for the plan, and lets the AES say what became of it.
 */
@Component
class ProposeForPlan {

	private static final int LONGEST = 500;

	private final Revisions revisions;

	private final PlanProposals proposals;

	private final Audit audit;

	ProposeForPlan(Revisions revisions, PlanProposals proposals, Audit audit) {
		this.revisions = revisions;
		this.proposals = proposals;
		this.audit = audit;
	}

	@EventListener
	@Transactional
	void on(UpdateAccepted accepted) {
		this.revisions.latest(accepted.key()).ifPresent((revision) -> {
			if (UpdateForm.isAnswer(revision.content())) {
				this.proposals.accepted(revision);
			}
			else if (!revision.content().path("planChanges").asText().isBlank()) {
				this.proposals.corrected(revision);
			}
		});
	}

	/**
	 * The AES has done with a proposal.
	 * @param id which
	 * @param as what was done about it
	 * @param by the user id
	 * @throws Refused when there is none that waits, or nothing is said
	 */
	@Transactional
	void settle(long id, @Nullable String as, String by) {
		PlanProposal proposal = this.proposals.find(id)
			.orElseThrow(() -> Refused.notFound("There is no proposal %d.".formatted(id)));
		if (as == null || as.isBlank() || as.length() > LONGEST) {
			throw Refused.invalid("Nothing is settled yet.", List.of(new Problem("as",
					"Say in at most %d characters what was done, or why nothing was.".formatted(LONGEST))));
		}
		if (!this.proposals.settle(id, as.strip(), by)) {
			throw Refused.conflict("This proposal is settled already: somebody was faster.");
		}
		this.audit.record(by, "settle proposal for the plan",
				"%s/%s".formatted(proposal.cycle(), proposal.initiative()), proposal.inWords(), as.strip());
	}

}
