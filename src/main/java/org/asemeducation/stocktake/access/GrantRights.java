package org.asemeducation.stocktake.access;

import java.util.Set;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine and its applications. Rights to single tasks are
 * not here: the engine gives them to the candidates of a task.
 */
@Component
class GrantRights {

	/** The entries under "Start process" in Tasklist. */
	static final Set<String> STARTED_BY_THE_SECRETARIAT = Set.of("openCycle", "moveDate", "helpCoordinator",
			"changePlan", "changeRegister", "settings", "closeCycle");

	/** What was an entry in earlier releases and is chosen inside one today. */
	private static final Set<String> STARTED_BY_NOBODY = Set.of("extendUpdate", "takeInLate");

	private final Grants grants;

	private final TaskFilters filters;

	GrantRights(Grants grants, TaskFilters filters) {
		this.grants = grants;
		this.filters = filters;
	}

	void toCoordinators(String groupId) {
		this.grants.allow(groupId, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
		this.filters.showToCoordinators(groupId);
	}

	/**
	 * Puts in place what any of them lacks; where there are thousands of parties, few do.
	 */
	void toCoordinators(Set<String> groupIds) {
		this.grants.allowAll(groupIds, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
		this.filters.showToCoordinators(groupIds);
	}

	void toReviewers(String groupId) {
		this.grants.allow(groupId, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
		this.filters.showToReviewers(groupId);
	}

	void toSecretariat(String groupId) {
		this.grants.allow(groupId, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
		this.grants.allow(groupId, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
		this.grants.allow(groupId, Resources.PROCESS_DEFINITION, Authorization.ANY, ProcessDefinitionPermissions.READ,
				ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_HISTORY,
				ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.RETRY_JOB);
		for (String desk : STARTED_BY_THE_SECRETARIAT) {
			this.grants.allow(groupId, Resources.PROCESS_DEFINITION, desk, ProcessDefinitionPermissions.READ,
					ProcessDefinitionPermissions.CREATE_INSTANCE);
		}
		STARTED_BY_NOBODY.forEach((desk) -> this.grants.forget(groupId, Resources.PROCESS_DEFINITION, desk));
		this.grants.allow(groupId, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
		this.grants.allow(groupId, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);
		this.grants.allow(groupId, Resources.TASK, Authorization.ANY, Permissions.READ);
		this.grants.allow(groupId, Resources.USER, Authorization.ANY, Permissions.READ);
		this.grants.allow(groupId, Resources.GROUP, Authorization.ANY, Permissions.READ);
		this.filters.showToSecretariat(groupId);
	}

	void toAdministrators(String groupId) {
		this.grants.allow(groupId, Resources.APPLICATION, Authorization.ANY, Permissions.ACCESS);
		for (Resource resource : new Resource[] { Resources.USER, Resources.GROUP, Resources.GROUP_MEMBERSHIP,
				Resources.AUTHORIZATION }) {
			this.grants.allow(groupId, resource, Authorization.ANY, Permissions.ALL);
		}
	}

}
