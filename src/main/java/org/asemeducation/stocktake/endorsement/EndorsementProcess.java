package org.asemeducation.stocktake.endorsement;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Tasks;

import org.springframework.stereotype.Component;

/**
 * What {@code endorsement.bpmn} hears from us and holds for us.
 */
@Component
class EndorsementProcess {

	static final String TAKE_IN_CHANGES = "userTask_takeInChanges";

	static final String RECORD_ADOPTION = "userTask_recordAdoption";

	static final String WORK_PLAN_ADOPTED = "workPlanAdopted";

	private final Tasks tasks;

	EndorsementProcess(Tasks tasks) {
		this.tasks = tasks;
	}

	void complete(CycleName cycle, String task, String by) {
		this.tasks.complete(BusinessKey.of(cycle.value()), task, by);
	}

}
