package org.asemeducation.stocktake.cycle.agenda;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
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
 * The agenda as the AES changes it on its page, and as its readers have it.
 */
@StocktakeTest
class AgendaPageTest {

	private static final CycleName CYCLE = new CycleName("AGENDAS");

	private static final String PAGE = "/desk/meetings/AGENDAS/SOM1/agenda";

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private Agendas agendas;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	@BeforeEach
	void openACycle() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values ('AGENDAS', 'From here to there', 'Europe/Rome', 'opened', '2000-01-01', 'aes')
				on conflict do nothing""").update();
		this.jdbc.sql("""
				insert into meeting (cycle, kind, planned_on, place, host, state)
				values ('AGENDAS', 'SOM1', '2039-06-06', 'Valletta', 'Malta', 'confirmed')""").update();
	}

	@AfterEach
	void clear() {
		this.jdbc.sql("delete from meeting where cycle = 'AGENDAS'").update();
		this.jdbc.sql("delete from cycle where name = 'AGENDAS'").update();
	}

	@Test
	void pointsAreNumberedStruckAndAdded() throws Exception {
		// when
		MockHttpServletResponse answer = act(form().param("order-0", "99")
			.param("struck-3", "true")
			.param("title-6", "Welcome <by> the host")
			.param("order-6", "0")
			.param("minutes-6", "10"));
		// then
		assertThat(answer.getRedirectedUrl()).isEqualTo(PAGE);
		assertThat(this.agendas.lines(CYCLE, MeetingKind.SOM1)).extracting((line) -> line.label() + " " + line.title())
			.containsExactly("1 Welcome <by> the host", "2 State of play of the stocktaking",
					"3 Initiatives of the Action Plan", "4 Updates by partners",
					"5 State of play of the ASEM Foreign Ministers’ process", "6 Minutes of the last meeting");
		assertThat(open("aes", PAGE)).contains("1 Welcome &lt;by&gt; the host", ", 10 minutes").doesNotContain("<by>");
	}

	@Test
	void whatIsRefusedStaysInTheForm() throws Exception {
		// when
		MockHttpServletResponse answer = act(form().param("title-6", "Welcome").param("minutes-6", "ten"));
		// then
		assertThat(answer.getStatus()).isEqualTo(422);
		assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("give the minutes of “Welcome”",
				"value=\"Welcome\"");
		assertThat(this.agendas.prepared(CYCLE, MeetingKind.SOM1).version()).isZero();
	}

	@Test
	void whatWasSentIsReadByAllAsPageAndAsWord() throws Exception {
		// given
		assertThat(open("asef", "/meetings/AGENDAS/SOM1")).contains("No agenda has been sent yet.");
		this.agendas.send(CYCLE, MeetingKind.SOM1, "aes");
		act(form().param("title-6", "Only prepared"));
		// then
		assertThat(open("asef", "/meetings/AGENDAS/SOM1")).contains("5 Updates by partners", "Version 1, sent on")
			.doesNotContain("Only prepared");
		assertThat(word("asef", "/meetings/AGENDAS/SOM1/agenda/1.docx")).contains("Agenda of SOM1",
				"AGENDAS: From here to there", "Version 1, as sent", "Monday 6 June 2039, Valletta, hosted by Malta",
				"5 Updates by partners");
		assertThat(word("aes", "/desk/meetings/AGENDAS/SOM1/agenda.docx")).contains("Draft, not sent",
				"7 Only prepared");
		assertThat(status("asef", "/meetings/AGENDAS/SOM1/agenda/2.docx")).isEqualTo(404);
		for (String person : new String[] { "asef", "swg" }) {
			assertThat(status(person, PAGE)).isEqualTo(403);
			assertThat(status(person, "/desk/meetings/AGENDAS/SOM1/agenda.docx")).isEqualTo(403);
			assertThat(
					this.browser.perform(form().with(user(person)).with(csrf())).andReturn().getResponse().getStatus())
				.isEqualTo(403);
		}
	}

	/** The form as the page has it before anybody has saved. */
	private static MockHttpServletRequestBuilder form() {
		MockHttpServletRequestBuilder form = post(PAGE).param("version", "0");
		List<AgendaPoint> points = Agenda.usual(MeetingKind.SOM1).points();
		for (int row = 0; row < points.size(); row++) {
			form.param("standing-" + row, points.get(row).standing()).param("title-" + row, points.get(row).title());
			if (row > 0) {
				form.param("order-" + row, String.valueOf(row + 1));
			}
		}
		return form;
	}

	private List<String> word(String person, String path) throws Exception {
		byte[] file = this.browser.perform(get(path).with(user(person)))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
			return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
		}
	}

	private int status(String person, String path) throws Exception {
		return this.browser.perform(get(path).with(user(person))).andReturn().getResponse().getStatus();
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
