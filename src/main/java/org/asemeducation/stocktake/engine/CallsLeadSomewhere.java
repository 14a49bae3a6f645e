package org.asemeducation.stocktake.engine;

import java.util.Set;

import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/**
 * Every called process is a model, bears the caller's id and is told what it is about.
 */
class CallsLeadSomewhere implements ModelRule {

	private final Set<String> processes;

	CallsLeadSomewhere(Set<String> processes) {
		this.processes = processes;
	}

	@Override
	public void check(Model model, Breaches breaches) {
		for (CallActivity call : model.all(CallActivity.class)) {
			if (!this.processes.contains(call.getCalledElement())) {
				breaches.add(model, call.getId(), "calls %s, which is no model".formatted(call.getCalledElement()));
			}
			if (!call.getId().equals("callActivity_" + call.getCalledElement())) {
				breaches.add(model, call.getId(), "should bear the name of %s".formatted(call.getCalledElement()));
			}
			boolean told = call.getExtensionElements() != null && call.getExtensionElements()
				.getElementsQuery()
				.filterByType(CamundaIn.class)
				.list()
				.stream()
				.anyMatch((in) -> ModelsHoldNoCode.BUSINESS_KEY.equals(in.getCamundaBusinessKey()));
			if (!told) {
				breaches.add(model, call.getId(), "does not hand on the business key");
			}
		}
	}

}
