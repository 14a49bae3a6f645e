package org.asemeducation.stocktake.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/**
 * Every called process is a model and is told what it is about: what its caller is, or a
 * part of that. The call bears the called model's id, or where it is about a part, the
 * part's name.
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
			Optional<Matcher> told = businessKey(call);
			if (told.isEmpty()) {
				breaches.add(model, call.getId(), "does not hand on the business key");
			}
			String part = told.map((key) -> key.group(1)).orElse(null);
			String name = (part != null) ? part.toLowerCase(Locale.ROOT) : call.getCalledElement();
			if (!call.getId().equals("callActivity_" + name)) {
				breaches.add(model, call.getId(), "should bear the name of %s".formatted(name));
			}
			if (part != null && !part.equals(call.getName())) {
				breaches.add(model, call.getId(),
						"is labelled \"%s\", but is about %s".formatted(call.getName(), part));
			}
		}
	}

	private static Optional<Matcher> businessKey(CallActivity call) {
		return Optional.ofNullable(call.getExtensionElements())
			.stream()
			.flatMap((elements) -> elements.getElementsQuery().filterByType(CamundaIn.class).list().stream())
			.filter((in) -> in.getCamundaBusinessKey() != null)
			.map((in) -> ModelsHoldNoCode.BUSINESS_KEY.matcher(in.getCamundaBusinessKey()))
			.filter(Matcher::matches)
			.findFirst();
	}

}
