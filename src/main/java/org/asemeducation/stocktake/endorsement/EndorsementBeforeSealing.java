package org.asemeducation.stocktake.endorsement;

import java.util.Map;
import java.util.Set;

import org.asemeducation.stocktake.engine.EarlierModel;

import org.springframework.stereotype.Component;

/**
 * {@code endorsement.bpmn} when it only published: what has not been published yet is
 * sealed, put to officials and ministers, and published then.
 */
@Component
class EndorsementBeforeSealing implements EarlierModel {

	private static final String SEAL = "serviceTask_sealVersionForOfficials";

	@Override
	public String process() {
		return "endorsement";
	}

	@Override
	public boolean isThisOne(Set<String> elements) {
		return !elements.contains(SEAL);
	}

	@Override
	public Map<String, String> renamed() {
		return Map.of("serviceTask_publishReport", SEAL);
	}

}
