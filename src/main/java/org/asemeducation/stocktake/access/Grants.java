package org.asemeducation.stocktake.access;

import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

import org.springframework.stereotype.Component;

/**
 * Rights of groups in the engine; granting one twice changes nothing.
 */
@Component
class Grants {

	private final AuthorizationService authorizations;

	Grants(AuthorizationService authorizations) {
		this.authorizations = authorizations;
	}

	void allow(String groupId, Resource resource, String resourceId, Permission... permissions) {
		Authorization right = this.authorizations.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GRANT)
			.groupIdIn(groupId)
			.resourceType(resource)
			.resourceId(resourceId)
			.singleResult();
		if (right == null) {
			right = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
			right.setGroupId(groupId);
			right.setResource(resource);
			right.setResourceId(resourceId);
		}
		right.setPermissions(permissions);
		this.authorizations.saveAuthorization(right);
	}

	/**
	 * The same for many groups at once: those that have it are not touched.
	 */
	void allowAll(Set<String> groupIds, Resource resource, String resourceId, Permission permission) {
		Set<String> having = this.authorizations.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GRANT)
			.resourceType(resource)
			.resourceId(resourceId)
			.hasPermission(permission)
			.list()
			.stream()
			.map(Authorization::getGroupId)
			.collect(Collectors.toSet());
		groupIds.stream()
			.filter((groupId) -> !having.contains(groupId))
			.forEach((groupId) -> allow(groupId, resource, resourceId, permission));
	}

	void forget(String groupId, Resource resource, String resourceId) {
		this.authorizations.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GRANT)
			.groupIdIn(groupId)
			.resourceType(resource)
			.resourceId(resourceId)
			.list()
			.forEach((right) -> this.authorizations.deleteAuthorization(right.getId()));
	}

}
