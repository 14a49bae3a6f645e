package org.asemeducation.stocktake.access;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@RunningStocktake
class WatchSecurityTest {

	@Autowired
	private People people;

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness" })
	void everybodyLearnsWhetherAllIsWellAndNothingElse(String address) {
		// when
		HttpResponse<String> answer = this.people.visitor().get(address, "Accept", "*/*");

		// then
		assertThat(answer.statusCode())
			.as(() -> this.people.signedIn(this.people.secretary()).get(address, "Accept", "*/*").body())
			.isEqualTo(200);
		assertThat(answer.body()).startsWith("{\"status\":\"UP\"").doesNotContain("components", "details");
		assertThat(answer.headers().allValues("Set-Cookie")).as("no session").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/info", "/actuator/prometheus" })
	void figuresAndVersionAreForTheSecretariatAndTheTokenAlone(String address) {
		// given
		Visitor stranger = this.people.visitor();
		Visitor coordinator = this.people.signedIn(this.people.coordinator(this.people.party()));
		Visitor secretary = this.people.signedIn(this.people.secretary());

		// when, then
		assertThat(stranger.get(address, "Accept", "*/*").statusCode()).isEqualTo(401);
		assertThat(coordinator.get(address, "Accept", "*/*").statusCode()).isEqualTo(403);
		assertThat(secretary.get(address, "Accept", "*/*").statusCode()).isEqualTo(200);
		assertThat(said(address, "Bearer " + RunningStocktake.WATCH_TOKEN).statusCode()).isEqualTo(200);
	}

	@Test
	void whatIsWrongIsToldToWhoMayWatchAlone() {
		// given
		Visitor coordinator = this.people.signedIn(this.people.coordinator(this.people.party()));
		Visitor secretary = this.people.signedIn(this.people.secretary());
		String address = "/actuator/health";

		// when, then
		assertThat(coordinator.get(address, "Accept", "*/*").body()).doesNotContain("components", "database");
		assertThat(secretary.get(address, "Accept", "*/*").body()).contains("components",
				"\"database\":{\"status\":\"UP\"");
		assertThat(said(address, "Bearer " + RunningStocktake.WATCH_TOKEN).body()).contains("components", "database");
	}

	@Test
	void aWrongTokenIsNone() {
		// given
		List<String> wrong = List.of("Bearer " + RunningStocktake.WATCH_TOKEN + "x", "Bearer ", "Bearer",
				RunningStocktake.WATCH_TOKEN, "Basic " + RunningStocktake.WATCH_TOKEN);

		// when, then
		assertThat(wrong).allSatisfy((token) -> {
			assertThat(said("/actuator/prometheus", token).statusCode()).isEqualTo(401);
			assertThat(said("/actuator/health", token).body()).doesNotContain("components");
		});
	}

	@Test
	void theTokenOpensNothingElse() {
		assertThat(said("/api/me", "Bearer " + RunningStocktake.WATCH_TOKEN).statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/", "/actuator/env", "/actuator/heapdump", "/actuator/loggers",
			"/actuator/threaddump", "/actuator/beans", "/actuator/shutdown", "/actuator/metrics" })
	void everythingElseIsClosedToAll(String address) {
		// given
		Visitor secretary = this.people.signedIn(this.people.secretary());

		// when, then
		assertThat(this.people.visitor().get(address, "Accept", "*/*").statusCode()).isIn(401, 404);
		assertThat(secretary.get(address, "Accept", "*/*").statusCode()).isEqualTo(404);
	}

	@Test
	void nothingIsChangedHere() {
		// given
		Visitor secretary = this.people.signedIn(this.people.secretary());

		// when, then
		assertThat(List.of("health", "info", "prometheus")).allSatisfy((endpoint) -> assertThat(
				secretary.postParts("/actuator/" + endpoint, "application/json", "{}").statusCode())
			.isEqualTo(405));
	}

	private HttpResponse<String> said(String address, String token) {
		return this.people.visitor().get(address, "Authorization", token);
	}

}
