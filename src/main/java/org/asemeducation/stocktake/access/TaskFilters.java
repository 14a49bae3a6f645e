package org.asemeducation.stocktake.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The lists that people see at the left of Tasklist. An expression in them must stand
 * among the engine's allowed ones, to the letter.
 */
@Component
class TaskFilters {

	private static final String MY_GROUPS = "${currentUserGroups()}";

	private static final String NOW = "${now()}";

	private static final String IN_A_WEEK = "${dateTime().plusDays(7)}";

	private static final List<String> COORDINATORS = List.of("My updates", "Returned to me", "Our meetings",
			"Our chapters", "Our contributions", "Due soon", "Overdue");

	private static final List<String> REVIEWERS = List.of("To review", "Our chapters");

	private static final List<String> SECRETARIAT = List.of("Secretariat", "To review", "All updates", "Due soon",
			"Overdue");

	private final FilterService filters;

	private final TaskService tasks;

	private final Grants grants;

	TaskFilters(FilterService filters, TaskService tasks, Grants grants) {
		this.filters = filters;
		this.tasks = tasks;
		this.grants = grants;
	}

	void putInPlace() {
		put("Secretariat", 1, "What the secretariat has to do",
				this.tasks.createTaskQuery().taskCandidateGroup(Person.SECRETARIAT).includeAssignedTasks());
		put("To review", 5, "Updates, drafts of the report and proposals that wait for the Standing Working Group",
				this.tasks.createTaskQuery()
					.taskDefinitionKeyIn("userTask_reviewUpdate", "userTask_commentOnDraft", "userTask_giveAdvice"));
		put("My updates", 10, "Updates that your party is asked for", mine().processDefinitionKey("update"));
		put("Returned to me", 20, "Updates that came back from review with remarks",
				mine().taskDefinitionKey("userTask_reviseUpdate"));
		put("Our meetings", 25, "What a meeting needs that your party hosts", mine().processDefinitionKey("meeting"));
		put("Our chapters", 27, "Chapters of the report that you or your party are asked to write",
				this.tasks.createTaskQuery().taskDefinitionKey("userTask_writeChapter"));
		put("Our contributions", 28, "What your party may contribute without an initiative",
				mine().taskDefinitionKey("userTask_writeContribution"));
		put("Due soon", 30, "Due within the next seven days",
				mine().dueAfterExpression(NOW).dueBeforeExpression(IN_A_WEEK));
		put("Overdue", 40, "The deadline has passed", mine().dueBeforeExpression(NOW));
		put("All updates", 50, "Updates of all parties that are still open",
				this.tasks.createTaskQuery().processDefinitionKey("update"));
	}

	void showToCoordinators(String groupId) {
		COORDINATORS.forEach((name) -> show(groupId, name));
	}

	void showToCoordinators(Set<String> groupIds) {
		COORDINATORS.stream()
			.map(this::named)
			.filter(Objects::nonNull)
			.forEach((filter) -> this.grants.allowAll(groupIds, Resources.FILTER, filter.getId(), Permissions.READ));
	}

	void showToReviewers(String groupId) {
		REVIEWERS.forEach((name) -> show(groupId, name));
	}

	void showToSecretariat(String groupId) {
		SECRETARIAT.forEach((name) -> show(groupId, name));
	}

	private TaskQuery mine() {
		return this.tasks.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks();
	}

	private void put(String name, int priority, String description, TaskQuery query) {
		Filter known = named(name);
		Filter filter = (known != null) ? known : this.filters.newTaskFilter(name);
		filter.setQuery(query.orderByDueDate().asc());
		filter.setProperties(Map.of("priority", priority, "description", description, "refresh", true,
				"showUndefinedVariable", false));
		this.filters.saveFilter(filter);
	}

	private void show(String groupId, String name) {
		Filter filter = named(name);
		if (filter != null) {
			this.grants.allow(groupId, Resources.FILTER, filter.getId(), Permissions.READ);
		}
	}

	private @Nullable Filter named(String name) {
		return this.filters.createTaskFilterQuery().filterName(name).singleResult();
	}

}
