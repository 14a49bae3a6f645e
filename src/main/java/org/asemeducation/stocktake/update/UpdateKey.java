package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.plan.InitiativeId;

/**
 * Which update: that of one initiative in one cycle.
 *
 * @param cycle the cycle
 * @param initiative the initiative
 */
public record UpdateKey(CycleName cycle, InitiativeId initiative) {

	public static UpdateKey of(BusinessKey about) {
		return new UpdateKey(new CycleName(about.cycle()), new InitiativeId(about.requiredPart()));
	}

	public static UpdateKey of(String cycle, String initiative) {
		return new UpdateKey(new CycleName(cycle), new InitiativeId(initiative));
	}

	public BusinessKey businessKey() {
		return BusinessKey.of(this.cycle.value(), this.initiative.value());
	}

	@Override
	public String toString() {
		return businessKey().toString();
	}

}
