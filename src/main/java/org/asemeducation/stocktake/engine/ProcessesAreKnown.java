package org.asemeducation.stocktake.engine;

import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.util.StringUtils;

/**
 * Every model is one process that the code knows and bears the name of its file; every
 * process that the code knows has a model.
 */
class ProcessesAreKnown implements ModelRule {

	private final Set<String> expected;

	private final Set<String> found = new TreeSet<>();

	ProcessesAreKnown(Set<String> expected) {
		this.expected = expected;
	}

	@Override
	public void check(Model model, Breaches breaches) {
		String file = StringUtils.stripFilenameExtension(StringUtils.getFilename(model.file()));
		for (Process process : model.all(Process.class)) {
			this.found.add(process.getId());
			if (!this.expected.contains(process.getId())) {
				breaches.add(model, process.getId(), "is a process that the code does not know");
			}
			if (!Words.camelCase(file).equals(process.getId())) {
				breaches.add(model, process.getId(), "should bear the name of its file");
			}
		}
	}

	Set<String> found() {
		return this.found;
	}

	void checkAllFound(Breaches breaches) {
		Set<String> missing = new TreeSet<>(this.expected);
		missing.removeAll(this.found);
		if (!missing.isEmpty()) {
			breaches.add("the code knows the processes %s, but bpmn/ has no model of them".formatted(missing));
		}
	}

}
