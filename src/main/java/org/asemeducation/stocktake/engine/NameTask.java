package org.asemeducation.stocktake.engine;

import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

import org.springframework.stereotype.Component;

/**
 * Gives a new task a name that speaks to its reader, its due date, and to whoever's turn
 * it is.
 */
@Component("nameTask")
class NameTask implements TaskListener {

	private final TaskRules rules;

	NameTask(TaskRules rules) {
		this.rules = rules;
	}

	@Override
	public void notify(DelegateTask task) {
		this.rules.of(task).ifPresent((rule) -> {
			TaskRule.Face face = rule.face(task.getTaskDefinitionKey(), task.getName(), TaskRules.about(task));
			task.setName(face.name());
			if (face.due() != null) {
				task.setDueDate(Date.from(face.due()));
			}
			rule.dealTo(task.getTaskDefinitionKey(), TaskRules.about(task)).ifPresent(task::setAssignee);
		});
	}

}
