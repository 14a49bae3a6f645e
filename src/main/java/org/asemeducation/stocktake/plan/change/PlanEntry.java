package org.asemeducation.stocktake.plan.change;

import org.asemeducation.stocktake.engine.DeskActs;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A change of the plan by the entry in Tasklist: made, and recorded as an act of the
 * desk.
 */
@Component
class PlanEntry {

	private final ChangePlan plan;

	private final DeskActs desk;

	PlanEntry(ChangePlan plan, DeskActs desk) {
		this.plan = plan;
		this.desk = desk;
	}

	@Transactional
	Outcome make(Asked asked, long seen, String by) {
		Outcome outcome = this.plan.make(asked, seen, by);
		this.desk.record("changePlan", null, asked.act().word() + " in the plan", outcome.means(), by);
		return outcome;
	}

}
