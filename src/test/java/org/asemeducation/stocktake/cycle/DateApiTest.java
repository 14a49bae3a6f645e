package org.asemeducation.stocktake.cycle;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.asemeducation.stocktake.StocktakeTest;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
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
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/**
 * The endpoints behind "Move a date".
 */
@StocktakeTest
class DateApiTest {

	private static final LocalDate MARCH = LocalDate.of(2040, 3, 12);

	private static int number;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private CycleOpening opening;

	@Autowired
	private CalendarRows rows;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private JdbcClient jdbc;

	private final ObjectMapper json = new ObjectMapper();

	private MockMvc browser;

	private CycleName cycle;

	@BeforeEach
	void openACycle() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		ProposedDates dates = ProposedDates.backwardsFrom(MARCH);
		this.cycle = this.opening.open(new NewCycle("DATES-" + ++number, "Through the interface", "Europe/Rome",
				List.of(new NewMeeting(MeetingKind.SOM2, MARCH, "Malta", MeetingFormat.IN_PERSON, "Malta")),
				dates.request(), dates.deadline(), dates.freeze().plusDays(1), dates.reviews(), dates.comments(),
				dates.papers(), List.of(), null, null), "aes");
	}

	@AfterEach
	void clearAway() {
		this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(this.cycle.value())
			.rootProcessInstances()
			.list()
			.forEach((instance) -> this.runtime.deleteProcessInstance(instance.getId(), "the test is over"));
		this.jdbc.sql("delete from meeting where cycle = :cycle").param("cycle", this.cycle.value()).update();
	}

	@Test
	void theFormIsToldEveryDateAndWhatHangsOnWhat() throws Exception {
		// when
		JsonNode cycles = body(answer("aes", HttpMethod.GET, "/api/cycles", ""));
		// then
		JsonNode dates = null;
		for (JsonNode one : cycles) {
			dates = one.path("name").asText().equals(this.cycle.value()) ? one.path("dates") : dates;
		}
		assertThat(dates).extracting((date) -> date.path("date").asText())
			.containsExactly("ISOM", "SOM1", "SOM2", "ASEMME", "request", "deadline", "freeze", "reviews", "comments",
					"papers");
		assertThat(dates).filteredOn((date) -> date.path("hangsOn").asText().equals("SOM2"))
			.extracting((date) -> date.path("date").asText())
			.containsExactly("request", "deadline", "reviews", "comments", "papers");
		assertThat(dates.get(2).path("on").asText()).isEqualTo("2040-03-12");
		assertThat(dates.get(2).path("version").asInt()).isOne();
		assertThat(dates.get(0).path("on").isMissingNode()).isTrue();
	}

	@Test
	void aMoveOntoAClosedDateIsAWarning() throws Exception {
		// given SOM2 on 19 March, and with it the freeze's neighbour, the deadline, on 12
		// December
		this.jdbc
			.sql("""
					insert into closed_date (from_day, to_day, party, reason, added_at, added_by)
					select day, day, id, 'Feast', now(), 'aes' from party, (values (date '2040-03-19'), (date '2039-12-12')) d (day)
					where party.id = (select min(id) from party)""")
			.update();
		// when
		JsonNode warnings = body(post("aes", "SOM2/preview", """
				{"to": "2040-03-19", "version": 1}""")).path("warnings");
		this.jdbc.sql("delete from closed_date where reason = 'Feast'").update();
		// then
		assertThat(warnings).extracting(JsonNode::asText)
			.anyMatch((one) -> one.startsWith("SOM2 would fall on Monday 19 March 2040, which is closed for "))
			.anyMatch((one) -> one
				.startsWith("The deadline would fall on Monday 12 December 2039, which is closed for "));
	}

	@Test
	void aMoveIsSeenBeforeItCounts() throws Exception {
		// when
		JsonNode foreseen = body(post("aes", "SOM2/preview", """
				{"to": "2040-03-19", "version": 1}"""));
		LocalDate meanwhile = this.rows.of(this.cycle, new DateName("SOM2")).on();
		int moved = post("aes", "SOM2", """
				{"to": "2040-03-19", "version": 1, "reason": "The host asked for it"}""").getStatus();
		// then
		assertThat(foreseen.path("dates"))
			.extracting((date) -> date.path("date").asText() + " " + date.path("to").asText())
			.containsExactly("SOM2 2040-03-19", "request 2039-10-31", "deadline 2039-12-12", "reviews 2040-01-23",
					"comments 2040-02-20", "papers 2040-03-05");
		assertThat(foreseen.path("told")).isEmpty();
		assertThat(foreseen.path("reminders")).isNotEmpty()
			.anySatisfy((reminder) -> assertThat(reminder.path("from").asText()).isEqualTo("2039-11-28"));
		assertThat(foreseen.path("tasks")).anySatisfy((task) -> {
			assertThat(task.path("task").asText()).isEqualTo("Send the requests now");
			assertThat(task.path("to").asText()).isEqualTo("2039-10-31");
		});
		assertThat(meanwhile).isEqualTo(MARCH);
		assertThat(moved).isEqualTo(204);
		assertThat(this.rows.of(this.cycle, new DateName("papers")).on()).isEqualTo("2040-03-05");
	}

	@Test
	void whoComesSecondIsTold() throws Exception {
		// given
		post("aes", "freeze", "{\"to\": \"2040-01-10\", \"version\": 1, \"reason\": \"First\"}");
		// when
		MockHttpServletResponse preview = post("aes", "freeze/preview", "{\"to\": \"2040-01-12\", \"version\": 1}");
		MockHttpServletResponse second = post("aes", "freeze",
				"{\"to\": \"2040-01-12\", \"version\": 1, \"reason\": \"Second\"}");
		// then
		assertThat(preview.getStatus()).isEqualTo(409);
		assertThat(second.getStatus()).isEqualTo(409);
		assertThat(body(second).path("detail").asText()).isEqualTo(
				"Nothing is moved: somebody has moved the freeze of %s meanwhile, to Tuesday 10 January 2040. Look at it again."
					.formatted(this.cycle));
		assertThat(this.rows.of(this.cycle, new DateName("freeze")).on()).isEqualTo("2040-01-10");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			freeze | {"reason": "x"}                        | 422 | to
			freeze | {"to": "2040-01-10", "reason": "  "}   | 422 | reason
			freeze | {"to": "2040-01-10"}                   | 422 | reason
			freeze | {"to": "2020-01-10", "reason": "x"}    | 422 | to
			freeze | {"to": "2040-02-30", "reason": "x"}    | 400 |
			freeze | {"to": "+999999999-12-31", "reason": "x"} | 422 | to
			frieze | {"to": "2040-01-10", "reason": "x"}    | 400 |
			SOM3   | {"to": "2040-01-10", "reason": "x"}    | 400 |
			""")
	void badInputIsAnsweredAtItsFieldAndChangesNothing(String date, String sent, int status, String field)
			throws Exception {
		// given
		List<StandingDate> before = this.rows.of(this.cycle);
		// when
		MockHttpServletResponse answer = post("aes", date, sent);
		// then
		assertThat(answer.getStatus()).isEqualTo(status);
		assertThat(body(answer).at("/problems/0/field").asText(null)).isEqualTo(field);
		assertThat(body(answer).path("detail").asText()).isNotEmpty();
		assertThat(this.rows.of(this.cycle)).isEqualTo(before);
	}

	@Test
	void onlyTheSecretariatLooksAndMoves() throws Exception {
		// given
		List<StandingDate> before = this.rows.of(this.cycle);
		// when, then
		for (String person : List.of("asef", "swg")) {
			assertThat(answer(person, HttpMethod.GET, "/api/cycles", "").getStatus()).isEqualTo(403);
			assertThat(post(person, "freeze/preview", "{\"to\": \"2040-01-10\"}").getStatus()).isEqualTo(403);
			assertThat(post(person, "freeze", "{\"to\": \"2040-01-10\", \"reason\": \"x\"}").getStatus())
				.isEqualTo(403);
		}
		assertThat(this.rows.of(this.cycle)).isEqualTo(before);
	}

	private MockHttpServletResponse post(String person, String date, String body) throws Exception {
		return answer(person, HttpMethod.POST, "/api/cycles/%s/dates/%s".formatted(this.cycle, date), body);
	}

	private MockHttpServletResponse answer(String person, HttpMethod method, String path, String body)
			throws Exception {
		return this.browser
			.perform(request(method, path).with(user(person))
				.with(csrf())
				.contentType(MediaType.APPLICATION_JSON)
				.content(body))
			.andReturn()
			.getResponse();
	}

	private JsonNode body(MockHttpServletResponse answer) throws Exception {
		return this.json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
	}

}
