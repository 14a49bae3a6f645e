package org.asemeducation.stocktake.rehearsal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.endorsement.Decision;

import org.springframework.stereotype.Component;

/**
 * The ministers of a rehearsal: they adopt the work plan on the day they meet, unless
 * they do not meet or the scenario says that they do not adopt it.
 */
@Component
class Ministers {

	private final Map<CycleName, String> objections = new ConcurrentHashMap<>();

	void heed(Scenario scenario) {
		if (scenario.notAdopted() != null) {
			this.objections.put(scenario.name(), scenario.notAdopted());
		}
	}

	Decision decide(CycleName cycle, Meeting asemme) {
		if (asemme.held() == null) {
			return Decision.notAdopted("The ministers' meeting was dropped.");
		}
		String objection = this.objections.get(cycle);
		return (objection != null) ? Decision.notAdopted(objection) : Decision.adopted(asemme.held());
	}

}
