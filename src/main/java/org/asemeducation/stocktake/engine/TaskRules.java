package org.asemeducation.stocktake.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateTask;

import org.springframework.stereotype.Component;

/**
 * All stages' rules, found by task.
 */
@Component
class TaskRules {

	private final Map<String, TaskRule> byTask = new HashMap<>();

	TaskRules(List<TaskRule> rules) {
		rules.forEach((rule) -> rule.tasks().forEach((task) -> this.byTask.put(task, rule)));
	}

	Optional<TaskRule> of(DelegateTask task) {
		return Optional.ofNullable(this.byTask.get(task.getTaskDefinitionKey()));
	}

	TaskRule of(String task) {
		return Optional.ofNullable(this.byTask.get(task))
			.orElseThrow(() -> new IllegalStateException("No stage speaks for the task %s.".formatted(task)));
	}

	Set<String> moving() {
		return this.byTask.values().stream().flatMap((rule) -> rule.moving().stream()).collect(Collectors.toSet());
	}

	Set<String> all() {
		return this.byTask.keySet();
	}

	boolean know(String task) {
		return this.byTask.containsKey(task);
	}

	static BusinessKey about(DelegateTask task) {
		return BusinessKey.parse(task.getExecution().getProcessBusinessKey());
	}

}
