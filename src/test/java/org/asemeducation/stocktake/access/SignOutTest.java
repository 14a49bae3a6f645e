package org.asemeducation.stocktake.access;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@RunningStocktake
class SignOutTest {

	@Autowired
	private People people;

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "welcome" })
	void signingOutOfACamundaApplicationEndsOurSession(String application) {
		// given
		Visitor person = this.people.signedIn(this.people.coordinator(this.people.party()));
		person.get("/camunda/app/" + application + "/default/");
		assertThat(person.get("/api/me").statusCode()).isEqualTo(200);

		// when
		person.camunda("POST", "/camunda/api/admin/auth/user/default/logout", "");

		// then
		assertThat(person.get("/api/me").statusCode()).isEqualTo(401);
		assertThat(person.engine("GET", "/task", "").statusCode()).isEqualTo(401);
	}

	@Test
	void signingOutWithUsEndsTheCamundaSession() {
		// given
		Visitor person = this.people.signedIn(this.people.coordinator(this.people.party()));
		assertThat(person.engine("GET", "/task", "").statusCode()).isEqualTo(200);

		// when
		person.postForm("/logout", Map.of());

		// then
		assertThat(person.engine("GET", "/task", "").statusCode()).isEqualTo(401);
	}

}
