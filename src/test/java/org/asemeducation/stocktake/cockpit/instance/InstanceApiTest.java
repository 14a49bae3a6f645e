package org.asemeducation.stocktake.cockpit.instance;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import org.asemeducation.stocktake.StocktakeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

@StocktakeTest
class InstanceApiTest {

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	@BeforeEach
	void openABrowser() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
	}

	@Test
	void idsThatStandForSomethingGetTheirNames() throws Exception {
		// given
		String person = one("select name from contact where user_id = 'aes'");
		String group = one("select group_id from party where acronym = 'ASEF'");

		// when
		MockHttpServletResponse answer = as("aes",
				"/api/cockpit/names?id=aes&id=%s&id=00000000-0000-0000-0000-000000000000".formatted(group));

		// then
		assertThat(answer.getStatus()).isEqualTo(200);
		String names = answer.getContentAsString();
		assertThat(JsonPath.<java.util.Map<String, String>>read(names, "$")).hasSize(2)
			.containsEntry("aes", person)
			.containsEntry(group, "ASEF");
	}

	@Test
	void onlyTheSecretariatIsToldNamesAndCounts() throws Exception {
		for (String path : new String[] { "/api/cockpit/names?id=aes", "/api/cockpit/steps/update:1:x" }) {
			assertThat(as("aes", path).getStatus()).isEqualTo(200);
			for (String other : new String[] { "swg", "asef", "etf" }) {
				MockHttpServletResponse refused = as(other, path);
				assertThat(refused.getStatus()).as(other).isEqualTo(403);
				assertThat(refused.getContentAsString()).contains("Only the secretariat");
			}
		}
	}

	@Test
	void tooManyIdsAtATimeAreRefused() throws Exception {
		String ids = IntStream.range(0, 201).mapToObj((number) -> "id=" + number).collect(Collectors.joining("&"));

		MockHttpServletResponse refused = as("aes", "/api/cockpit/names?" + ids);

		assertThat(refused.getStatus()).isEqualTo(400);
		assertThat(refused.getContentAsString()).contains("200 names at most, not 201");
	}

	@Test
	void whatWasDoneAtTheStepsOfAnUpdateIsToldByOurRecord() throws Exception {
		int first = Integer.parseInt(one("select count(*) from revision where number = 1"));

		String steps = as("aes", "/api/cockpit/steps/nothing:1:x").getContentAsString();

		assertThat(JsonPath.<java.util.List<Integer>>read(steps, "$[?(@.step == 'userTask_provideUpdate')].done"))
			.containsExactly(first);
		assertThat(JsonPath.<java.util.List<Integer>>read(steps, "$[*].waiting")).containsOnly(0);
	}

	private String one(String sql) {
		return this.jdbc.sql(sql).query(String.class).single();
	}

	private MockHttpServletResponse as(String account, String path) throws Exception {
		return this.browser.perform(get(java.net.URI.create(path)).with(user(account))).andReturn().getResponse();
	}

}
