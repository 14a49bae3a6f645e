package org.asemeducation.stocktake.access;

import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.engine.EngineText;
import org.asemeducation.stocktake.engine.Passwords;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.User;

import org.springframework.stereotype.Component;

/**
 * The engine's side of people: its users, its groups, and what becomes of them when a
 * person leaves.
 */
@Component
class Accounts {

	private static final String PARTY = "PARTY";

	private static final String BODY = "BODY";

	private final IdentityService identities;

	private final AuthorizationService authorizations;

	private final TaskService tasks;

	private final GrantRights rights;

	private final Passwords passwords;

	Accounts(IdentityService identities, AuthorizationService authorizations, TaskService tasks, GrantRights rights,
			Passwords passwords) {
		this.identities = identities;
		this.authorizations = authorizations;
		this.tasks = tasks;
		this.rights = rights;
		this.passwords = passwords;
	}

	void open(String userId, String name) {
		User user = this.identities.newUser(userId);
		int surname = name.lastIndexOf(' ');
		user.setFirstName((surname < 0) ? name : name.substring(0, surname));
		user.setLastName((surname < 0) ? "" : name.substring(surname + 1));
		this.identities.saveUser(user);
	}

	/**
	 * Sets a password.
	 * @throws IllegalArgumentException when the password is too weak, in words for the
	 * person
	 */
	void setPassword(String userId, String password) {
		User user = this.identities.createUserQuery().userId(userId).singleResult();
		PasswordPolicy policy = this.identities.getPasswordPolicy();
		if (password.isBlank()
				|| (policy != null && !this.identities.checkPasswordAgainstPolicy(policy, password, user).isValid())) {
			throw new IllegalArgumentException("This password is too weak: take at least 10 characters, among them"
					+ " a small letter, a capital letter, a digit and a special character, and nothing of your name.");
		}
		user.setPassword(password);
		this.identities.saveUser(user);
	}

	boolean exists(String userId) {
		return this.identities.createUserQuery().userId(userId).count() > 0;
	}

	/**
	 * Whether this is the password; takes as long for a user who does not exist.
	 */
	boolean hasPassword(String userId, String password) {
		return this.passwords.matches(userId, password);
	}

	Set<String> groupsOf(String userId) {
		return ids(this.identities.createGroupQuery().groupMember(userId));
	}

	private static Set<String> ids(GroupQuery groups) {
		return groups.list().stream().map(Group::getId).collect(Collectors.toUnmodifiableSet());
	}

	void join(String userId, Party party) {
		if (this.identities.createGroupQuery().groupId(party.groupId()).count() == 0) {
			addGroup(party.groupId(), party.label(), PARTY);
			this.rights.toCoordinators(party.groupId());
		}
		join(userId, party.groupId());
	}

	void join(String userId, String groupId) {
		if (!groupsOf(userId).contains(groupId)) {
			this.identities.createMembership(userId, groupId);
		}
	}

	void addGroup(String groupId, String name) {
		addGroup(groupId, name, BODY);
	}

	private void addGroup(String groupId, String name, String type) {
		if (this.identities.createGroupQuery().groupId(groupId).count() == 0) {
			Group group = this.identities.newGroup(groupId);
			group.setName(EngineText.name(name));
			group.setType(type);
			this.identities.saveGroup(group);
		}
	}

	/** A party that nobody has spoken for yet has no group. */
	void nameGroup(String groupId, String name) {
		Group group = this.identities.createGroupQuery().groupId(groupId).singleResult();
		if (group != null) {
			group.setName(EngineText.name(name));
			this.identities.saveGroup(group);
		}
	}

	/** No right of it is left, either. */
	void dropGroup(String groupId) {
		this.authorizations.createAuthorizationQuery()
			.groupIdIn(groupId)
			.list()
			.forEach((right) -> this.authorizations.deleteAuthorization(right.getId()));
		this.identities.deleteGroup(groupId);
	}

	boolean hasMembers(String groupId) {
		return this.identities.createUserQuery().memberOfGroup(groupId).count() > 0;
	}

	Set<String> partyGroups() {
		return ids(this.identities.createGroupQuery().groupType(PARTY));
	}

	/**
	 * Takes somebody out of a group at once: what was offered to it is theirs no longer.
	 */
	void leave(String userId, String groupId) {
		this.tasks.createTaskQuery()
			.taskAssignee(userId)
			.taskCandidateGroup(groupId)
			.includeAssignedTasks()
			.list()
			.forEach((task) -> this.tasks.setAssignee(task.getId(), null));
		this.identities.deleteMembership(userId, groupId);
	}

	/**
	 * Closes an account at once: what was assigned to it becomes open again, and no right
	 * of it is left.
	 */
	void close(String userId) {
		this.tasks.createTaskQuery()
			.taskAssignee(userId)
			.list()
			.forEach((task) -> this.tasks.setAssignee(task.getId(), null));
		this.authorizations.createAuthorizationQuery()
			.userIdIn(userId)
			.list()
			.forEach((right) -> this.authorizations.deleteAuthorization(right.getId()));
		this.identities.deleteUser(userId);
	}

}
