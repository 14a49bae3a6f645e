package org.asemeducation.stocktake.cockpit.history;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.cockpit.WrittenCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
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
class HistoryTest {

	private static final String ADDRESS = "/api/cockpit/initiatives/";

	private static int number;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	private String cycle;

	@BeforeEach
	void openABrowser() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.cycle = new WrittenCycle(this.jdbc, "HISTORY-" + ++number).name();
	}

	@AfterEach
	void leaveNoMail() {
		this.jdbc.sql("delete from mail_line where mail in (select id from mail where cycle like 'HISTORY-%')")
			.update();
		this.jdbc.sql("delete from mail where cycle like 'HISTORY-%'").update();
	}

	@Test
	void everythingIsOneHistoryTheLatestFirst() throws Exception {
		// given
		act("2026-03-01T10:00:00Z", "asef", "submit update", "A03-I01", null, "revision 1");
		act("2026-03-02T23:30:00Z", "swg", "return update", "A03-I01", "revision 1", "[progress]");
		act("2026-03-02T23:30:00Z", "swg", "return update", "A03-I02", "revision 7", "[progress]");
		act("2026-03-02T08:00:00Z", "stocktake", "drop hand-over", "A03-I01", "Jo", "not theirs");
		mail("2026-02-01T09:00:00Z", "A03-I01");
		mail("2026-02-01T09:00:00Z", "A03-I02");

		// when
		String history = as("aes", "A03-I01?cycle=" + this.cycle).getContentAsString();

		// then
		assertThat(JsonPath.<String>read(history, "$.title")).isEqualTo("Fellowship");
		assertThat(JsonPath.<List<String>>read(history, "$.happenings[*].words")).containsExactly(
				"Saved the draft last", "Returned version 1", "The hand-over fell away", "Submitted version 1",
				"Mail to Her Excellency: request", "An update was asked for");
		assertThat(JsonPath.<List<String>>read(history, "$.happenings[*].kind")).containsExactly("draft", "review",
				"people", "update", "mail", "request");
		assertThat(JsonPath.<String>read(history, "$.happenings[1].detail")).isEqualTo("Remarks on progress");
		assertThat(JsonPath.<String>read(history, "$.happenings[1].by")).isNotBlank();
		assertThat(JsonPath.<List<Object>>read(history, "$.happenings[?(@.by)].words")).as("not by itself")
			.containsExactly("Saved the draft last", "Returned version 1", "Submitted version 1");
		assertThat(JsonPath.<String>read(history, "$.happenings[4].link")).startsWith("/desk/mails/");
		assertThat(JsonPath.<String>read(history, "$.happenings[4].detail")).isEqualTo("her@example.org, sent");
	}

	@Test
	void whatStandsElsewhereIsToldToo() throws Exception {
		// given
		this.jdbc.sql("""
				insert into review_duty (cycle, initiative, reviewer, dealt_at, begun_at)
				select :cycle, 'A03-I01', min(id), '2026-04-01T08:00Z', '2026-04-02T08:00Z' from contact
				where user_id = 'swg'""").param("cycle", this.cycle).update();
		this.jdbc.sql("insert into meeting (cycle, kind) values (:cycle, 'SOM2') on conflict do nothing")
			.param("cycle", this.cycle)
			.update();
		this.jdbc
			.sql("""
					insert into slot (cycle, kind, initiative, title, minutes, purpose, asked_at, asked_by, given, given_minutes,
					    at_words, answered_at, answered_by)
					values (:cycle, 'SOM2', 'A03-I01', 'Two hundred pairs', 10, 'To find hosts', '2026-04-03T08:00Z', 'asef', true,
					    8, 'second day', '2026-04-04T08:00Z', 'aes')""")
			.param("cycle", this.cycle)
			.update();
		act("2026-04-05T08:00:00Z", "aes", "edit paragraph", "A03-I01-progress-p2", "We was there.", "We were there.");
		act("2026-04-05T08:00:00Z", "aes", "edit paragraph", "A03-I010-progress-p2", "Other", "Others");
		// when
		String history = as("aes", "A03-I01?cycle=" + this.cycle).getContentAsString();
		this.jdbc.sql("delete from slot where cycle = :cycle").param("cycle", this.cycle).update();
		this.jdbc.sql("delete from review_duty where cycle = :cycle").param("cycle", this.cycle).update();
		// then
		assertThat(JsonPath.<List<String>>read(history, "$.happenings[*].words")).startsWith(
				"Edited a paragraph of the report", "Was given 8 minutes at SOM2, second day",
				"Asked for 10 minutes at SOM2", "SWG Desk opened it for review", "Its review was dealt to SWG Desk");
		assertThat(JsonPath.<List<String>>read(history, "$.happenings[*].detail"))
			.startsWith("We was there. \u2192 We were there.", "Two hundred pairs", "Two hundred pairs");
		assertThat(JsonPath.<List<String>>read(history, "$.happenings[*].by")).contains("AES Desk");
	}

	@Test
	void whatClosedItIsTold() throws Exception {
		String history = as("aes", "A04-I02?cycle=" + this.cycle).getContentAsString();

		assertThat(JsonPath.<List<String>>read(history, "$.happenings[*].words")).first()
			.isEqualTo("Closed: no update was received");
	}

	@Test
	void itIsNarrowedToOneKindAndToOneCycle() throws Exception {
		// given
		String other = new WrittenCycle(this.jdbc, "HISTORY-" + ++number).name();
		act("2026-03-01T10:00:00Z", "asef", "submit update", "A03-I01", null, "revision 1");

		// when
		String both = as("aes", "A03-I01?kind=request").getContentAsString();
		String one = as("aes", "A03-I01?kind=request&cycle=" + other).getContentAsString();
		String updates = as("aes", "A03-I01?kind=update&cycle=" + this.cycle).getContentAsString();

		// then
		assertThat(JsonPath.<List<String>>read(both, "$.happenings[*].cycle")).contains(this.cycle, other);
		assertThat(JsonPath.<List<String>>read(one, "$.happenings[*].cycle")).containsOnly(other);
		assertThat(JsonPath.<List<String>>read(updates, "$.happenings[*].kind")).containsExactly("update");
		assertThat(JsonPath.<List<String>>read(one, "$.cycles[*].name")).as("to choose from")
			.contains(this.cycle, other);
	}

	@Test
	void whatBecameOfItInThePlanIsToldBesideAllCycles() throws Exception {
		// given
		this.jdbc
			.sql("""
					insert into plan_change (act, initiative, from_day, reason, decided_by, means, entered_at, entered_by)
					values ('rename', 'A03-I01', '2030-01-31', 'It grew', 'SOM2', 'A03-I01 is now called Fellowships', now(), 'aes')""")
			.update();
		try {
			// when
			String all = as("aes", "A03-I01?kind=outcome").getContentAsString();
			String one = as("aes", "A03-I01?kind=outcome&cycle=" + this.cycle).getContentAsString();
			// then
			assertThat(JsonPath.<List<String>>read(all, "$.happenings[*].words")).first()
				.isEqualTo("Change of the plan: A03-I01 is now called Fellowships");
			assertThat(JsonPath.<List<String>>read(all, "$.happenings[*].detail")).first()
				.isEqualTo("From 31 January 2030, decided by SOM2: It grew");
			assertThat(one).doesNotContain("Fellowships");
		}
		finally {
			this.jdbc.sql("delete from plan_change where reason = 'It grew'").update();
		}
	}

	@Test
	void aWholePlanThatChangedItIsToldTooAndSoIsWhatNoCycleHasAskedFor() throws Exception {
		// given
		long load = this.jdbc
			.sql("""
					insert into plan_change (act, from_day, reason, decided_by, means, entered_at, entered_by)
					values ('load', '2030-01-31', 'It grew', 'SOM2', 'A plan was loaded: 1 added', now(), 'aes') returning id""")
			.query(Long.class)
			.single();
		this.jdbc
			.sql("""
					insert into plan_row (initiative, change, from_day, standing, action, position, title, details, is_new,
					    parties, milestones, outcomes, links)
					values ('A98-I01', :load, '2030-01-31', 'in-force', 98, 1, 'Quite new', '{}', true, '[]', '{}', '{}', '{}')""")
			.param("load", load)
			.update();
		try {
			// when
			String history = as("aes", "A98-I01").getContentAsString();
			// then
			assertThat(JsonPath.<String>read(history, "$.title")).isEqualTo("Quite new");
			assertThat(JsonPath.<List<String>>read(history, "$.happenings[*].words"))
				.containsExactly("Change of the plan: A plan was loaded: 1 added");
			assertThat(JsonPath.<List<String>>read(history, "$.cycles[*].name")).isEmpty();
		}
		finally {
			this.jdbc.sql("delete from plan_row where change = :load").param("load", load).update();
			this.jdbc.sql("delete from plan_change where id = :load").param("load", load).update();
		}
	}

	@Test
	void whatIsToBeRenamedHasItsTitleUntilThatDay() throws Exception {
		// given
		long known = renamed("2026-01-31", "As it is");
		long planned = renamed("9999-01-31", "As it will be");
		try {
			// when
			String history = as("aes", "A98-I02").getContentAsString();
			// then
			assertThat(JsonPath.<String>read(history, "$.title")).isEqualTo("As it is");
			assertThat(JsonPath.<List<String>>read(history, "$.happenings[*].words")).hasSize(2);
		}
		finally {
			this.jdbc.sql("delete from plan_row where initiative = 'A98-I02'").update();
			this.jdbc.sql("delete from plan_change where id in (:known, :planned)")
				.param("known", known)
				.param("planned", planned)
				.update();
		}
	}

	private long renamed(String from, String title) {
		return this.jdbc
			.sql("""
					with change as (
					    insert into plan_change (act, initiative, from_day, reason, decided_by, means, entered_at, entered_by)
					    values ('rename', 'A98-I02', cast(:from as date), 'It grew', 'SOM2', 'It is renamed', now(), 'aes')
					    returning id
					)
					insert into plan_row (initiative, change, from_day, standing, action, position, title, details, is_new,
					    parties, milestones, outcomes, links)
					select 'A98-I02', id, cast(:from as date), 'in-force', 98, 1, :title, '{}', true, '[]', '{}', '{}', '{}'
					from change returning change""")
			.param("from", from)
			.param("title", title)
			.query(Long.class)
			.single();
	}

	@Test
	void aNoteIsToldBesideAllCyclesWithoutItsWords() throws Exception {
		// given
		this.jdbc.sql("insert into audit (at, who, act, subject) values (now(), 'asef', 'write note', 'A03-I01')")
			.update();
		// when
		String all = as("aes", "A03-I01?kind=draft").getContentAsString();
		String one = as("aes", "A03-I01?kind=draft&cycle=" + this.cycle).getContentAsString();
		// then
		assertThat(JsonPath.<List<String>>read(all, "$.happenings[?(@.cycle == '')].words")).contains("Wrote a note");
		assertThat(one).doesNotContain("Wrote a note");
	}

	@Test
	void theWordsOfADraftStayWhereTheyAre() throws Exception {
		this.jdbc.sql("update draft set content = '{\"progress\": \"A secret so far.\"}' where cycle = :cycle")
			.param("cycle", this.cycle)
			.update();

		String history = as("aes", "A03-I01?cycle=" + this.cycle).getContentAsString();

		assertThat(history).contains("Saved the draft last").doesNotContain("secret");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "A99-I99 | 404 | Neither the plan nor a cycle has an initiative A99-I99.",
					"A03-I01?cycle=NOWHERE | 404 | The cycle NOWHERE has no initiative A03-I01.",
					"A03-I01?kind=gossip | 400 | is nothing that happens: take one of request, mail",
					"A03_I01 | 400 | is not an initiative's id" })
	void whatIsNotThereIsSaid(String asked, int status, String reason) throws Exception {
		MockHttpServletResponse refused = as("aes", asked);

		assertThat(refused.getStatus()).isEqualTo(status);
		assertThat(refused.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		assertThat(refused.getContentAsString()).contains(reason);
	}

	private void act(String at, String who, String act, String initiative, String before, String after) {
		this.jdbc.sql(
				"insert into audit (at, who, act, subject, before, after) values (:at::timestamptz, :who, :act, :subject, :before, :after)")
			.param("at", at)
			.param("who", who)
			.param("act", act)
			.param("subject", this.cycle + "/" + initiative)
			.param("before", before)
			.param("after", after)
			.update();
	}

	private void mail(String at, String initiative) {
		this.jdbc
			.sql("""
					with written as (
					    insert into mail (cycle, addressee, recipient, state, queued_at, bundled_at, subject, text, html, sent_at)
					    values (:cycle, 'Her Excellency', 'her@example.org', 'sent', :at::timestamptz, :at::timestamptz, 'An update', '', '', :at::timestamptz)
					    returning id
					) insert into mail_line (mail, kind, initiative) select id, 'request', :initiative from written""")
			.param("cycle", this.cycle)
			.param("at", at)
			.param("initiative", initiative)
			.update();
	}

	private MockHttpServletResponse as(String person, String asked) throws Exception {
		return this.browser.perform(get(ADDRESS + asked).with(user(person))).andReturn().getResponse();
	}

}
