package org.asemeducation.stocktake.endorsement;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Seal version for ministers".
 */
@Component("sealVersionForMinisters")
class SealVersionForMinisters implements JavaDelegate {

	private final Versions versions;

	SealVersionForMinisters(Versions versions) {
		this.versions = versions;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.versions.sealForMinisters(new CycleName(execution.getProcessBusinessKey()));
	}

}
