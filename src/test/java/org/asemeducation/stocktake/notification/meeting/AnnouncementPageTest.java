package org.asemeducation.stocktake.notification.meeting;

import java.nio.charset.StandardCharsets;

import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.access.Register;
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
 * The page on which the AES announces a meeting, and the pages around it.
 */
@StocktakeTest
class AnnouncementPageTest {

	private static final String CYCLE = "ANNOUNCED";

	private static final String PAGE = "/desk/meetings/ANNOUNCED/SOM1/announcement";

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private Register register;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	private String member;

	@BeforeEach
	void openACycle() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.member = String.valueOf(this.register.contactByUser("swg").orElseThrow().id().value());
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values (:cycle, 'From <here> to there', 'Europe/Rome', 'opened', '2000-01-01', 'aes')
				on conflict do nothing""").param("cycle", CYCLE).update();
		this.jdbc.sql("""
				insert into meeting (cycle, kind, planned_on, place, host, state)
				values (:cycle, 'SOM1', '2039-06-06', 'Valletta', 'Malta', 'confirmed')""")
			.param("cycle", CYCLE)
			.update();
	}

	@AfterEach
	void clear() {
		this.jdbc.sql("delete from mail_line where mail in (select id from mail where cycle = :cycle)")
			.param("cycle", CYCLE)
			.update();
		for (String table : new String[] { "mail where cycle", "meeting where cycle", "cycle where name" }) {
			this.jdbc.sql("delete from " + table + " = :cycle").param("cycle", CYCLE).update();
		}
	}

	@Test
	void theMailIsLookedAtAndNothingIsSent() throws Exception {
		// when
		MockHttpServletResponse answer = act(form("look").param("words", "Please <b>book</b> early."));
		// then
		assertThat(answer.getStatus()).isEqualTo(200);
		assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("What the first of them would read",
				"ANNOUNCED: SOM1 takes place on Monday 6 June 2039, Valletta", "Please &lt;b&gt;book&lt;/b&gt; early.")
			.doesNotContain("<b>book");
		assertThat(mails()).isZero();
		assertThat(page()).doesNotContain("What was announced");
	}

	@Test
	void itIsSentOnceAndShownAsSent() throws Exception {
		// when
		MockHttpServletResponse sent = act(form("send").param("words", "Please book early."));
		MockHttpServletResponse again = act(form("send"));
		// then
		assertThat(sent.getRedirectedUrl()).isEqualTo(PAGE);
		assertThat(mails()).isEqualTo(1);
		assertThat(page()).contains("What was announced", "1 person", "Please book early.");
		assertThat(again.getStatus()).isEqualTo(422);
		assertThat(again.getContentAsString(StandardCharsets.UTF_8)).contains("somebody has announced SOM1");
		assertThat(mails()).isEqualTo(1);
	}

	@Test
	void nobodyTickedIsOneSentence() throws Exception {
		// when
		MockHttpServletResponse answer = act(post(PAGE).param("number", "1").param("act", "send"));
		// then
		assertThat(answer.getStatus()).isEqualTo(422);
		assertThat(answer.getContentAsString()).contains("Nothing is sent: tick at least one person.");
	}

	@Test
	void theMeetingIsReadByAllAndAnnouncedByTheSecretariat() throws Exception {
		// then
		assertThat(open("asef", "/meetings/ANNOUNCED/SOM1")).contains("This meeting is confirmed.", "Valletta",
				"Monday 6 June 2039", "From &lt;here&gt; to there");
		assertThat(open("aes", "/desk/meetings")).contains("SOM1 of ANNOUNCED");
		assertThat(open("aes", "/desk/meetings/ANNOUNCED/SOM1")).contains(PAGE);
		for (String person : new String[] { "asef", "swg" }) {
			assertThat(this.browser.perform(get(PAGE).with(user(person))).andReturn().getResponse().getStatus())
				.isEqualTo(403);
			assertThat(this.browser.perform(form("send").with(user(person)).with(csrf()))
				.andReturn()
				.getResponse()
				.getStatus()).isEqualTo(403);
		}
		assertThat(mails()).isZero();
		assertThat(this.browser.perform(get("/meetings/NONE/SOM1").with(user("aes")))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(404);
	}

	private MockHttpServletRequestBuilder form(String act) {
		return post(PAGE).param("number", "1").param("to", this.member).param("act", act);
	}

	private int mails() {
		return this.jdbc.sql("select count(*) from mail where cycle = :cycle")
			.param("cycle", CYCLE)
			.query(Integer.class)
			.single();
	}

	private String page() throws Exception {
		return open("aes", PAGE);
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
