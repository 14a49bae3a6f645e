package org.asemeducation.stocktake.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Audit act": what the secretariat did by an entry under "Start process" stands in
 * the audit, whatever the stage that did it wrote there besides.
 */
@Component("auditAct")
class AuditAct implements JavaDelegate {

	private final DeskActs acts;

	AuditAct(DeskActs acts) {
		this.acts = acts;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.acts.audit(execution.getProcessBusinessKey());
	}

}
