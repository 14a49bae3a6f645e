package org.asemeducation.stocktake.review;

import org.asemeducation.stocktake.engine.Tasks;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.stereotype.Component;

/**
 * What {@code review.bpmn} hears from us and holds for us.
 */
@Component
class ReviewProcess {

	static final String REVIEW_UPDATE = "userTask_reviewUpdate";

	static final String UPDATE_ACCEPTED = "updateAccepted";

	private final Tasks tasks;

	ReviewProcess(Tasks tasks) {
		this.tasks = tasks;
	}

	void reviewed(UpdateKey key, String by) {
		this.tasks.complete(key.businessKey(), REVIEW_UPDATE, by);
	}

}
