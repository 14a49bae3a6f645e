package org.asemeducation.stocktake.review;

import java.nio.charset.StandardCharsets;

import org.asemeducation.stocktake.StocktakeTest;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
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
 * The page "Reviews" of the secretariat's desk.
 */
@StocktakeTest
class ReviewsPageTest {

	private static int cycles;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	private String cycle;

	@BeforeEach
	void twoUpdatesWaitForTheirReview() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.cycle = "REVIEWS-" + ++cycles;
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values (:cycle, 'From here to there', 'Europe/Rome', 'gathering', now(), 'aes')""")
			.param("cycle", this.cycle)
			.update();
		this.jdbc.sql("""
				insert into deadline (cycle, kind, on_date, hard)
				select :cycle, kind, '2099-01-10', false
				from unnest(array['request', 'deadline', 'freeze', 'reviews', 'comments', 'papers']) as kind""")
			.param("cycle", this.cycle)
			.update();
		submitted("A03-I01", 1, "{\"progress\": \"One course.\", \"continuation\": \"ongoing\"}");
		submitted("A03-I02", 2, "{\"progress\": \"See TBC.\", \"continuation\": \"suspended\"}");
	}

	@AfterEach
	void endTheReviews() {
		this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("review")
			.list()
			.stream()
			.filter((review) -> review.getBusinessKey().startsWith(this.cycle))
			.forEach((review) -> this.runtime.deleteProcessInstance(review.getId(), "the test is over"));
	}

	@Test
	void showsWhatWaitsWithWhomAndWhatToReadFirst() throws Exception {
		// when
		String page = text(open(get("/desk/reviews").param("cycle", this.cycle)));
		// then
		assertThat(page).contains("2 updates wait", "A03-I01 Initiative A03-I01", "SWG Desk", "Sat 10 Jan 2099",
				"a placeholder is left, suspended");
	}

	@Test
	void whatIsUnremarkableIsTickedAtOnce() throws Exception {
		// when
		String page = text(open(get("/desk/reviews").param("cycle", this.cycle).param("tick", "unremarkable")));
		// then
		assertThat(page).containsPattern("value=\"A03-I01:1\"[^>]* checked")
			.doesNotContainPattern("value=\"A03-I02:1\"[^>]* checked");
	}

	@Test
	void acceptsWhatIsTickedAfterItWasShownWithItsCount() throws Exception {
		// when
		String preview = text(open(act("/preview", "ACCEPT", "A03-I01:1", "A03-I02:1")));
		// then
		assertThat(preview).contains("Accept 2 updates?");
		assertThat(verdicts()).isZero();
		// when
		MockHttpServletResponse done = open(act("", "ACCEPT", "A03-I01:1", "A03-I02:1"));
		// then
		assertThat(done.getRedirectedUrl()).isEqualTo("/desk/reviews?cycle=" + this.cycle);
		assertThat(verdicts()).isEqualTo(2);
		assertThat(waiting()).isZero();
	}

	@Test
	void anInitiativeMayBeCalledAsAnyPlanCallsIt() throws Exception {
		// given
		submitted("C1-D01-I03-2", 3, "{\"progress\": \"One course.\", \"continuation\": \"ongoing\"}");
		// when
		String preview = text(open(act("/preview", "ACCEPT", "C1-D01-I03-2:1")));
		// then
		assertThat(preview).contains("Accept one update?", "C1-D01-I03-2");
	}

	@Test
	void whatHasChangedMeanwhileIsLeftOutAndTheRestIsDone() throws Exception {
		// given
		revise("A03-I02");
		// when
		open(act("", "ACCEPT", "A03-I01:1", "A03-I02:1"));
		// then
		assertThat(verdicts()).isEqualTo(1);
		assertThat(waiting()).isEqualTo(1);
	}

	@Test
	void nothingIsTakenAsReceivedWhileItCanBeReviewed() throws Exception {
		// when
		open(act("", "RECEIVE", "A03-I01:1").param("reason", "Nobody had time"));
		// then
		assertThat(verdicts()).isZero();
		assertThat(waiting()).isEqualTo(2);
	}

	@Test
	void nothingTickedIsASentence() throws Exception {
		// when
		MockHttpServletResponse answer = open(act("/preview", "ACCEPT"));
		// then
		assertThat(answer.getRedirectedUrl()).isEqualTo("/desk/reviews?cycle=" + this.cycle);
	}

	@Test
	void reviewersCompareAndReadAllRounds() throws Exception {
		// given
		this.jdbc
			.sql("""
					with said as (insert into verdict (revision, accepted, given_at, given_by)
					    select id, false, now(), 'swg' from revision where cycle = :cycle and initiative = 'A03-I01' returning revision)
					insert into remark (revision, number, field, text, said_by, said_at)
					select revision, 1, 'progress', 'How many?', 'swg', now() from said""")
			.param("cycle", this.cycle)
			.update();
		revise("A03-I01");
		String address = "/api/reviews/%s/A03-I01".formatted(this.cycle);
		// when
		String rounds = text(openAs("swg", get(address + "/rounds")));
		String changes = text(openAs("swg", get(address + "/changes").param("from", "1")));
		// then
		assertThat(rounds).contains("\"verdict\":\"returned\"", "\"by\":\"SWG Desk\"",
				"\"remarks\":{\"progress\":\"How many?\"}", "\"number\":2");
		assertThat(changes)
			.isEqualTo("[{\"field\":\"progress\",\"rows\":[{\"kind\":\"changed\",\"cells\":[{\"name\":\"\",\"parts\":["
					+ "{\"kind\":\"struck\",\"text\":\"One\"},{\"kind\":\"added\",\"text\":\"Four\"},{\"kind\":\"same\",\"text\":\" \"},"
					+ "{\"kind\":\"struck\",\"text\":\"course\"},{\"kind\":\"added\",\"text\":\"courses\"},{\"kind\":\"same\",\"text\":\".\"}]}]}]}]");
		assertThat(openAs("swg", get(address + "/changes").param("from", "7")).getStatus()).isEqualTo(404);
	}

	private void submitted(String initiative, int position, String content) {
		this.jdbc
			.sql("""
					insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
					    coordinators)
					values (:cycle, :initiative, :position, 3, 'Third action', 'Initiative ' || :initiative, false, 'summary',
					    'ASEF')""")
			.param("cycle", this.cycle)
			.param("initiative", initiative)
			.param("position", position)
			.update();
		this.jdbc.sql("""
				insert into update_request (cycle, initiative, state, asked_at)
				values (:cycle, :initiative, 'in-review', now())""")
			.param("cycle", this.cycle)
			.param("initiative", initiative)
			.update();
		revision(initiative, 1, content);
		this.runtime.startProcessInstanceByKey("review", this.cycle + "/" + initiative);
	}

	private void revise(String initiative) {
		revision(initiative, 2, "{\"progress\": \"Four courses.\", \"continuation\": \"ongoing\"}");
	}

	private void revision(String initiative, int number, String content) {
		this.jdbc.sql("""
				insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
				values (:cycle, :initiative, :number, cast(:content as jsonb), now(), 'asef')""")
			.param("cycle", this.cycle)
			.param("initiative", initiative)
			.param("number", number)
			.param("content", content)
			.update();
	}

	private MockHttpServletRequestBuilder act(String step, String act, String... chosen) {
		MockHttpServletRequestBuilder request = post("/desk/reviews/" + this.cycle + step).param("act", act)
			.with(csrf());
		return (chosen.length > 0) ? request.param("chosen", chosen) : request;
	}

	private MockHttpServletResponse open(MockHttpServletRequestBuilder request) throws Exception {
		return openAs("aes", request);
	}

	private MockHttpServletResponse openAs(String who, MockHttpServletRequestBuilder request) throws Exception {
		return this.browser.perform(request.with(user(who))).andReturn().getResponse();
	}

	private static String text(MockHttpServletResponse response) throws Exception {
		assertThat(response.getStatus()).isEqualTo(200);
		return response.getContentAsString(StandardCharsets.UTF_8);
	}

	private int verdicts() {
		return this.jdbc.sql(
				"select count(*) from verdict v join revision r on r.id = v.revision where r.cycle = :cycle and v.accepted")
			.param("cycle", this.cycle)
			.query(Integer.class)
			.single();
	}

	private long waiting() {
		return this.tasks.createTaskQuery().processInstanceBusinessKeyLike(this.cycle + "/%").count();
	}

}
