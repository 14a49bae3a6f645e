package org.asemeducation.stocktake.engine;

import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * A gateway that decides asks a question, has a default way, and labels each way; only
 * the default has no condition.
 */
class QuestionsAreAnswered implements ModelRule {

	@Override
	public void check(Model model, Breaches breaches) {
		model.all(ExclusiveGateway.class)
			.stream()
			.filter((gateway) -> gateway.getOutgoing().size() > 1)
			.forEach((gateway) -> check(model, gateway, breaches));
	}

	private static void check(Model model, ExclusiveGateway gateway, Breaches breaches) {
		if (gateway.getName() == null || !gateway.getName().endsWith("?")) {
			breaches.add(model, gateway.getId(), "decides, but asks no question");
		}
		SequenceFlow byDefault = gateway.getDefault();
		if (byDefault == null) {
			breaches.add(model, gateway.getId(), "has no default way out");
		}
		for (SequenceFlow way : gateway.getOutgoing()) {
			if (way.getName() == null || way.getName().isBlank()) {
				breaches.add(model, way.getId(), "is a way out of \"%s\" without a label".formatted(gateway.getName()));
			}
			boolean isDefault = way.equals(byDefault);
			if (isDefault == (way.getConditionExpression() != null)) {
				breaches.add(model, way.getId(), isDefault ? "is the default way and needs no condition"
						: "needs a condition, as it is not the default way");
			}
		}
	}

}
