package org.asemeducation.stocktake.cockpit.instance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.cockpit.WrittenCycle;
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
		assertThat(JsonPath.<Map<String, String>>read(names, "$")).hasSize(2)
			.containsEntry("aes", person)
			.containsEntry(group, "ASEF");
	}

	@Test
	void processesAboutPeoplePartiesAndProposalsAreNamedByThem() throws Exception {
		// given
		String contact = one("select id::text from contact where user_id = 'aes'");
		String asef = one("select id::text from party where acronym = 'ASEF'");
		List<String> keys = List.of("X9/contact/" + contact, "X9/party/" + asef, "X9/contribution/" + asef,
				"proposal/12", "X9/chapter/3", "X9/subgoal/1.2", "X9/contact/99999999999999999999");
		for (int each = 0; each < keys.size(); each++) {
			this.jdbc.sql("""
					insert into act_ru_execution (id_, rev_, business_key_, is_active_, is_concurrent_, is_scope_,
					    is_event_scope_, suspension_state_) values (:id, 1, :key, true, false, true, false, 1)""")
				.param("id", "named-" + each)
				.param("key", keys.get(each))
				.update();
		}
		// when
		String names = as("aes",
				"/api/cockpit/names?id=named-0&id=named-1&id=named-2&id=named-3&id=named-4&id=named-5&id=named-6")
			.getContentAsString();
		this.jdbc.sql("delete from act_ru_execution where id_ like 'named-%'").update();
		// then
		assertThat(JsonPath.<Map<String, String>>read(names, "$")).containsExactlyInAnyOrderEntriesOf(
				Map.of("named-0", one("select name from contact where user_id = 'aes'") + " · X9", "named-1",
						"ASEF · X9", "named-2", "Open contribution of ASEF · X9", "named-3", "Proposal 12", "named-4",
						"Chapter 3 · X9", "named-5", "Subgoal 1.2 · X9", "named-6", keys.get(6)));
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
		// given
		Map<String, Integer> before = done("update");
		Map<String, Integer> reviewed = done("review");

		// when
		new WrittenCycle(this.jdbc, "STEPS");
		accepted("A04-I01", "reworded", false);
		accepted("A04-I02", "taken in late", true);

		// then
		Map<String, Integer> after = done("update");
		after.replaceAll((step, number) -> number - before.getOrDefault(step, 0));
		assertThat(after).containsEntry("userTask_provideUpdate", 3)
			.containsEntry("userTask_reviseUpdate", 1)
			.containsEntry("serviceTask_settleUpdate", 1)
			.containsEntry("serviceTask_settleWithoutUpdate", 2)
			.doesNotContainKey("userTask_reviewUpdate");
		assertThat(done("review").get("userTask_reviewUpdate") - reviewed.getOrDefault("userTask_reviewUpdate", 0))
			.isEqualTo(3);
	}

	@Test
	void anotherModelHasNoStepsOfAnUpdate() throws Exception {
		assertThat(done("cycle").keySet()).noneMatch((step) -> step.contains("Update"));
		assertThat(as("aes", "/api/cockpit/steps/nothing:1:x").getContentAsString()).isEqualTo("[]");
	}

	private void accepted(String initiative, String why, boolean takenIn) {
		long revision = this.jdbc.sql("""
				insert into revision (cycle, initiative, number, content, submitted_at, submitted_by, late)
				select 'STEPS', :initiative, count(*) + 1, '{}', now(), 'aes', :late from revision
				where cycle = 'STEPS' and initiative = :initiative returning id""")
			.param("initiative", initiative)
			.param("late", takenIn)
			.query(Long.class)
			.single();
		this.jdbc.sql("insert into verdict (revision, accepted, given_at, given_by) values (?, true, now(), 'aes')")
			.param(revision)
			.update();
		if (takenIn) {
			this.jdbc.sql("insert into taken_in values (?, ?, now(), 'aes')").param(revision).param(why).update();
			this.jdbc.sql("update update_request set settled_as = 'accepted' where cycle = 'STEPS' and initiative = ?")
				.param(initiative)
				.update();
		}
	}

	private Map<String, Integer> done(String model) throws Exception {
		String definition = one(
				"select id_ from act_re_procdef where key_ = '%s' order by version_ desc limit 1".formatted(model));
		return JsonPath
			.<List<Map<String, Object>>>read(as("aes", "/api/cockpit/steps/" + definition).getContentAsString(), "$")
			.stream()
			.collect(Collectors.toMap((step) -> (String) step.get("step"), (step) -> (Integer) step.get("done")));
	}

	private String one(String sql) {
		return this.jdbc.sql(sql).query(String.class).single();
	}

	private MockHttpServletResponse as(String account, String path) throws Exception {
		return this.browser.perform(get(java.net.URI.create(path)).with(user(account))).andReturn().getResponse();
	}

}
