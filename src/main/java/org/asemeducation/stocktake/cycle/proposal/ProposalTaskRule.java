package org.asemeducation.stocktake.cycle.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What is said about the tasks of a proposal: the advice is due on the day that the
 * secretariat has set.
 */
@Component
class ProposalTaskRule implements TaskRule {

	private final Proposals proposals;

	ProposalTaskRule(Proposals proposals) {
		this.proposals = proposals;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(ProposalProcess.CHECK, ProposalProcess.ADVISE, ProposalProcess.RECORD);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		return proposal(about).map((it) -> new Face("%s: %s".formatted(label, it.title()), due(task, it)))
			.orElseGet(() -> new Face(label, null));
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		ProposalState waiting = switch (task) {
			case ProposalProcess.CHECK -> ProposalState.PROPOSED;
			case ProposalProcess.ADVISE -> ProposalState.ADVISING;
			default -> ProposalState.DECIDING;
		};
		boolean saved = proposal(about).map(Proposal::state).filter((state) -> state != waiting).isPresent();
		return saved ? Optional.empty() : Optional.of("Use the form of this task: nothing is said about it yet.");
	}

	private static @Nullable Instant due(String task, Proposal proposal) {
		LocalDate day = proposal.adviceDue();
		return (ProposalProcess.ADVISE.equals(task) && day != null)
				? day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant() : null;
	}

	private Optional<Proposal> proposal(BusinessKey about) {
		return this.proposals.find(Proposal.number(about));
	}

}
