package org.asemeducation.stocktake.rehearsal;

import java.util.Map;
import java.util.Set;
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

	/** Cycles whose scenario says when the adoption is recorded. */
	private final Set<CycleName> awaited = ConcurrentHashMap.newKeySet();

	/** Whether the secretariat waits for an event before it records the adoption. */
	boolean areAwaited(CycleName cycle) {
		return this.awaited.contains(cycle);
	}

	void heed(Scenario scenario) {
		if (scenario.events().stream().anyMatch(Scenario.Adopt.class::isInstance)) {
			this.awaited.add(scenario.name());
		}
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
