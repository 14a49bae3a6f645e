package org.asemeducation.stocktake.endorsement;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.report.Sealing;
import org.asemeducation.stocktake.report.SmallCycle;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

@StocktakeTest
class EndorsementApiTest {

	private static int number;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Sealing sealing;

	private MockMvc browser;

	private SmallCycle cycle;

	@BeforeEach
	void openABrowser() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.cycle = new SmallCycle(this.jdbc, "ENDORSE-" + ++number);
		this.jdbc
			.sql("""
					insert into meeting (cycle, kind, state, held_on, decisions, recorded_at)
					values (:cycle, 'SOM2', 'held', '2024-01-24', 'Be brief.', now()), (:cycle, 'ASEMME', 'planned', null, null, null)""")
			.param("cycle", this.cycle.name().value())
			.update();
	}

	@Test
	void nobodyButTheSecretariatComesNear() throws Exception {
		seal();

		for (String person : List.of("swg", "asef")) {
			for (MockHttpServletRequestBuilder request : List.of(get(api("")), post(api("/lines")),
					put(api("/lines/1")), post(api("/lines/1/striking")), delete(api("/lines/1/change?version=1")),
					post(api("/changes")), post(api("/adoption")))) {
				assertThat(answer(person, request, "{}").getStatus()).as(person).isEqualTo(403);
			}
		}
		assertThat(json(get(api(""))).at("/lines/0/change").isMissingNode()).isTrue();
	}

	@Test
	void theFormsLearnWhatTheyShow() throws Exception {
		seal();

		JsonNode view = json(get(api("")));

		assertThat(view.at("/som2")).isEqualTo(new JsonMapper().readTree(
				"{\"recorded\": true, \"dropped\": false, \"held\": \"2024-01-24\", \"decisions\": \"Be brief.\"}"));
		assertThat(view.at("/asemme/recorded").asBoolean()).isFalse();
		assertThat(view.at("/officials/version").asInt()).isEqualTo(1);
		assertThat(view.at("/officials/lines").asInt()).isEqualTo(1);
		assertThat(view.at("/ministers").isMissingNode()).isTrue();
		assertThat(view.at("/lines/0/now/activity").asText()).isEqualTo("Planned words");
		assertThat(view.at("/initiatives/0/title").asText()).isEqualTo("First initiative");
	}

	@Test
	void aLineIsAddedChangedStruckAndTakenBack() throws Exception {
		seal();

		JsonNode added = new JsonMapper().readTree(answer("aes", post(api("/lines")),
				"{\"initiative\": \"A01-I01\", \"activity\": \"More\", \"period\": \"2025\", \"askedBy\": \"Malta\"}")
			.getContentAsString());
		int changed = answer("aes", put(api("/lines/2")),
				"{\"activity\": \"Less\", \"askedBy\": \"EC\", \"version\": 1}")
			.getStatus();
		int struck = answer("aes", post(api("/lines/1/striking")), "{\"askedBy\": \"SOM2\", \"version\": 0}")
			.getStatus();
		JsonNode lines = json(get(api(""))).at("/lines");
		int back = answer("aes", delete(api("/lines/1/change?version=1")), "").getStatus();

		assertThat(added.at("/line").asInt()).isEqualTo(2);
		assertThat(List.of(changed, struck, back)).containsOnly(204);
		assertThat(lines.at("/0/change").asText()).isEqualTo("struck");
		assertThat(lines.at("/0/now").isMissingNode()).isTrue();
		assertThat(lines.at("/1/change").asText()).isEqualTo("added");
		assertThat(lines.at("/1/askedBy").asText()).isEqualTo("EC");
		assertThat(lines.at("/1/now/activity").asText()).isEqualTo("Less");
		assertThat(json(get(api(""))).at("/lines/0/change").isMissingNode()).isTrue();
	}

	@Test
	void whatIsWrongIsSaidAtItsField() throws Exception {
		seal();

		MockHttpServletResponse missing = answer("aes", put(api("/lines/1")), "{\"version\": 0}");
		MockHttpServletResponse late = answer("aes", post(api("/lines/1/striking")),
				"{\"askedBy\": \"SOM2\", \"version\": 3}");
		MockHttpServletResponse early = answer("aes", post(api("/adoption")),
				"{\"adopted\": true, \"on\": \"2024-01-25\"}");

		assertThat(missing.getStatus()).isEqualTo(422);
		assertThat(missing.getContentAsString()).contains("\"field\":\"activity\"", "\"field\":\"askedBy\"");
		assertThat(late.getStatus()).isEqualTo(409);
		assertThat(late.getContentAsString()).contains("Somebody has changed line 1 meanwhile");
		assertThat(early.getStatus()).isEqualTo(409);
		assertThat(early.getContentAsString())
			.contains("ASEMME of %s is not recorded yet".formatted(this.cycle.name()));
	}

	@Test
	void beforeAnythingIsSealedThereIsNothingToShow() throws Exception {
		MockHttpServletResponse nothing = answer("aes", get(api("")), "");

		assertThat(nothing.getStatus()).isEqualTo(409);
		assertThat(nothing.getContentAsString(StandardCharsets.UTF_8))
			.contains("No version of the report of %s is sealed for senior officials yet".formatted(this.cycle.name()));
		assertThat(answer("aes", get("/api/endorsements/NO-SUCH-CYCLE"), "").getStatus()).isEqualTo(404);
	}

	private void seal() {
		this.sealing.seal(this.cycle.name(), State.FOR_OFFICIALS, (report) -> new Annex("Work plan",
				List.of(new Annex.Line(1, "A01-I01", "Planned words", "2025", null, null, null))), "aes");
	}

	private String api(String path) {
		return "/api/endorsements/%s%s".formatted(this.cycle.name(), path);
	}

	private JsonNode json(MockHttpServletRequestBuilder request) throws Exception {
		return new JsonMapper().readTree(answer("aes", request, "").getContentAsString(StandardCharsets.UTF_8));
	}

	private MockHttpServletResponse answer(String person, MockHttpServletRequestBuilder request, String body)
			throws Exception {
		return this.browser
			.perform(request.with(user(person)).with(csrf()).contentType(MediaType.APPLICATION_JSON).content(body))
			.andReturn()
			.getResponse();
	}

}
