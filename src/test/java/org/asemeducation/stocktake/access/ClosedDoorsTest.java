package org.asemeducation.stocktake.access;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@RunningStocktake
class ClosedDoorsTest {

	private static final String NEW_ADMINISTRATOR = """
			{"profile": {"id": "intruder", "firstName": "I", "lastName": "I", "email": "i@example.org"},
			 "credentials": {"password": "Correct-Horse-7-Battery"}}
			""";

	@Autowired
	private People people;

	@Autowired
	private Accounts accounts;

	@Autowired
	private IdentityService identities;

	private List<String> administrators;

	/**
	 * The set-up opens when the group has no member.
	 */
	@BeforeEach
	void thereIsNoAdministrator() {
		this.administrators = this.identities.createUserQuery()
			.memberOfGroup(Person.ADMINISTRATORS)
			.list()
			.stream()
			.map(User::getId)
			.toList();
		this.administrators.forEach((user) -> this.identities.deleteMembership(user, Person.ADMINISTRATORS));
	}

	@AfterEach
	void administratorsAreBack() {
		this.administrators.forEach((user) -> this.identities.createMembership(user, Person.ADMINISTRATORS));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/camunda/api/admin/setup/default/user/create",
			"/camunda/api/admin/setup/default/user/create/", "/camunda/api/admin/%73etup/default/user/create" })
	void setupIsClosedEvenWithAValidToken(String setup) {
		// given
		Visitor person = this.people.signedIn(this.people.secretary());
		assertThat(person.engine("POST", "/task/count", "{}").statusCode()).as("the token is valid").isEqualTo(200);

		// when
		int status = person.camunda("POST", setup, NEW_ADMINISTRATOR).statusCode();

		// then
		assertThat(status).isEqualTo(403);
		assertThat(this.accounts.exists("intruder")).isFalse();
	}

	@Test
	void setupIsClosedToStrangers() {
		// when
		Visitor stranger = this.people.visitor();

		// then
		assertThat(stranger.camunda("POST", "/camunda/api/admin/setup/default/user/create", NEW_ADMINISTRATOR)
			.statusCode()).isEqualTo(403);
		assertThat(stranger.get("/camunda/app/admin/default/setup/").statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/camunda/api/engine/engine/", "/camunda/api/engine/engine/default/task",
			"/camunda/api/engine/engine/default/process-definition", "/camunda/api/engine/engine/default/user",
			"/camunda/api/engine/engine/default/identity/password-policy" })
	void engineAnswersNoStranger(String path) {
		// when
		int status = this.people.visitor().camunda("GET", path, "").statusCode();

		// then
		assertThat(status).isEqualTo(401);
	}

	@Test
	void thereIsNoOpenEngineInterfaceBeside() {
		// when
		int status = this.people.signedIn(this.people.secretary()).get("/engine-rest/task").statusCode();

		// then
		assertThat(status).isEqualTo(404);
	}

}
