package org.asemeducation.stocktake.notification;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Stop mails": what waits to be sent about a closed cycle is cancelled; what is
 * being sent at this moment leaves.
 */
@Component("stopMails")
class StopMails implements JavaDelegate {

	private final UnsentMails mails;

	private final RuntimeService runtime;

	StopMails(UnsentMails mails, RuntimeService runtime) {
		this.mails = mails;
		this.runtime = runtime;
	}

	@Override
	public void execute(DelegateExecution execution) {
		List<String> instances = this.mails.cancel(new CycleName(execution.getProcessBusinessKey()));
		if (!instances.isEmpty()) {
			this.runtime.deleteProcessInstances(instances, "The cycle is closed", true, true);
		}
	}

}
