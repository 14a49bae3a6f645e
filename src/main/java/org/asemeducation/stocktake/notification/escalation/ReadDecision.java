package org.asemeducation.stocktake.notification.escalation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Read decision".
 */
@Component("readDecision")
class ReadDecision implements JavaDelegate {

	private final Escalations escalations;

	ReadDecision(Escalations escalations) {
		this.escalations = escalations;
	}

	@Override
	public void execute(DelegateExecution execution) {
		EscalateProcess.answer(execution,
				this.escalations.find(EscalateProcess.key(execution)).filter(Escalation::isMailed).isPresent());
	}

}
