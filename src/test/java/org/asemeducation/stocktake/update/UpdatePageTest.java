package org.asemeducation.stocktake.update;

import java.nio.charset.StandardCharsets;

import org.asemeducation.stocktake.StocktakeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * The address that mails carry, where there is neither a form nor an update: one sentence
 * says why.
 */
@StocktakeTest
class UpdatePageTest {

	private static final String CYCLE = "SENTENCES";

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	@BeforeEach
	void openABrowser() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values (:cycle, 'From here to there', 'Europe/Rome', 'gathering', now(), 'aes')
				on conflict do nothing""").param("cycle", CYCLE).update();
		this.jdbc.sql("""
				insert into deadline (cycle, kind, on_date, hard)
				select :cycle, kind, '2099-01-10', false
				from unnest(array['request', 'deadline', 'freeze', 'reviews', 'comments', 'papers']) as kind
				on conflict do nothing""").param("cycle", CYCLE).update();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					A03-I01 | unstaffed |                    | Nobody coordinates A03-I01 yet: the secretariat is looking for a coordinator.
					A03-I02 | requested |                    | The update of A03-I02 is asked for and not submitted yet.
					A03-I03 | settled   | no-update-received | No update of A03-I03 was received, and none can be given any more.
					""")
	void oneSentenceStandsWhereThereIsNothingToShow(String initiative, String state, String settledAs, String sentence)
			throws Exception {
		// given
		ask(initiative, state, settledAs);
		// when
		MockHttpServletResponse page = open("swg", initiative);
		// then
		assertThat(page.getStatus()).isEqualTo(404);
		assertThat(page.getContentAsString(StandardCharsets.UTF_8))
			.contains("<p class=\"st-sentence\">%s</p>".formatted(sentence))
			.doesNotContain("data-initiative");
	}

	private void ask(String initiative, String state, String settledAs) {
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators)
				values (:cycle, :initiative, 1, 3, 'Third action', 'An initiative', false, 'summary', 'ASEF')""")
			.param("cycle", CYCLE)
			.param("initiative", initiative)
			.update();
		this.jdbc.sql("""
				insert into update_request (cycle, initiative, state, settled_as, asked_at)
				values (:cycle, :initiative, :state, :settledAs, now())""")
			.param("cycle", CYCLE)
			.param("initiative", initiative)
			.param("state", state)
			.param("settledAs", settledAs)
			.update();
	}

	private MockHttpServletResponse open(String person, String initiative) throws Exception {
		return this.browser.perform(get("/i/{cycle}/{initiative}", CYCLE, initiative).with(user(person)))
			.andReturn()
			.getResponse();
	}

}
