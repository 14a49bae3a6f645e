package org.asemeducation.stocktake.engine;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/**
 * For every user task a stage speaks, which names the task and refuses to complete it
 * without its saved row.
 */
class TasksAreGuarded implements ModelRule {

	private final TaskRules rules;

	TasksAreGuarded(TaskRules rules) {
		this.rules = rules;
	}

	@Override
	public void check(Model model, Breaches breaches) {
		for (UserTask task : model.all(UserTask.class)) {
			if (!this.rules.know(task.getId())) {
				breaches.add(model, task.getId(), "has no stage that speaks for it");
			}
			requireListener(model, task, TaskListener.EVENTNAME_CREATE, "nameTask", breaches);
			requireListener(model, task, TaskListener.EVENTNAME_COMPLETE, "requireSavedRow", breaches);
		}
	}

	private static void requireListener(Model model, UserTask task, String event, String bean, Breaches breaches) {
		boolean listens = task.getExtensionElements() != null && task.getExtensionElements()
			.getElementsQuery()
			.filterByType(CamundaTaskListener.class)
			.list()
			.stream()
			.anyMatch((listener) -> event.equals(listener.getCamundaEvent())
					&& "${%s}".formatted(bean).equals(listener.getCamundaDelegateExpression()));
		if (!listens) {
			breaches.add(model, task.getId(), "lacks the listener %s on %s".formatted(bean, event));
		}
	}

}
