package org.asemeducation.stocktake.endorsement.conclusions;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.report.SmallCycle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * The Chair's Conclusions stay the Chair's: what was attached is read as it came.
 */
@StocktakeTest
class ConclusionsTest {

	private static int number;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private Register register;

	@Autowired
	private Conclusions conclusions;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	private SmallCycle cycle;

	private String official;

	private byte[] text;

	@BeforeEach
	void openACycle() throws Exception {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.cycle = new SmallCycle(this.jdbc, "CHAIR-" + ++number);
		this.jdbc.sql("insert into meeting (cycle, kind, state) values (:cycle, 'ASEMME', 'planned')")
			.param("cycle", this.cycle.name().value())
			.update();
		this.register.addContact(new NewContact(this.register.party("Latvia").orElseThrow().id(), "Official of Latvia",
				"official@latvia.example", "en", null, NewContact.COORDINATOR));
		this.official = this.register.contactByEmail("official@latvia.example").orElseThrow().userId();
		this.text = new ClassPathResource("endorsement/conclusions.pdf").getContentAsByteArray();
	}

	@Test
	void aDraftIsReadByOfficialsAsItCame(@TempDir Path folder) throws Exception {
		// when
		MockHttpServletResponse attached = answer("aes", upload("draft", "conclusions of the chair.pdf", this.text));
		// then
		assertThat(attached.getStatus()).isEqualTo(302);
		ConclusionsText draft = this.conclusions.of(this.cycle.name()).get(0);
		MockHttpServletResponse file = answer(this.official, get(address("/1")));
		assertThat(file.getContentAsByteArray()).isEqualTo(this.text);
		assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
		Path saved = Files.write(folder.resolve("draft.pdf"), file.getContentAsByteArray());
		Process sum = new ProcessBuilder("sha256sum", saved.toString()).start();
		assertThat(new String(sum.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
			.startsWith(draft.sha256() + " ");
		assertThat(answer(this.official, get(address(""))).getContentAsString())
			.contains(draft.sha256(), "conclusions of the chair.pdf", "AES Desk")
			.doesNotContain("Attach it");
	}

	@Test
	void strangersSeeNothingAndOfficialsAttachNothing() throws Exception {
		// given
		answer("aes", upload("draft", "draft.pdf", this.text));
		// when, then
		for (String person : List.of("asef", "swg")) {
			assertThat(answer(person, get(address(""))).getStatus()).as(person).isEqualTo(403);
			assertThat(answer(person, get(address("/1"))).getStatus()).as(person).isEqualTo(403);
		}
		assertThat(answer(this.official, upload("draft", "mine.pdf", this.text)).getStatus()).isEqualTo(403);
		assertThat(answer(this.official, post(address("/paragraphs")).param("A01-I01", "3")).getStatus())
			.isEqualTo(403);
		assertThat(this.conclusions.of(this.cycle.name())).hasSize(1);
		assertThat(this.conclusions.paragraphs(this.cycle.name())).isEmpty();
	}

	@Test
	void anAdoptedTextIsAttachedToTheRecordOfTheMeeting() throws Exception {
		// when
		MockHttpServletResponse early = answer("aes", upload("adopted", "adopted.pdf", this.text));
		// then
		assertThat(early.getStatus()).isEqualTo(409);
		assertThat(early.getContentAsString()).contains("is not recorded as held");
		// when
		this.jdbc.sql("""
				update meeting set state = 'held', held_on = '2024-01-25', recorded_at = now() where cycle = :cycle""")
			.param("cycle", this.cycle.name().value())
			.update();
		answer("aes", upload("adopted", "adopted.pdf", this.text));
		answer("aes", upload("adopted", "adopted again.pdf", this.text));
		// then
		assertThat(this.conclusions.adopted(this.cycle.name())).get().extracting(ConclusionsText::number).isEqualTo(2);
		assertThat(answer("aes", get(address(""))).getContentAsString()).contains("replaced by a later one");
	}

	@Test
	void whatIsNoDocumentIsNotAttached() throws Exception {
		MockHttpServletResponse page = answer("aes",
				upload("draft", "draft.pdf", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
		MockHttpServletResponse nothing = answer("aes", upload("draft", "draft.pdf", new byte[0]));

		assertThat(List.of(page.getStatus(), nothing.getStatus())).containsOnly(422);
		assertThat(page.getContentAsString()).contains("is not attached");
		assertThat(this.conclusions.of(this.cycle.name())).isEmpty();
	}

	@Test
	void paragraphsAreNumberedByInitiative() throws Exception {
		// given
		assertThat(answer("aes", post(address("/paragraphs")).param("A01-I01", "12")).getStatus()).isEqualTo(409);
		answer("aes", upload("draft", "draft.pdf", this.text));
		// when
		MockHttpServletResponse wrong = answer("aes", post(address("/paragraphs")).param("A01-I01", "twelve"));
		answer("aes", post(address("/paragraphs")).param("A01-I01", " 12 ,14–15a").param("A99-I01", "3"));
		// then
		assertThat(wrong.getStatus()).isEqualTo(422);
		assertThat(wrong.getContentAsString()).contains("write paragraph numbers such as 12, 14-15");
		assertThat(this.conclusions.paragraphs(this.cycle.name())).containsOnlyKeys("A01-I01")
			.containsEntry("A01-I01", "12, 14-15a");
		assertThat(answer(this.official, get(address(""))).getContentAsString()).contains("12, 14-15a");
	}

	@Test
	void whatWasAttachedStays() throws Exception {
		answer("aes", upload("draft", "draft.pdf", this.text));

		assertThatThrownBy(() -> this.jdbc.sql("update conclusions_text set name = 'other.pdf'").update())
			.hasStackTraceContaining("is never changed or removed");
		assertThatThrownBy(() -> this.jdbc.sql("delete from conclusions_text").update())
			.hasStackTraceContaining("is never changed or removed");
	}

	private MockHttpServletRequestBuilder upload(String kind, String name, byte[] content) {
		return multipart(address("")).file(new MockMultipartFile("file", name, "application/pdf", content))
			.param("kind", kind);
	}

	private String address(String path) {
		return "/officials/%s/conclusions%s".formatted(this.cycle.name(), path);
	}

	private MockHttpServletResponse answer(String person, MockHttpServletRequestBuilder request) throws Exception {
		MockHttpServletResponse response = this.browser.perform(request.with(user(person)).with(csrf()))
			.andReturn()
			.getResponse();
		response.setCharacterEncoding("UTF-8");
		return response;
	}

}
