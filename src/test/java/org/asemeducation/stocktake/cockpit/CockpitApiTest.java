package org.asemeducation.stocktake.cockpit;

import com.jayway.jsonpath.JsonPath;
import org.asemeducation.stocktake.StocktakeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

@StocktakeTest
class CockpitApiTest {

	private static final String CYCLES = "/api/cockpit/cycles";

	private static int number;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	private String cycle;

	@BeforeEach
	void openABrowser() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.cycle = CYCLES + "/" + new WrittenCycle(this.jdbc, "COCKPIT-" + ++number).name();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/initiatives" })
	void onlyTheSecretariatLooks(String part) throws Exception {
		assertThat(as("aes", this.cycle + part).getStatus()).isEqualTo(200);
		for (String other : new String[] { "swg", "asef", "etf" }) {
			MockHttpServletResponse refused = as(other, this.cycle + part);
			assertThat(refused.getStatus()).as(other).isEqualTo(403);
			assertThat(refused.getContentAsString()).contains("Only the secretariat").doesNotContain("A01-I01");
			assertThat(as(other, CYCLES).getStatus()).as(other).isEqualTo(403);
		}
		assertThat(this.browser.perform(get(this.cycle + part)).andReturn().getResponse().getStatus()).isEqualTo(401);
	}

	@Test
	void nothingIsChangedHere() throws Exception {
		for (String method : new String[] { "POST", "PUT", "DELETE", "PATCH" }) {
			int status = this.browser
				.perform(request(method, java.net.URI.create(this.cycle)).with(user("aes")).with(csrf()))
				.andReturn()
				.getResponse()
				.getStatus();
			assertThat(status).as(method).isEqualTo(405);
		}
	}

	@Test
	void theCycleOpenedLastIsFirst() throws Exception {
		this.jdbc.sql("update cycle set opened_at = '2999-01-01T00:00Z' where name = :name")
			.param("name", this.cycle.substring(CYCLES.length() + 1))
			.update();

		String first = JsonPath.read(as("aes", CYCLES).getContentAsString(), "$[0].name");

		assertThat(CYCLES + "/" + first).isEqualTo(this.cycle);
		this.jdbc.sql("update cycle set opened_at = '2026-01-01T09:00Z' where opened_at = '2999-01-01T00:00Z'")
			.update();
	}

	@Test
	void theOverviewTellsMeetingsDaysAndCounts() throws Exception {
		String overview = as("aes", this.cycle).getContentAsString();

		assertThat(JsonPath.<Object>read(overview, "$.zone")).isEqualTo("Europe/Rome");
		assertThat(JsonPath.<Object>read(overview, "$.freeze")).isEqualTo("2026-03-15");
		assertThat(JsonPath.<Iterable<Object>>read(overview, "$.meetings[*].kind")).containsExactly("ISOM", "SOM1",
				"SOM2", "ASEMME");
		assertThat(JsonPath.<Object>read(overview, "$.meetings[0].on")).as("as held").isEqualTo("2026-01-16");
		assertThat(JsonPath.<Object>read(overview, "$.meetings[0].past")).as("recorded").isEqualTo(false);
		assertThat(JsonPath.<Object>read(overview, "$.meetings[1].format")).isEqualTo("virtual");
		assertThat(JsonPath.<Object>read(overview, "$.meetings[2].format")).isEqualTo("hybrid");
		assertThat(JsonPath.<Object>read(overview, "$.meetings[1].past")).as("nobody recorded it").isEqualTo(true);
		assertThat(JsonPath.<Iterable<Object>>read(overview, "$.meetings[?(@.kind == 'ASEMME')].on")).isEmpty();
		assertThat(JsonPath.<Iterable<Object>>read(overview, "$.counts[*].initiatives")).hasSize(9).containsOnly(1);
		assertThat(JsonPath.<Object>read(overview, "$.reminders.late")).isInstanceOf(Boolean.class);
	}

	@Test
	void theTableIsFilteredSortedAndPagedAsAsked() throws Exception {
		String page = as("aes", this.cycle + "/initiatives?sort=step&order=descending&size=2&page=2")
			.getContentAsString();
		String narrowed = as("aes", this.cycle + "/initiatives?state=returned&search=fellow").getContentAsString();

		assertThat(JsonPath.<Object>read(page, "$.found")).isEqualTo(9);
		assertThat(JsonPath.<Iterable<Object>>read(page, "$.lines[*].initiative")).containsExactly("A03-I02",
				"A02-I02");
		assertThat(JsonPath.<Iterable<Object>>read(narrowed, "$.lines[*].initiative")).containsExactly("A03-I01");
	}

	@Test
	void theFileHasExactlyTheRowsAndColumnsThatAreChosen() throws Exception {
		MockHttpServletResponse file = as("aes",
				this.cycle + "/initiatives.csv?overdue=true&sort=step&order=descending&columns=state,party");

		assertThat(file.getContentType()).startsWith("text/csv");
		assertThat(file.getContentAsString(java.nio.charset.StandardCharsets.UTF_8).lines()).first()
			.asString()
			.endsWith("Id,Initiative,Party,State");
		String overdue = as("aes", this.cycle + "/initiatives?overdue=true&sort=step&order=descending")
			.getContentAsString();
		assertThat(file.getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
			.lines()
			.skip(1)
			.map((line) -> line.substring(0, 7)))
			.containsExactlyElementsOf(JsonPath.<Iterable<String>>read(overdue, "$.lines[*].initiative"))
			.hasSizeGreaterThan(2);
		assertThat(as("aes", this.cycle + "/initiatives.xlsx?state=returned").getContentAsByteArray()).startsWith('P',
				'K');
		assertThat(as("aes", this.cycle + "/initiatives.csv?columns=words").getStatus()).isEqualTo(400);
		assertThat(as("swg", this.cycle + "/initiatives.csv").getStatus()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "sort=due;drop table draft | The table cannot be sorted by",
			"sort=(select 1) | The table cannot be sorted by", "sort=s.due desc, pg_sleep(1) | cannot be sorted",
			"order=desc; select 1 | is no order", "state=settled' or '1'='1 | is no state of an initiative",
			"page=0 | there is no page 0", "page=1 or 1=1 | ''", "size=1000000 | A page has from 1 to 200 rows",
			"size=-1 | A page has from 1 to 200 rows" })
	void whatCannotBeAskedIsRefusedWithAReason(String question, String reason) throws Exception {
		String[] parameter = question.split("=", 2);

		MockHttpServletResponse refused = this.browser
			.perform(get(this.cycle + "/initiatives").param(parameter[0], parameter[1]).with(user("aes")))
			.andReturn()
			.getResponse();

		assertThat(refused.getStatus()).isEqualTo(400);
		assertThat(refused.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		assertThat(refused.getContentAsString()).contains(reason).doesNotContain("SQL");
	}

	@Test
	void aCycleThatIsNotThereIsSaid() throws Exception {
		assertThat(as("aes", CYCLES + "/NO-SUCH-CYCLE").getStatus()).isEqualTo(404);
		assertThat(as("aes", CYCLES + "/NO-SUCH-CYCLE/initiatives").getStatus()).isEqualTo(404);
	}

	private MockHttpServletResponse as(String person, String address) throws Exception {
		return this.browser.perform(get(address).with(user(person))).andReturn().getResponse();
	}

}
