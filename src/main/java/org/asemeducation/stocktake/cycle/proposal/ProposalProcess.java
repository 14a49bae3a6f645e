package org.asemeducation.stocktake.cycle.proposal;

import java.util.Set;

import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.MessageSender;
import org.asemeducation.stocktake.engine.TaskFaces;
import org.asemeducation.stocktake.engine.Tasks;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * What {@code proposal.bpmn} is started with, hears from us and holds for us; alone talks
 * to the engine for it. The caller holds the proposal's row.
 */
@Component
class ProposalProcess implements MessageSender {

	static final String CHECK = "userTask_checkProposal";

	static final String ADVISE = "userTask_giveAdvice";

	static final String RECORD = "userTask_recordMeetingDecision";

	private static final String KEY = "proposal";

	private static final String CORRECTED = "ProposalCorrected";

	private static final String WITHDRAWN = "ProposalWithdrawn";

	private final RuntimeService runtime;

	private final Tasks tasks;

	private final AsNobody asNobody;

	private final TaskFaces faces;

	ProposalProcess(RuntimeService runtime, Tasks tasks, TaskFaces faces, AsNobody asNobody) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.faces = faces;
		this.asNobody = asNobody;
	}

	@Override
	public Set<String> messages() {
		return Set.of(CORRECTED, WITHDRAWN);
	}

	void sent(Proposal proposal) {
		this.asNobody.call(() -> this.runtime.startProcessInstanceByKey(KEY, proposal.key().toString()));
	}

	void corrected(Proposal proposal) {
		tell(CORRECTED, proposal);
	}

	void withdrawn(Proposal proposal) {
		tell(WITHDRAWN, proposal);
	}

	void checked(Proposal proposal, String by) {
		this.tasks.complete(proposal.key(), CHECK, by);
	}

	/** Its task is due on the day that it has now. */
	void adviceDayMoved(Proposal proposal) {
		this.faces.renewAbout(proposal.key());
	}

	void advised(Proposal proposal, String by) {
		this.tasks.complete(proposal.key(), ADVISE, by);
	}

	void decided(Proposal proposal, String by) {
		this.tasks.complete(proposal.key(), RECORD, by);
	}

	private void tell(String message, Proposal proposal) {
		this.asNobody.call(() -> this.runtime.createMessageCorrelation(message)
			.processInstanceBusinessKey(proposal.key().toString())
			.correlateAllWithResult());
	}

	static void checkedAs(DelegateExecution execution, ProposalState state) {
		execution.setVariable("askedBack", state == ProposalState.ASKED_BACK);
		execution.setVariable("notTakenUp", state == ProposalState.DECLINED);
	}

	static void decidedAs(DelegateExecution execution, ProposalState state) {
		execution.setVariable("decidedFor", state == ProposalState.DECIDED);
		execution.setVariable("decidedAgainst", state == ProposalState.DECLINED);
	}

}
