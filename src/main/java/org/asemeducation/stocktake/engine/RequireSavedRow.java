package org.asemeducation.stocktake.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

import org.springframework.stereotype.Component;

/**
 * Lets a task complete only when the act it asks for stands in our tables: whoever may
 * complete a task may write any variable, so variables prove nothing.
 */
@Component("requireSavedRow")
class RequireSavedRow implements TaskListener {

	private final TaskRules rules;

	RequireSavedRow(TaskRules rules) {
		this.rules = rules;
	}

	@Override
	public void notify(DelegateTask task) {
		String key = task.getTaskDefinitionKey();
		this.rules.of(key).objection(key, TaskRules.about(task)).ifPresent((objection) -> {
			throw new ActMissing(objection);
		});
	}

}
