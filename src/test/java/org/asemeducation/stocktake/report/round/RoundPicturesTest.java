package org.asemeducation.stocktake.report.round;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;

import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.SmallCycle;
import org.asemeducation.stocktake.update.files.TestFiles;
import org.asemeducation.stocktake.update.files.TestPrints;
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

/**
 * Who sees the pictures of a draft that goes round, and what is left of one that nobody
 * agrees to any more.
 */
@StocktakeTest
class RoundPicturesTest {

	private static final byte[] BYTES = TestFiles.jpeg(400, 300);

	private static int number;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Reports reports;

	private MockMvc browser;

	private SmallCycle cycle;

	private long file;

	@BeforeEach
	void sendADraftRound() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.cycle = withPicture();
		open(1, LocalDate.now().minusDays(1), LocalDate.now().plusDays(5));
	}

	@Test
	void whoMayReadTheDraftSeesItsPictures() throws Exception {
		// when, then
		for (String person : new String[] { "aes", "swg", "asef" }) {
			assertThat(page(person)).contains("src=\"" + picture(sum()) + "\"", "The harbour");
			MockHttpServletResponse answer = answer(person, picture(sum()));
			assertThat(answer.getStatus()).as(person).isEqualTo(200);
			assertThat(answer.getContentType()).isEqualTo("image/jpeg");
			assertThat(answer.getContentAsByteArray()).isEqualTo(BYTES);
			assertThat(answer.getHeader("Cache-Control")).contains("private");
		}
		assertThat(answer("etf", picture(sum())).getStatus()).as("is not asked").isEqualTo(403);
		assertThat(answer("swg", picture("0".repeat(64))).getStatus()).as("unknown").isEqualTo(404);
		assertThat(answer("swg", picture("..")).getStatus()).as("no checksum").isIn(400, 404);
	}

	@Test
	void noRoundShowsThePicturesOfAnotherCycle() throws Exception {
		// given
		SmallCycle other = new SmallCycle(this.jdbc, "PICTURES-" + ++number);
		String there = "/reports/%s/rounds/1/pictures/%s".formatted(other.name(), sum());
		// when, then
		assertThat(answer("swg", there).getStatus()).as("no such round").isEqualTo(404);
		open(other, 1, LocalDate.now().minusDays(1), LocalDate.now().plusDays(5));
		assertThat(answer("swg", there).getStatus()).as("another draft").isEqualTo(404);
		assertThat(answer("swg", "/reports/%s/rounds/2/pictures/%s".formatted(this.cycle.name(), sum())).getStatus())
			.isEqualTo(404);
	}

	@Test
	void onlyInsidersSeeThemOnceTheRoundIsOver() throws Exception {
		// given
		this.jdbc.sql("update report_round set read_at = now() where cycle = ?")
			.param(this.cycle.name().value())
			.update();
		// when, then
		assertThat(answer("asef", picture(sum())).getStatus()).isEqualTo(404);
		assertThat(answer("swg", picture(sum())).getStatus()).isEqualTo(200);
	}

	@Test
	void aPictureWhoseConsentIsWithdrawnIsGoneFromTheOpenRound() throws Exception {
		// given
		assertThat(page("asef")).contains(picture(sum()));
		String before = passages();
		// when
		withdraw("file:" + this.file);
		// then
		for (String person : new String[] { "aes", "swg", "asef" }) {
			assertThat(page(person)).contains("A picture stood here; consent to it has been withdrawn")
				.doesNotContain(picture(sum()), "The harbour", "A. Person", "Ships in a harbour");
			assertThat(answer(person, picture(sum())).getStatus()).as(person).isEqualTo(404);
		}
		assertThat(passages()).as("paragraphs keep their numbers").isEqualTo(before);
	}

	@Test
	void wordsWhoseConsentIsWithdrawnAreGoneFromTheOpenRound() throws Exception {
		// given
		assertThat(page("swg")).contains("It opened doors for me.");
		String said = HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256")
				.digest("\nIt opened doors for me.\n".getBytes(StandardCharsets.UTF_8)));
		// when
		withdraw("said:" + said);
		// then
		assertThat(page("swg")).contains("A testimonial stood here; consent to it has been withdrawn.", "The harbour")
			.doesNotContain("It opened doors for me.", "B. Person");
	}

	private SmallCycle withPicture() {
		SmallCycle made = new SmallCycle(this.jdbc, "PICTURES-" + ++number);
		this.file = 8_000_000 + number;
		TestPrints.attach(this.jdbc, made.name().value(), "A01-I01", this.file, BYTES);
		this.jdbc.sql("""
				insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
				values (:c, 'A01-I01', 2, cast(:content as jsonb), now(), 'asef')""")
			.param("c", made.name().value())
			.param("content",
					"""
							{"progress": "First.\\n\\nSecond.", "challenges": "Third.", "media": [
							{"kind": "picture", "file": "%d", "caption": "The harbour", "credit": "A. Person",
							 "alternative": "Ships in a harbour", "consent": true},
							{"kind": "testimonial", "words": "It opened doors for me.", "speaker": "B. Person", "consent": true}]}
							"""
						.formatted(this.file))
			.update();
		this.jdbc.sql("""
				insert into verdict (revision, accepted, given_at, given_by)
				select id, true, now(), 'swg' from revision where cycle = ? and number = 2""")
			.param(made.name().value())
			.update();
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
					coordinators)
				select ?, k.initiative, 2, 1, 'First action', 'Second initiative', false, 'summary', 'ASEF'
				from coordination k join party p on p.id = k.party
				where p.acronym = 'ASEF' and k.role = 'coordinator' and k.initiative <> 'A01-I01'
				order by k.initiative limit 1""").param(made.name().value()).update();
		return made;
	}

	private void open(int round, LocalDate opens, LocalDate closes) {
		open(this.cycle, round, opens, closes);
	}

	private void open(SmallCycle in, int round, LocalDate opens, LocalDate closes) {
		int version = this.reports.compile(in.name()).version();
		this.jdbc.sql("""
				insert into report_round (cycle, number, coordinators, partners, opens, closes, version, checksum,
				    opened_at, opened_by)
				values (?, ?, true, false, ?, ?, ?, ?, now() - interval '1 hour', 'aes')""")
			.params(in.name().value(), round, opens, closes, version, this.reports.checksum(in.name(), version))
			.update();
	}

	private void withdraw(String item) {
		this.jdbc.sql("""
				insert into withdrawn_consent (cycle, initiative, item, name, withdrawn_at, withdrawn_by)
				values (?, 'A01-I01', ?, 'It', now(), 'asef')""").params(this.cycle.name().value(), item).update();
	}

	private String sum() throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BYTES));
	}

	private String picture(String sum) {
		return "/reports/%s/rounds/1/pictures/%s".formatted(this.cycle.name(), sum);
	}

	private String page(String person) throws Exception {
		MockHttpServletResponse answer = answer(person, "/reports/%s/rounds/1".formatted(this.cycle.name()));
		assertThat(answer.getStatus()).as(person).isEqualTo(200);
		return answer.getContentAsString(StandardCharsets.UTF_8);
	}

	private String passages() throws Exception {
		return answer("swg", "/api/reports/%s/rounds/1".formatted(this.cycle.name())).getContentAsString();
	}

	private MockHttpServletResponse answer(String person, String address) throws Exception {
		return this.browser.perform(get(address).with(user(person))).andReturn().getResponse();
	}

}
