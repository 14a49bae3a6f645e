package org.asemeducation.stocktake.access;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@RunningStocktake
class RemovedContactTest {

	@Autowired
	private People people;

	@Autowired
	private Register register;

	@Autowired
	private Accounts accounts;

	@Autowired
	private IdentityService identities;

	@Autowired
	private TaskService tasks;

	@Autowired
	private AuthorizationService authorizations;

	@Test
	void nothingIsLeftOfTheAccess() {
		// given
		Party party = this.people.party();
		Contact leaving = this.people.coordinator(party);
		String task = this.people.task(party);
		this.tasks.setAssignee(task, leaving.userId());
		Visitor session = this.people.signedIn(leaving);
		assertThat(session.engine("GET", "/task/" + task, "").statusCode()).isEqualTo(200);
		assertThat(rights(leaving)).isPositive();

		// when
		this.register.remove(leaving.id());

		// then
		assertThat(session.get("/api/me").statusCode()).isEqualTo(401);
		assertThat(session.engine("GET", "/task/" + task, "").statusCode()).isEqualTo(401);
		assertThat(rights(leaving)).isZero();
		assertThat(this.accounts.exists(leaving.userId())).isFalse();
		assertThat(this.accounts.groupsOf(leaving.userId())).isEmpty();
		assertThat(this.tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
	}

	@Test
	void signInIsOver() {
		// given
		Contact leaving = this.people.coordinator(this.people.party());

		// when
		this.register.remove(leaving.id());

		// then
		assertThat(this.people.visitor()
			.signIn(leaving.userId(), People.PASSWORD)
			.headers()
			.firstValue("Location")
			.orElseThrow()).endsWith("?failed");
	}

	@Test
	void leavingAGroupCountsFromTheNextRequest() {
		// given
		Party party = this.people.party();
		Contact person = this.people.coordinator(party);
		String task = this.people.task(party);
		Visitor session = this.people.signedIn(person);
		assertThat(session.engine("GET", "/task/" + task, "").statusCode()).isEqualTo(200);

		// when
		this.identities.deleteMembership(person.userId(), party.groupId());

		// then
		assertThat(session.engine("GET", "/task/" + task, "").statusCode()).isEqualTo(404);
	}

	@Test
	void theAddressMayComeBackAsANewPerson() {
		// given
		Party party = this.people.party();
		Contact leaving = this.people.coordinator(party);
		this.register.remove(leaving.id());

		// when
		ContactId next = this.register
			.addContact(new NewContact(party.id(), "Robin Person", leaving.email(), "en", null, "coordinator"));

		// then
		assertThat(next).isNotEqualTo(leaving.id());
		assertThat(this.register.contactByUser(leaving.userId()).orElseThrow().active()).isFalse();
	}

	private long rights(Contact contact) {
		return this.authorizations.createAuthorizationQuery().userIdIn(contact.userId()).count();
	}

}
