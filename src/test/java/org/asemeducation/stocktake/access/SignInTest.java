package org.asemeducation.stocktake.access;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@RunningStocktake
class SignInTest {

	@Autowired
	private People people;

	@Test
	void addressInAnyCaseAndUserIdBothSignIn() {
		// given
		Contact person = this.people.coordinator(this.people.party());

		// when
		HttpResponse<String> byEmail = this.people.visitor()
			.signIn(person.email().toUpperCase(Locale.ROOT), People.PASSWORD);
		HttpResponse<String> byUser = this.people.visitor().signIn(person.userId(), People.PASSWORD);

		// then
		assertThat(List.of(byEmail, byUser))
			.allSatisfy((answer) -> assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/"));
	}

	@Test
	void wrongPasswordIsRefusedWithTheSameWordsAsAnUnknownAccount() {
		// given
		Contact person = this.people.coordinator(this.people.party());

		// when
		HttpResponse<String> wrong = this.people.visitor().signIn(person.email(), "wrong");
		HttpResponse<String> unknown = this.people.visitor().signIn("nobody@stocktake.example", "wrong");

		// then
		assertThat(List.of(wrong, unknown))
			.allSatisfy((answer) -> assertThat(answer.headers().firstValue("Location").orElseThrow())
				.endsWith("/login?failed"));
	}

	@Test
	void signInLeadsBackToThePageThatWasAskedFor() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.visitor();

		// when
		HttpResponse<String> asked = visitor.get("/i/ASEMME9/A01-I01");
		HttpResponse<String> signedIn = visitor.signIn(person.email(), People.PASSWORD);

		// then
		assertThat(asked.headers().firstValue("Location").orElseThrow()).endsWith("/login");
		assertThat(signedIn.headers().firstValue("Location").orElseThrow()).endsWith("/i/ASEMME9/A01-I01");
	}

	@Test
	void oneSignInOpensTasklistToo() {
		// given
		Contact person = this.people.coordinator(this.people.party());

		// when
		HttpResponse<String> me = this.people.signedIn(person)
			.camunda("GET", "/camunda/api/engine/engine/default/user/" + person.userId() + "/profile", "");

		// then
		assertThat(me.statusCode()).isEqualTo(200);
		assertThat(me.body()).contains(person.userId());
	}

	@Test
	void signInWithoutOurTokenIsRefused() {
		// given
		Contact person = this.people.coordinator(this.people.party());

		// when
		HttpResponse<String> answer = this.people.visitor()
			.postForm("/login", Map.of("account", person.email(), "password", People.PASSWORD, "_csrf", "forged"));

		// then
		assertThat(answer.statusCode()).isEqualTo(403);
	}

	@Test
	void camundasOwnLogInIsClosed() {
		// given
		Contact person = this.people.coordinator(this.people.party());

		// when
		HttpResponse<String> answer = this.people.visitor()
			.camunda("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
					"username=%s&password=%s".formatted(person.userId(), People.PASSWORD));

		// then
		assertThat(answer.statusCode()).isEqualTo(403);
	}

	@Test
	void cookiesAreSecureAndPagesAreNotFramed() {
		// when
		HttpResponse<String> login = this.people.visitor().get("/login");
		HttpResponse<String> redirect = this.people.visitor().get("/desk/contacts");
		Visitor person = this.people.visitor();
		HttpResponse<String> signedIn = person.signIn(this.people.secretary().email(), People.PASSWORD);
		HttpResponse<String> tasklist = person.get("/camunda/app/tasklist/default/");

		// then
		assertThat(login.headers().allValues("Set-Cookie")).singleElement()
			.asString()
			.startsWith("STOCKTAKE-CSRF=")
			.contains("Secure", "SameSite=Lax");
		assertThat(redirect.headers().allValues("Set-Cookie"))
			.anyMatch((cookie) -> cookie.startsWith("JSESSIONID=") && cookie.contains("Secure"));
		assertThat(signedIn.headers().allValues("Set-Cookie"))
			.anyMatch((cookie) -> cookie.startsWith("XSRF-TOKEN=") && cookie.contains("Secure"));
		assertThat(login.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'",
				"frame-ancestors 'none'");
		assertThat(tasklist.headers().allValues("Content-Security-Policy")).singleElement()
			.asString()
			.contains("nonce-");
	}

	@Test
	void interfacesAnswerStrangersWithAProblemAndPagesWithTheSignIn() {
		// when
		HttpResponse<String> api = this.people.visitor().get("/api/me");
		HttpResponse<String> page = this.people.visitor().get("/desk/contacts");

		// then
		assertThat(api.statusCode()).isEqualTo(401);
		assertThat(api.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
		assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");
	}

	@Test
	void meIsTheSignedInPerson() {
		// given
		Party party = this.people.party();
		Contact person = this.people.coordinator(party);

		// when
		HttpResponse<String> me = this.people.signedIn(person).get("/api/me");

		// then
		assertThat(me.body()).contains("\"userId\":\"" + person.userId() + "\"", "\"secretariat\":false",
				"\"parties\":[\"" + party.label() + "\"]");
	}

}
