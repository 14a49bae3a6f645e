package org.asemeducation.stocktake.cycle.attendance;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.engine.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Who takes part in a meeting: taken whole or not at all, and counted.
 */
@StocktakeTest
class AttendanceTest {

	private static final CycleName CYCLE = new CycleName("ATTENDED");

	private static final String PAGE = "/desk/meetings/ATTENDED/SOM1/participants";

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private Attendance attendance;

	@Autowired
	private Register register;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	@BeforeEach
	void openACycle() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.register.register(new NewParty("Malta", null, "partner-country", "Europe", "MT", true, false));
		this.register.register(new NewParty("Thailand", null, "partner-country", "Asia", "TH", true, false));
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values ('ATTENDED', 'From here to there', 'Europe/Rome', 'opened', '2000-01-01', 'aes')
				on conflict do nothing""").update();
		this.jdbc.sql("""
				insert into meeting (cycle, kind, planned_on, place, host, state)
				values ('ATTENDED', 'SOM1', '2039-06-06', 'Valletta', 'Malta', 'confirmed')""").update();
	}

	@AfterEach
	void clear() {
		this.jdbc.sql("delete from meeting where cycle = 'ATTENDED'").update();
		this.jdbc.sql("delete from cycle where name = 'ATTENDED'").update();
	}

	@Test
	void partnersAndStakeholdersAreCountedOnceHoweverManyTheySend() throws Exception {
		// when
		MockHttpServletResponse answer = upload(
				Workbooks.of(new String[] { "party", "name", "function" }, new String[] { "Malta", "Kim Lee", "Head" },
						new String[] { "Malta", "Sam Roy", "" }, new String[] { "Thailand", "Ana Cruz", "" },
						new String[] { "ASEF", "Lu Wei", "" }, new String[] { "", "A guest", "Speaker" }));
		// then
		assertThat(answer.getRedirectedUrl()).isEqualTo(PAGE);
		Headcount count = this.attendance.count(CYCLE, MeetingKind.SOM1).orElseThrow();
		assertThat(count.countries()).isEqualTo(2);
		assertThat(count.partners()).isEqualTo(2);
		assertThat(count.stakeholders()).isEqualTo(1);
		assertThat(count.persons()).isEqualTo(5);
		assertThat(count.allCountries()).isEqualTo(51);
		assertThat(count.allInstitutions()).isEqualTo(2);
		assertThat(open("aes", PAGE))
			.contains("2 of 51 partner countries and 0 of 2 institutional partners, 1 stakeholder, 5 persons");
		assertThat(open("aes", "/api/cycles/ATTENDED/meetings/SOM1/participants")).contains("\"partners\":2",
				"\"stakeholders\":1", "\"persons\":5");
	}

	@Test
	void aListTakesThePlaceOfTheOneBeforeAndABrokenOneOfNothing() throws Exception {
		// given
		this.attendance.type(CYCLE, MeetingKind.SOM1, "Malta; Kim Lee; Head\n;A guest", "aes");
		List<Participant> before = this.attendance.of(CYCLE, MeetingKind.SOM1);
		// when
		MockHttpServletResponse broken = upload(Workbooks.of(new String[] { "party", "name" },
				new String[] { "Thailand", "Ana Cruz" }, new String[] { "Atlantis", "Poseidon" }));
		// then
		assertThat(broken.getStatus()).isEqualTo(422);
		assertThat(broken.getContentAsString(StandardCharsets.UTF_8))
			.contains("Nothing is loaded: row 3: the register has no party “Atlantis”.");
		assertThat(this.attendance.of(CYCLE, MeetingKind.SOM1)).isEqualTo(before).hasSize(2);
		// when
		upload(Workbooks.of(new String[] { "party", "name" }, new String[] { "Thailand", "Ana Cruz" }));
		// then
		assertThat(this.attendance.of(CYCLE, MeetingKind.SOM1)).extracting(Participant::name)
			.containsExactly("Ana Cruz");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Malta, Kim Lee              | row 1 is not “party; name; function”
			Malta; ; Head               | row 1 has no name
			Malta; Kim\\nMALTA; kim     | row 2 says the same as row 1
			' '                         | the list names nobody
			""")
	void whatIsTypedWrongIsOneSentence(String list, String sentence) {
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.attendance.type(CYCLE, MeetingKind.SOM1, list.replace("\\n", "\n"), "aes"))
			.withMessageStartingWith("Nothing is loaded: ")
			.withMessageContaining(sentence);
		assertThat(this.attendance.count(CYCLE, MeetingKind.SOM1)).isEmpty();
	}

	@Test
	void whatLooksLikeAFormulaLeavesWithoutItsPower() throws Exception {
		// given
		this.attendance.type(CYCLE, MeetingKind.SOM1, "Malta; =1+1; @SUM(A1)", "aes");
		// then
		assertThat(open("aes", PAGE + "/list.csv")).contains("Malta,'=1+1,'@SUM(A1),partner");
		assertThat(open("aes", PAGE)).contains("=1+1");
	}

	@Test
	void theListOfAMeetingThatIsRecordedStays() {
		// given
		this.jdbc.sql("""
				update meeting set state = 'held', held_on = '2039-06-06', recorded_at = now(), recorded_by = 'aes'
				where cycle = 'ATTENDED'""").update();
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.attendance.type(CYCLE, MeetingKind.SOM1, "Malta; Kim Lee", "aes"))
			.withMessage("Nothing is loaded: SOM1 of ATTENDED is recorded.");
	}

	@Test
	void onlyTheSecretariatSeesAndLoadsTheList() throws Exception {
		// given
		this.attendance.type(CYCLE, MeetingKind.SOM1, "Malta; Kim Lee", "aes");
		// when, then
		for (String person : new String[] { "asef", "swg" }) {
			for (String path : new String[] { PAGE, PAGE + "/list.csv",
					"/api/cycles/ATTENDED/meetings/SOM1/participants" }) {
				assertThat(this.browser.perform(get(path).with(user(person))).andReturn().getResponse().getStatus())
					.isEqualTo(403);
			}
			assertThat(this.browser.perform(post(PAGE + "/list").param("list", ";X").with(user(person)).with(csrf()))
				.andReturn()
				.getResponse()
				.getStatus()).isEqualTo(403);
		}
		assertThat(this.attendance.of(CYCLE, MeetingKind.SOM1)).hasSize(1);
	}

	private MockHttpServletResponse upload(byte[] file) throws Exception {
		return act(multipart(PAGE + "/file").file(new MockMultipartFile("file", "list.xlsx", null, file)));
	}

	private String open(String person, String path) throws Exception {
		return this.browser.perform(get(path).with(user(person)))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

	private MockHttpServletResponse act(MockHttpServletRequestBuilder request) throws Exception {
		return this.browser.perform(request.with(user("aes")).with(csrf())).andReturn().getResponse();
	}

}
