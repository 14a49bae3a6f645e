package org.asemeducation.stocktake.watch;

import com.jayway.jsonpath.JsonPath;
import org.asemeducation.stocktake.StocktakeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * What the secretariat sees of health, figures and version.
 */
@StocktakeTest
class WatchTest {

	@Autowired
	private WebApplicationContext application;

	private MockMvc browser;

	@BeforeEach
	void openABrowser() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
	}

	@Test
	void theHealthHasItsFivePartsAndTheTwoOfTheNode() throws Exception {
		assertThat(JsonPath.<Iterable<String>>read(seen("/actuator/health"), "$.components.keys()"))
			.containsExactlyInAnyOrder("database", "engine", "mail", "reminders", "clock", "livenessState",
					"readinessState");
	}

	@Test
	void whetherANodeLivesDependsOnNothingOutsideIt() throws Exception {
		assertThat(JsonPath.<Iterable<String>>read(seen("/actuator/health/liveness"), "$.components.keys()"))
			.containsExactly("livenessState");
	}

	@Test
	void whetherItGetsRequestsDependsOnDatabaseAndEngineAndNeitherOnMailNorReminders() throws Exception {
		assertThat(JsonPath.<Iterable<String>>read(seen("/actuator/health/readiness"), "$.components.keys()"))
			.containsExactlyInAnyOrder("database", "engine", "readinessState");
	}

	@Test
	void everyFigureIsThereWithAllItsKinds() throws Exception {
		// when
		String figures = seen("/actuator/prometheus");

		// then
		for (String figure : new String[] { "stocktake_jobs_total{outcome=\"executed\"}",
				"stocktake_jobs_total{outcome=\"failed\"}", "stocktake_jobs_taken ", "stocktake_clock_ahead_seconds ",
				"stocktake_health{part=\"mail\"} 1.0", "stocktake_health{part=\"database\"} 1.0",
				"stocktake_health{part=\"clock\"}", "stocktake_health{part=\"engine\"}",
				"stocktake_health{part=\"reminders\"}", "stocktake_incidents{process=\"mail\"}",
				"stocktake_incidents{process=\"reminder\"}", "stocktake_incidents{process=\"open-cycle\"}",
				"stocktake_tasks{state=\"open\"}", "stocktake_tasks{state=\"overdue\"}",
				"stocktake_mails{state=\"queued\"}", "stocktake_mails{state=\"sending\"}",
				"stocktake_mails{state=\"failed\"}", "stocktake_mails_oldest_seconds ",
				"stocktake_reminders_age_seconds ", "stocktake_updates{state=\"not-asked\"}",
				"stocktake_updates{state=\"in-review\"}", "stocktake_updates{state=\"no-update-received\"}",
				"hikaricp_connections_active", "jvm_memory_used_bytes" }) {
			assertThat(figures).contains("\n" + figure);
		}
		assertThat(figures.lines()
			.filter((line) -> line.startsWith("stocktake_") && line.contains("NaN"))
			.filter((line) -> !line.startsWith("stocktake_reminders_age"))).isEmpty();
	}

	@Test
	void theVersionIsTold() throws Exception {
		assertThat(JsonPath.<String>read(seen("/actuator/info"), "$.stocktake.engine")).startsWith("7.24");
	}

	private String seen(String address) throws Exception {
		return this.browser.perform(get(address).with(user("aes"))).andReturn().getResponse().getContentAsString();
	}

}
