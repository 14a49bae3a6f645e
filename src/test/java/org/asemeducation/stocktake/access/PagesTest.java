package org.asemeducation.stocktake.access;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@RunningStocktake
class PagesTest {

	@Autowired
	private People people;

	@Test
	void startPageIsOpenAndShowsTheDeskToTheSecretariatOnly() {
		// when
		String stranger = this.people.visitor().get("/").body();
		String coordinator = this.people.signedIn(this.people.coordinator(this.people.party())).get("/").body();
		String secretary = this.people.signedIn(this.people.secretary()).get("/").body();

		// then
		assertThat(stranger).contains("Tasklist", "Cockpit", "Reports", "Sign in").doesNotContain("/desk/");
		assertThat(coordinator).contains("Kim Person").doesNotContain("/desk/");
		assertThat(secretary).contains("/desk/contacts", "/desk/plan", "/desk/contributions");
	}

	@Test
	void unknownAddressGetsAPlainPageOrAProblem() {
		// given
		Visitor person = this.people.signedIn(this.people.secretary());

		// when
		HttpResponse<String> page = person.get("/nothing/here");
		HttpResponse<String> api = person.get("/api/nothing");

		// then
		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.body()).contains("There is nothing at this address");
		assertThat(api.statusCode()).isEqualTo(404);
		assertThat(api.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/stocktake/session.js", "/stocktake/login.js" })
	void scriptsAreOpen(String script) {
		// when
		HttpResponse<String> answer = this.people.visitor().get(script);

		// then
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/stocktake/stocktake.css", "/stocktake/forms/update.js" })
	void browsersAskWhetherTheFilesTheyKeptStillHold(String file) {
		// given
		HttpResponse<String> first = this.people.visitor().get(file);

		// when
		HttpResponse<String> again = this.people.visitor()
			.get(file, "If-None-Match", first.headers().firstValue("ETag").orElseThrow());

		// then
		assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");
		assertThat(again.statusCode()).isEqualTo(304);
	}

}
