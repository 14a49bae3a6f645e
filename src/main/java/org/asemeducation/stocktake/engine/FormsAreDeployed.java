package org.asemeducation.stocktake.engine;

import java.util.Collection;

import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/**
 * Every user task has a form that is deployed with it, and so has every start event that
 * names one.
 */
class FormsAreDeployed implements ModelRule {

	private static final String FORM = "embedded:deployment:";

	private final Collection<String> resources;

	FormsAreDeployed(Collection<String> resources) {
		this.resources = resources;
	}

	@Override
	public void check(Model model, Breaches breaches) {
		model.all(UserTask.class).forEach((task) -> checkForm(model, task.getId(), task.getCamundaFormKey(), breaches));
		model.all(StartEvent.class)
			.stream()
			.filter((start) -> start.getCamundaFormKey() != null)
			.forEach((start) -> checkForm(model, start.getId(), start.getCamundaFormKey(), breaches));
	}

	private void checkForm(Model model, String element, @Nullable String key, Breaches breaches) {
		if (key == null || !key.startsWith(FORM) || !this.resources.contains(key.substring(FORM.length()))) {
			breaches.add(model, element, "has the form %s, which is not deployed with it".formatted(key));
		}
	}

}
