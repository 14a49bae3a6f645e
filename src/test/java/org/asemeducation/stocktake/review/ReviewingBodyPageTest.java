package org.asemeducation.stocktake.review;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.access.Register;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
 * The page "Reviewing body" of the secretariat's desk.
 */
@StocktakeTest
class ReviewingBodyPageTest {

	private static final String CYCLE = "BODIES";

	private static final String PAGE = "/desk/reviewing-body";

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private Register register;

	@Autowired
	private Seats seats;

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
				values (:cycle, 'From here to there', 'Europe/Rome', 'opened', now(), 'aes')
				on conflict do nothing""").param("cycle", CYCLE).update();
		this.jdbc.sql("""
				insert into deadline (cycle, kind, on_date, hard) select :cycle, k, '2040-06-04', k = 'freeze'
				from unnest(array['request', 'deadline', 'freeze', 'reviews', 'comments', 'papers']) k
				on conflict do nothing""").param("cycle", CYCLE).update();
	}

	@AfterEach
	void clear() {
		this.seats.all().forEach((seat) -> this.seats.remove(seat.id(), "aes"));
		this.jdbc.sql("delete from reviewing_body where cycle = :cycle").param("cycle", CYCLE).update();
		this.jdbc.sql("delete from deadline where cycle = :cycle").param("cycle", CYCLE).update();
		this.jdbc.sql("delete from cycle where name = :cycle").param("cycle", CYCLE).update();
	}

	@Test
	void aTermIsEnteredShownAndTakenOut() throws Exception {
		// when
		act(term(this.member, "2", "2026-01-01", "2029-12-31").param("chair", "true"));
		// then
		assertThat(page()).contains("Expert Group 2", "SWG Desk", "1 Jan 2026 – 31 Dec 2029", "chair",
				"Expert Group 2 has no chairs from both Asia and Europe today.");
		// when
		act(post(PAGE + "/seats/{id}/removal", this.seats.all().get(0).id()));
		// then
		assertThat(this.seats.all()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			nobody | 2   | 2026-01-01 | 2029-12-31 | choose one of the reviewers
			999999 | 2   | 2026-01-01 | 2029-12-31 | choose one of the reviewers
			       | 77  | 2026-01-01 | 2029-12-31 | an objective of the plan in force
			       | two | 2026-01-01 | 2029-12-31 | Say where
			       | 2   | yesterday  | 2029-12-31 | is not a day
			       | 2   | 2026-01-01 | 2025-12-31 | swap them
			""")
	void whatCannotBeIsOneSentenceAndChangesNothing(String who, String objective, String from, String to,
			String sentence) throws Exception {
		// when
		MockHttpServletResponse answer = act(term((who != null) ? who : this.member, objective, from, to));
		// then
		assertThat(answer.getStatus()).isEqualTo(422);
		assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains(sentence);
		assertThat(this.seats.all()).isEmpty();
	}

	@Test
	void aCycleGetsItsExpertGroups() throws Exception {
		// when
		act(post(PAGE + "/cycles/" + CYCLE).param("kind", "expert-groups"));
		// then
		assertThat(page()).containsPattern("value=\"expert-groups\" selected");
		assertThat(act(post(PAGE + "/cycles/" + CYCLE).param("kind", "oracle")).getStatus()).isEqualTo(422);
		assertThat(act(post(PAGE + "/cycles/NONE").param("kind", "swg")).getStatus()).isEqualTo(422);
	}

	@Test
	void groupsWithoutChairsFromBothRegionsAreChosenOnlyWithAReason() throws Exception {
		// given
		act(term(this.member, "2", "2026-01-01", "").param("chair", "true"));
		// when
		MockHttpServletResponse refused = act(
				post(PAGE + "/cycles/" + CYCLE).param("kind", "expert-groups").param("reason", "  "));
		// then
		assertThat(refused.getStatus()).isEqualTo(422);
		assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
			.contains("Expert Group 2 has no chairs from both Asia and Europe today. Enter the chairs first, or say")
			.containsPattern("value=\"expert-groups\" selected");
		assertThat(this.seats.kind(new CycleName(CYCLE))).isEqualTo(Seats.SWG);
		// when the other kind, whose group has no terms, needs none
		assertThat(act(post(PAGE + "/cycles/" + CYCLE).param("kind", "swg")).getStatus()).isEqualTo(302);
		act(post(PAGE + "/cycles/" + CYCLE).param("kind", "expert-groups")
			.param("reason", "Asia names its chair in May."));
		// then
		assertThat(this.seats.kind(new CycleName(CYCLE))).isEqualTo(Seats.EXPERT_GROUPS);
		assertThat(this.jdbc.sql(
				"select after from audit where act = 'choose reviewing body' and subject = :cycle order by id desc limit 1")
			.param("cycle", CYCLE)
			.query(String.class)
			.single()).contains("no chairs from both Asia and Europe", "Why: Asia names its chair in May.");
	}

	@Test
	void nothingChangesUntilWhatFollowsIsConfirmedAsItStandsThen() throws Exception {
		// when
		MockHttpServletResponse term = look(term(this.member, "2", "2026-01-01", ""));
		MockHttpServletResponse kind = look(post(PAGE + "/cycles/" + CYCLE).param("kind", "expert-groups"));
		MockHttpServletResponse outdated = look(
				post(PAGE + "/cycles/" + CYCLE).param("kind", "expert-groups").param("seen", "12ab"));
		// then
		assertThat(term.getStatus()).isEqualTo(200);
		assertThat(term.getContentAsString(StandardCharsets.UTF_8)).contains("Enter this term?",
				"Nothing has changed yet", CYCLE, "name=\"contact\" value=\"" + this.member + "\"");
		assertThat(kind.getContentAsString(StandardCharsets.UTF_8)).contains("reviewed by its Expert Group?");
		assertThat(outdated.getStatus()).isEqualTo(409);
		assertThat(outdated.getContentAsString(StandardCharsets.UTF_8)).contains("look again, and confirm then");
		assertThat(this.seats.all()).isEmpty();
		assertThat(this.seats.kind(new CycleName(CYCLE))).isEqualTo(Seats.SWG);
		assertThat(this.jdbc.sql(
				"select count(*) from audit where act = 'choose reviewing body' and subject = :cycle and at > now() - interval '1 second'")
			.param("cycle", CYCLE)
			.query(Long.class)
			.single()).isZero();
		// when
		act(term(this.member, "2", "2026-01-01", ""));
		MockHttpServletResponse removal = look(post(PAGE + "/seats/{id}/removal", this.seats.all().get(0).id()));
		// then
		assertThat(removal.getContentAsString(StandardCharsets.UTF_8)).contains("Take this term out?");
		assertThat(this.seats.all()).hasSize(1);
	}

	private MockHttpServletRequestBuilder term(String contact, String objective, String from, String to) {
		return post(PAGE + "/seats").param("contact", contact)
			.param("objective", objective)
			.param("from", from)
			.param("to", to);
	}

	private String page() throws Exception {
		return this.browser.perform(get(PAGE).with(user("aes")))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

	/** Looks at what follows, and confirms it. */
	private MockHttpServletResponse act(MockHttpServletRequestBuilder request) throws Exception {
		MockHttpServletResponse answer = look(request);
		Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"")
			.matcher(answer.getContentAsString(StandardCharsets.UTF_8));
		return seen.find() ? look(request.param("seen", seen.group(1))) : answer;
	}

	private MockHttpServletResponse look(MockHttpServletRequestBuilder request) throws Exception {
		return this.browser.perform(request.with(user("aes")).with(csrf())).andReturn().getResponse();
	}

}
