package org.asemeducation.stocktake.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/**
 * From one deployed version of a model to the latest.
 *
 * @param plan which element becomes which
 * @param model what is to be known of the earlier version, if elements of the same id are
 * not all
 */
record Way(MigrationPlan plan, Optional<EarlierModel> model) {

	static Way find(RepositoryService repository, RuntimeService runtime, String from, String to,
			List<EarlierModel> models) {
		String process = repository.getProcessDefinition(from).getKey();
		Set<String> elements = repository.getBpmnModelInstance(from)
			.getModelElementsByType(FlowNode.class)
			.stream()
			.map(FlowNode::getId)
			.collect(Collectors.toUnmodifiableSet());
		Optional<EarlierModel> model = models.stream()
			.filter((candidate) -> candidate.process().equals(process) && candidate.isThisOne(elements))
			.findFirst();
		return new Way(plan(runtime, from, to, model), model);
	}

	private static MigrationPlan plan(RuntimeService runtime, String from, String to, Optional<EarlierModel> model) {
		MigrationPlan equal = runtime.createMigrationPlan(from, to).mapEqualActivities().build();
		if (model.isEmpty()) {
			return equal;
		}
		MigrationPlanBuilder plan = runtime.createMigrationPlan(from, to);
		Set<String> otherwise = model.get().renamed().keySet();
		equal.getInstructions()
			.stream()
			.map(MigrationInstruction::getSourceActivityId)
			.filter((id) -> !otherwise.contains(id) && !model.get().gone().contains(id))
			.forEach((id) -> plan.mapActivities(id, id));
		model.get().renamed().forEach(plan::mapActivities);
		return plan.build();
	}

}
