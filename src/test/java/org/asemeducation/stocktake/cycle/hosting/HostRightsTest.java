package org.asemeducation.stocktake.cycle.hosting;

import java.nio.charset.StandardCharsets;

import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.report.SmallCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * What a party may see because it hosts a meeting: its own steps, and no text that is not
 * public.
 */
@StocktakeTest
class HostRightsTest {

	private static final String HOSTING = "/api/cycles/HOSTED/meetings/SOM1/hosting";

	private static boolean written;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private Register register;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	@BeforeEach
	void letAsefHostAMeeting() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		if (!written) {
			new SmallCycle(this.jdbc, "HOSTED");
			written = true;
		}
		this.jdbc
			.sql("""
					insert into meeting (cycle, kind, planned_on, state) values ('HOSTED', 'SOM1', '2039-06-06', 'confirmed'),
					    ('HOSTED', 'SOM2', '2039-09-06', 'planned')""")
			.update();
		this.jdbc.sql("""
				insert into hosting (cycle, kind, party, named_at, named_by, theme, theme_at)
				values ('HOSTED', 'SOM1', :party, now(), 'aes', 'THEME-OF-THE-HOST', now())""")
			.param("party", this.register.party("ASEF").orElseThrow().id().value())
			.update();
	}

	@AfterEach
	void clear() {
		this.jdbc.sql("delete from meeting where cycle = 'HOSTED'").update();
	}

	@Test
	void aHostSeesItsOwnSteps() throws Exception {
		// then
		assertThat(answer("asef", get(HOSTING)).getStatus()).isEqualTo(200);
		assertThat(answer("asef", get(HOSTING)).getContentAsString(StandardCharsets.UTF_8))
			.contains("THEME-OF-THE-HOST");
		assertThat(answer("aes", get(HOSTING)).getStatus()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/reports/HOSTED/draft", "/reports/HOSTED/draft.docx", "/reports/HOSTED/draft.json",
			"/reports/HOSTED/comments", "/reports/HOSTED/comments.csv", "/reports/HOSTED/sealed",
			"/reports/HOSTED/sealed/1/SHA256SUMS", "/api/reports/HOSTED/comments",
			"/meetings/HOSTED/SOM1/state-of-play", "/meetings/HOSTED/SOM1/state-of-play.docx",
			"/meetings/HOSTED/SOM2/state-of-play", "/desk/meetings/HOSTED/SOM1", "/desk/meetings/HOSTED/SOM1/host",
			"/desk/meetings/HOSTED/SOM1/agenda", "/desk/meetings/HOSTED/SOM1/participants",
			"/desk/meetings/HOSTED/SOM1/minutes", "/api/cycles/HOSTED/meetings/SOM2/hosting" })
	void aHostReadsNothingThatIsNotSealedAndNoDesk(String path) throws Exception {
		// when
		MockHttpServletResponse answer = answer("asef", get(path));
		// then
		assertThat(answer.getStatus()).isEqualTo(403);
		assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("Accepted words");
	}

	@Test
	void whoHostsNothingSeesAndDoesNothing() throws Exception {
		// then
		for (String person : new String[] { "iau", "swg" }) {
			assertThat(answer(person, get(HOSTING)).getStatus()).isEqualTo(403);
			for (String act : new String[] { "/proposal", "/theme", "/programme" }) {
				assertThat(answer(person,
						post(HOSTING + act).contentType(MediaType.APPLICATION_JSON).content("{\"text\": \"Mine\"}"))
					.getStatus()).as(act).isEqualTo(403);
			}
			assertThat(answer(person,
					post(HOSTING + "/participants").contentType(MediaType.APPLICATION_OCTET_STREAM).content("PK"))
				.getStatus()).isEqualTo(403);
			assertThat(answer(person, post(HOSTING + "/no-participants")).getStatus()).isEqualTo(403);
		}
		assertThat(answer("asef", post(HOSTING + "/no-participants")).getStatus()).as("the secretariat’s alone")
			.isEqualTo(403);
		assertThat(this.jdbc.sql("select theme from hosting where cycle = 'HOSTED'").query(String.class).single())
			.isEqualTo("THEME-OF-THE-HOST");
	}

	private MockHttpServletResponse answer(String person, MockHttpServletRequestBuilder request) throws Exception {
		return this.browser.perform(request.with(user(person)).with(csrf())).andReturn().getResponse();
	}

}
