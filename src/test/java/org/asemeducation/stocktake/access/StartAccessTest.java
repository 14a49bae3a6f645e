package org.asemeducation.stocktake.access;

import java.util.List;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@RunningStocktake
class StartAccessTest {

	@Autowired
	private StartAccess startAccess;

	@Autowired
	private AuthorizationService authorizations;

	@Autowired
	private FilterService filters;

	@Autowired
	private IdentityService identities;

	@Autowired
	private People people;

	@Test
	void secondStartChangesNothing() {
		// given
		this.people.coordinator(this.people.party());
		long rights = this.authorizations.createAuthorizationQuery().count();
		long lists = this.filters.createTaskFilterQuery().count();
		long groups = this.identities.createGroupQuery().count();

		// when
		this.startAccess.afterPropertiesSet();

		// then
		assertThat(this.authorizations.createAuthorizationQuery().count()).isEqualTo(rights);
		assertThat(this.filters.createTaskFilterQuery().count()).isEqualTo(lists);
		assertThat(this.identities.createGroupQuery().count()).isEqualTo(groups);
	}

	@Test
	void whatAPartyLacksIsGivenToItAtTheNextStart() {
		// given
		Party party = this.people.party();
		this.people.coordinator(party);
		List<Authorization> given = rightsOf(party);
		this.authorizations.deleteAuthorization(given.get(0).getId());
		this.authorizations.deleteAuthorization(given.get(given.size() - 1).getId());

		// when
		this.startAccess.afterPropertiesSet();

		// then
		assertThat(rightsOf(party)).extracting(Authorization::getResourceId)
			.containsExactlyInAnyOrderElementsOf(given.stream().map(Authorization::getResourceId).toList());
	}

	@Test
	void partyGroupGetsTasklistAndTheListsOfCoordinators() {
		// given
		Party party = this.people.party();

		// when
		this.people.coordinator(party);

		// then
		assertThat(this.authorizations.createAuthorizationQuery()
			.groupIdIn(party.groupId())
			.resourceType(Resources.FILTER)
			.hasPermission(Permissions.READ)
			.count()).isEqualTo(7);
		assertThat(this.authorizations.createAuthorizationQuery()
			.groupIdIn(party.groupId())
			.resourceType(Resources.APPLICATION)
			.resourceId("tasklist")
			.count()).isOne();
	}

	private List<Authorization> rightsOf(Party party) {
		return this.authorizations.createAuthorizationQuery()
			.groupIdIn(party.groupId())
			.orderByResourceType()
			.asc()
			.list();
	}

}
