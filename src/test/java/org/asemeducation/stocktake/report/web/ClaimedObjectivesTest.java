package org.asemeducation.stocktake.report.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.Sealing;
import org.asemeducation.stocktake.report.SmallCycle;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * The web edition finds initiatives by objective and shows the matrix, whether or not it
 * is confirmed which objectives the actions serve.
 */
@StocktakeTest
@Transactional
class ClaimedObjectivesTest {

	private static final String SAID = "Which objectives the actions serve has not been confirmed yet";

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Reports reports;

	@Autowired
	private Sealing sealing;

	private MockMvc browser;

	@BeforeEach
	void confirmNothing() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.jdbc.sql("update contribution set confirmed_at = null, confirmed_by = null").update();
	}

	@Test
	void anInitiativeIsFoundUnderTheObjectivesThatItClaims() throws Exception {
		// when
		String page = published("CLAIMED-1");
		// then
		assertThat(page).contains(SAID, "<option value=\"1\">1: ", "<option value=\"4\">4: ",
				"contributes to objective 1, 3", "Initiatives and subgoals", "<dt>Subgoal 4.2</dt>");
		assertThat(page.split("<span class=\"st-unseen\">contributes</span>", -1)).hasSize(2);
		for (String objective : List.of("1", "3")) {
			assertThat(text("/reports/CLAIMED-1?objective=" + objective)).contains("1 of 1 initiatives");
		}
		assertThat(text("/reports/CLAIMED-1?objective=2")).contains("0 of 1 initiatives");
	}

	@Test
	void whereItIsConfirmedTheActionSaysIt() throws Exception {
		// given
		this.jdbc.sql("""
				insert into contribution (action, subgoal, confirmed_at, confirmed_by) values (1, '2.1', now(), 'aes')
				on conflict (action, subgoal) do update set confirmed_at = now(), confirmed_by = 'aes'""").update();
		// when
		String page = published("CLAIMED-2");
		// then
		assertThat(page).contains("<option value=\"1\">1: ", ", objective 2", "Initiatives and subgoals")
			.doesNotContain(SAID, "contributes to objective");
		assertThat(text("/reports/CLAIMED-2?objective=2")).contains("1 of 1 initiatives");
		assertThat(text("/reports/CLAIMED-2?objective=1")).contains("0 of 1 initiatives");
	}

	private String published(String name) throws Exception {
		SmallCycle cycle = new SmallCycle(this.jdbc, name);
		this.jdbc
			.sql("""
					update revision set content = content || '{"contributions": [{"subgoal": "1.2", "sentence": "Words of a claim."}],
					    "objectives": [{"objective": 3, "sentence": "Words of another."}]}' where cycle = ?""")
			.param(name)
			.update();
		for (State state : List.of(State.FOR_OFFICIALS, State.FOR_MINISTERS)) {
			this.sealing.seal(cycle.name(), state, (report) -> new Annex("Work plan", List.of()), "aes");
		}
		this.reports.publish(cycle.name());
		return text("/reports/" + name);
	}

	private String text(String path) throws Exception {
		return this.browser.perform(get(URI.create(path)))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

}
