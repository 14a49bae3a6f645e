package org.asemeducation.stocktake.endorsement.noobjection;

import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.report.Sealing;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SmallCycle;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel.State;
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
 * Who may read and answer in a round over HTTP. Latvia is its member, Japan is not.
 */
@StocktakeTest
class NoObjectionPageTest {

	private static int number;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private Register register;

	@Autowired
	private Sealing sealing;

	@Autowired
	private Rounds rounds;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	private SmallCycle cycle;

	private SealedVersion version;

	private String latvia;

	private String japan;

	@BeforeEach
	void openARound() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.cycle = new SmallCycle(this.jdbc, "SILENCE-" + ++number);
		this.latvia = official("Latvia");
		this.japan = official("Japan");
		this.version = this.sealing.seal(this.cycle.name(), State.FOR_MINISTERS,
				(report) -> new Annex("Work plan", List.of()), "aes");
	}

	@Test
	void anOfficialAnswersForTheirPartnerAndTheChecksumIsKept() throws Exception {
		// given
		open("1 day");
		// when
		MockHttpServletResponse page = answer(this.latvia, get(address("")));
		MockHttpServletResponse done = answer(this.latvia, position("Latvia", "comment").param("text", "<b>Fine</b>"));
		// then
		assertThat(page.getContentAsString()).contains("Your answer for Latvia", this.version.checksum())
			.doesNotContain("Turn it on");
		assertThat(done.getStatus()).isEqualTo(302);
		assertThat(this.rounds.positions(this.rounds.latest(this.cycle.name()).orElseThrow())).singleElement()
			.satisfies((one) -> assertThat(one.checksum()).isEqualTo(this.version.checksum()))
			.satisfies((one) -> assertThat(one.by()).isEqualTo(this.latvia));
		assertThat(answer("aes", get(address(""))).getContentAsString()).contains("&lt;b&gt;Fine&lt;/b&gt;");
	}

	@Test
	void nobodyAnswersForAnother() throws Exception {
		// given
		open("1 day");
		// when, then
		for (String person : List.of("asef", "swg", "aes", this.japan)) {
			assertThat(answer(person, position("Latvia", "agree")).getStatus()).as(person).isEqualTo(403);
		}
		assertThat(answer(this.japan, position("Japan", "agree")).getStatus()).as("no member").isEqualTo(403);
		assertThat(answer("asef", get(address(""))).getStatus()).isEqualTo(403);
		assertThat(this.rounds.positions(this.rounds.latest(this.cycle.name()).orElseThrow())).isEmpty();
	}

	@Test
	void whatComesTooLateOrOnAnotherVersionIsTold() throws Exception {
		// given
		open("1 day");
		MockHttpServletResponse other = answer(this.latvia,
				post(address("/positions/" + party("Latvia"))).param("round", "1")
					.param("version", String.valueOf(this.version.version() + 1))
					.param("answers", "0")
					.param("answer", "agree"));
		// then
		assertThat(other.getStatus()).isEqualTo(409);
		assertThat(other.getContentAsString()).contains("is not what the round is on now");
		// given
		this.cycle = new SmallCycle(this.jdbc, "SILENCE-" + ++number);
		this.version = this.sealing.seal(this.cycle.name(), State.FOR_MINISTERS,
				(report) -> new Annex("Work plan", List.of()), "aes");
		open("-1 second");
		// when
		MockHttpServletResponse late = answer(this.latvia,
				position("Latvia", "object").param("text", "Typed with care."));
		// then
		assertThat(late.getStatus()).isEqualTo(409);
		assertThat(late.getContentAsString()).contains("Round 1 has closed");
	}

	@Test
	void onlyTheSecretariatTurnsARoundOnAndSaysBetweenWhichHours() throws Exception {
		// when, then
		assertThat(answer(this.latvia, post(address(""))).getStatus()).isEqualTo(403);
		assertThat(answer(this.latvia, post(address("/off"))).getStatus()).isEqualTo(403);
		MockHttpServletResponse nothing = answer("aes", post(address("")));
		assertThat(nothing.getStatus()).isEqualTo(422);
		assertThat(nothing.getContentAsString()).contains("Name a time zone");
		MockHttpServletResponse over = answer("aes",
				post(address("")).param("opens", "2020-01-01T09:00")
					.param("closes", "2020-01-02T09:00")
					.param("zone", "Asia/Bangkok")
					.param("member", party("Latvia")));
		assertThat(over.getContentAsString()).contains("It would be over already");
		MockHttpServletResponse on = answer("aes",
				post(address("")).param("opens", "2090-01-01T09:00")
					.param("closes", "2090-01-02T18:00")
					.param("zone", "Asia/Bangkok")
					.param("member", party("Latvia")));
		assertThat(on.getStatus()).isEqualTo(302);
		assertThat(answer(this.latvia, get(address(""))).getContentAsString()).contains("Round 1: planned",
				"Monday 2 January 2090, 18:00 (Asia/Bangkok)");
		assertThat(answer("aes", post(address("/off"))).getStatus()).isEqualTo(302);
		assertThat(this.rounds.of(this.cycle.name())).isEmpty();
	}

	private void open(String until) {
		this.jdbc
			.sql("""
					insert into no_objection_round (cycle, number, opens_at, closes_at, zone, reminder_days, planned_at, planned_by)
					values (:cycle, 1, now() - interval '1 day', now() + cast(:until as interval), 'Europe/Rome', 2, now(), 'aes')""")
			.param("cycle", this.cycle.name().value())
			.param("until", until)
			.update();
		this.jdbc.sql("insert into no_objection_member (cycle, round, party) values (:cycle, 1, :party)")
			.param("cycle", this.cycle.name().value())
			.param("party", Long.valueOf(party("Latvia")))
			.update();
		this.jdbc.sql("update no_objection_round set version = :version, opened_at = now() where cycle = :cycle")
			.param("version", this.version.version())
			.param("cycle", this.cycle.name().value())
			.update();
	}

	private MockHttpServletRequestBuilder position(String partner, String answer) {
		return post(address("/positions/" + party(partner))).param("round", "1")
			.param("version", String.valueOf(this.version.version()))
			.param("answers", "0")
			.param("answer", answer);
	}

	private String party(String name) {
		return String.valueOf(this.register.party(name).orElseThrow().id().value());
	}

	private String official(String partner) {
		String email = "official@%s.example".formatted(partner.toLowerCase(Locale.ROOT));
		this.register.addContact(new NewContact(this.register.party(partner).orElseThrow().id(),
				"Official of " + partner, email, "en", null, NewContact.COORDINATOR));
		return this.register.contactByEmail(email).orElseThrow().userId();
	}

	private String address(String path) {
		return "/officials/%s/no-objection%s".formatted(this.cycle.name(), path);
	}

	private MockHttpServletResponse answer(String person, MockHttpServletRequestBuilder request) throws Exception {
		MockHttpServletResponse response = this.browser.perform(request.with(user(person)).with(csrf()))
			.andReturn()
			.getResponse();
		response.setCharacterEncoding("UTF-8");
		return response;
	}

}
