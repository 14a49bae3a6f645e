package org.asemeducation.stocktake.engine;

import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;

/**
 * Ids are written by people and say type and label: {@code userTask_provideUpdate}. One
 * that Camunda Modeler made up says nothing.
 */
class IdsSayTheirLabels implements ModelRule {

	private static final Pattern WRITTEN = Pattern.compile("[a-z][A-Za-z]*(_[a-z][A-Za-z0-9]*)?");

	@Override
	public void check(Model model, Breaches breaches) {
		for (BaseElement element : model.all(BaseElement.class)) {
			if (element.getId() != null && !WRITTEN.matcher(element.getId()).matches()) {
				breaches.add(model, element.getId(), "is an id that nobody wrote: say what the %s is"
					.formatted(element.getElementType().getTypeName()));
			}
			else if (element instanceof FlowNode node) {
				checkLabel(model, node, breaches);
			}
		}
	}

	private static void checkLabel(Model model, FlowNode node, Breaches breaches) {
		String type = node.getElementType().getTypeName() + "_";
		if (!node.getId().startsWith(type)) {
			breaches.add(model, node.getId(), "should begin with " + type);
			return;
		}
		boolean named = node.getName() != null && !node.getName().isBlank();
		if (!named && !(node instanceof Gateway)) {
			breaches.add(model, node.getId(), "has no label");
		}
		String name = node.getId().substring(type.length()).replaceFirst("(?<=[a-z])On[A-Z].*$", "");
		if (named && !(node instanceof CallActivity) && !Words.areOf(name, node.getName())) {
			breaches.add(model, node.getId(), "does not say its label \"%s\"".formatted(node.getName()));
		}
	}

}
