package org.asemeducation.stocktake.endorsement;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Publish report".
 */
@Component("publishReport")
class PublishReport implements JavaDelegate {

	private final Publication publication;

	PublishReport(Publication publication) {
		this.publication = publication;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.publication.publish(new CycleName(execution.getProcessBusinessKey()));
	}

}
