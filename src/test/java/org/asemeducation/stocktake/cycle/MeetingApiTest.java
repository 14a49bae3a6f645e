package org.asemeducation.stocktake.cycle;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

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

@StocktakeTest
class MeetingApiTest {

	private static final LocalDate JUNE = LocalDate.of(2039, 6, 4);

	private static int number;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private CycleOpening opening;

	@Autowired
	private Meetings meetings;

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
		List<NewMeeting> planned = List.of(
				new NewMeeting(MeetingKind.ISOM, JUNE, "Brussels", MeetingFormat.IN_PERSON, "AES"),
				new NewMeeting(MeetingKind.SOM1, JUNE.plusDays(9), "Malta", MeetingFormat.IN_PERSON, "Malta"));
		this.cycle = this.opening.open(new NewCycle("MEETINGS-" + ++number, "Through the interface", "Europe/Rome",
				planned, JUNE.plusDays(30), JUNE.plusDays(60), JUNE.plusDays(90), JUNE.plusDays(100),
				JUNE.plusDays(120), JUNE.plusDays(130), List.of(), null, null), "aes");
	}

	@AfterEach
	void clearAway() {
		this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(this.cycle.value())
			.rootProcessInstances()
			.list()
			.forEach((instance) -> this.runtime.deleteProcessInstance(instance.getId(), "the test is over"));
		this.jdbc.sql("delete from minutes where :cycle in (cycle, at_cycle)")
			.param("cycle", this.cycle.value())
			.update();
		this.jdbc.sql("delete from meeting where cycle = :cycle").param("cycle", this.cycle.value()).update();
	}

	@Test
	void aMeetingIsBroughtToItsRecordByTheSecretariat() throws Exception {
		// when, then
		assertThat(post("aes", "/ISOM/confirmation", """
				{"planned": "2039-06-05", "place": "Brussels", "format": "hybrid", "host": "AES"}""")).isEqualTo(204);
		assertThat(this.meetings.of(this.cycle, MeetingKind.ISOM).format()).isEqualTo(MeetingFormat.HYBRID);
		assertThat(this.json.readTree(answer("aes", HttpMethod.GET, "/ISOM", "").getContentAsString())
			.at("/meeting/format")
			.asText()).isEqualTo("hybrid");
		assertThat(post("aes", "/ISOM/preparation", "")).isEqualTo(204);
		assertThat(post("aes", "/ISOM/outcome", """
				{"outcome": "held", "heldOn": "2039-06-05"}""")).isEqualTo(204);
		assertThat(post("aes", "/ISOM/record", """
				{"heldOn": "2039-06-05", "format": "by pigeon"}""")).as("there is no such format").isEqualTo(400);
		assertThat(post("aes", "/ISOM/record",
				"""
						{"heldOn": "2039-06-05", "format": "virtual", "partners": 31, "decisions": "The speakers are chosen."}"""))
			.isEqualTo(204);
		assertThat(this.meetings.of(this.cycle, MeetingKind.ISOM)).satisfies((meeting) -> {
			assertThat(meeting.isRecorded()).isTrue();
			assertThat(meeting.format()).isEqualTo(MeetingFormat.VIRTUAL);
			assertThat(meeting.partners()).isEqualTo(31);
			assertThat(meeting.persons()).isNull();
		});
		assertThat(this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(this.cycle + "/ISOM").count())
			.isZero();
	}

	@Test
	void minutesAreShownAndDecidedOn() throws Exception {
		// given
		hold("ISOM");
		bringToOutcome("SOM1");
		// when
		JsonNode shown = this.json.readTree(answer("asef", HttpMethod.GET, "/SOM1", "").getContentAsString());
		int undecided = post("aes", "/SOM1/minutes", "{}");
		int decided = post("aes", "/SOM1/minutes", """
				{"decisions": {%s}}""".formatted(all(shown)));
		// then
		assertThat(shown.at("/title").asText()).isEqualTo("Through the interface");
		assertThat(shown.at("/meeting/state").asText()).isEqualTo("held");
		assertThat(shown.at("/minutes"))
			.filteredOn((minutes) -> minutes.path("cycle").asText().equals(this.cycle.value()))
			.singleElement()
			.satisfies((minutes) -> {
				assertThat(minutes.path("kind").asText()).isEqualTo("ISOM");
				assertThat(minutes.path("held").asText()).isEqualTo("2039-06-04");
			});
		assertThat(undecided).isEqualTo(422);
		assertThat(decided).isEqualTo(204);
	}

	/** Meetings that other tests have held wait for their minutes too. */
	private static String all(JsonNode shown) {
		return StreamSupport.stream(shown.at("/minutes").spliterator(), false)
			.map((minutes) -> "\"%s/%s\": \"adopted\"".formatted(minutes.path("cycle").asText(),
					minutes.path("kind").asText()))
			.collect(Collectors.joining(", "));
	}

	@ParameterizedTest
	@CsvSource({ "POST, /ISOM/confirmation", "POST, /ISOM/preparation", "POST, /ISOM/outcome", "POST, /ISOM/minutes",
			"POST, /ISOM/record", "PUT, /ISOM" })
	void onlyTheSecretariatActs(String method, String path) throws Exception {
		// given
		Meeting before = this.meetings.of(this.cycle, MeetingKind.ISOM);
		String body = "{\"planned\": \"2039-06-04\", \"outcome\": \"dropped\", \"reason\": \"x\", \"state\": \"dropped\"}";
		// when, then
		for (String person : new String[] { "asef", "swg" }) {
			assertThat(answer(person, HttpMethod.valueOf(method), path, body).getStatus()).as(person).isEqualTo(403);
		}
		assertThat(this.meetings.of(this.cycle, MeetingKind.ISOM)).isEqualTo(before);
	}

	@Test
	void readingIsForEverybodyWhoIsSignedIn() throws Exception {
		// when, then
		for (String person : new String[] { "aes", "asef", "swg" }) {
			assertThat(answer(person, HttpMethod.GET, "/SOM2", "").getStatus()).isEqualTo(200);
		}
		assertThat(
				this.browser.perform(request(HttpMethod.GET, address("/SOM2"))).andReturn().getResponse().getStatus())
			.isIn(302, 401);
		assertThat(answer("aes", HttpMethod.GET, "/SOM3", "").getStatus()).isBetween(400, 404);
	}

	@Test
	void whatIsMissingIsSaidAtItsField() throws Exception {
		// when
		MockHttpServletResponse answer = answer("aes", HttpMethod.POST, "/SOM1/outcome", "{\"outcome\": \"dropped\"}");
		// then
		assertThat(answer.getStatus()).isEqualTo(422);
		assertThat(answer.getContentType()).startsWith("application/problem+json");
		JsonNode problem = this.json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
		assertThat(problem.at("/problems/0/field").asText()).isEqualTo("reason");
		assertThat(problem.at("/problems/0/message").asText())
			.isEqualTo("Say in a few words why the meeting is dropped.");
	}

	@Test
	void whatComesSecondIsToldWhereTheMeetingStands() throws Exception {
		// given
		post("aes", "/SOM2/outcome", "{\"outcome\": \"dropped\", \"reason\": \"No host\"}");
		// when
		MockHttpServletResponse answer = answer("aes", HttpMethod.POST, "/SOM2/preparation", "");
		// then
		assertThat(answer.getStatus()).isEqualTo(409);
		assertThat(answer.getContentAsString())
			.contains("Nothing has changed: SOM2 of %s was dropped.".formatted(this.cycle));
	}

	private void hold(String kind) throws Exception {
		bringToOutcome(kind);
		post("aes", "/" + kind + "/record", "{\"heldOn\": \"%s\"}".formatted(JUNE));
	}

	private void bringToOutcome(String kind) throws Exception {
		LocalDate day = this.meetings.of(this.cycle, MeetingKind.valueOf(kind)).planned();
		post("aes", "/" + kind + "/confirmation", "{\"planned\": \"%s\"}".formatted(day));
		post("aes", "/" + kind + "/preparation", "");
		post("aes", "/" + kind + "/outcome", "{\"outcome\": \"held\", \"heldOn\": \"%s\"}".formatted(day));
	}

	private int post(String person, String path, String body) throws Exception {
		return answer(person, HttpMethod.POST, path, body).getStatus();
	}

	private MockHttpServletResponse answer(String person, HttpMethod method, String path, String body)
			throws Exception {
		return this.browser
			.perform(request(method, address(path)).with(user(person))
				.with(csrf())
				.contentType(MediaType.APPLICATION_JSON)
				.content(body))
			.andReturn()
			.getResponse();
	}

	private String address(String path) {
		return "/api/cycles/" + this.cycle + "/meetings" + path;
	}

}
