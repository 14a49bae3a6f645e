package org.asemeducation.stocktake.report;

import java.nio.charset.StandardCharsets;

import org.asemeducation.stocktake.StocktakeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

@StocktakeTest
class ReportPagesTest {

	private static int number;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Reports reports;

	private MockMvc browser;

	private SmallCycle cycle;

	@BeforeEach
	void openABrowser() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.cycle = new SmallCycle(this.jdbc, "PAGES-" + ++number);
	}

	@Test
	void aDraftIsForTheSecretariatAndTheReviewersOnly() throws Exception {
		this.reports.compile(this.cycle.name());

		for (String file : new String[] { "/draft", "/draft.docx", "/draft.json" }) {
			assertThat(status(as("aes", get(address(file))))).as(file).isEqualTo(200);
			assertThat(status(as("swg", get(address(file))))).as(file).isEqualTo(200);
			assertThat(status(as("asef", get(address(file))))).as(file).isEqualTo(403);
			assertThat(status(get(address(file)))).as(file).isIn(302, 401);
		}
	}

	@Test
	void aDraftIsNotKeptByAnybodyAndSaysWhatItIs() throws Exception {
		this.reports.compile(this.cycle.name());

		MockHttpServletResponse page = answer(as("aes", get(address("/draft"))));
		MockHttpServletResponse word = answer(as("aes", get(address("/draft.docx"))));

		assertThat(page.getContentAsString(StandardCharsets.UTF_8)).contains("Accepted words.", "Draft, version 1",
				"href=\"draft.docx\"");
		assertThat(page.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
		assertThat(word.getHeader(HttpHeaders.CONTENT_DISPOSITION))
			.contains("%s-stocktaking-report-draft-1.docx".formatted(this.cycle.name()));
	}

	@Test
	void nothingIsPublicBeforePublication() throws Exception {
		this.reports.compile(this.cycle.name());

		for (String file : new String[] { "", "/report.docx", "/report.json" }) {
			assertThat(status(get(address(file)))).as(file).isEqualTo(404);
		}
		assertThat(status(get("/reports/NO-SUCH-CYCLE"))).isEqualTo(404);
		assertThat(status(get("/reports/..."))).isEqualTo(404);
		assertThat(answer(get("/reports")).getContentAsString()).doesNotContain(this.cycle.name().value());
	}

	@Test
	void everybodyReadsWhatIsPublishedAndAsksAgainWithItsTag() throws Exception {
		this.reports.publish(this.cycle.name());

		for (String file : new String[] { "", "/report.docx", "/report.json" }) {
			MockHttpServletResponse first = answer(get(address(file)));
			String tag = first.getHeader(HttpHeaders.ETAG);
			MockHttpServletResponse again = answer(get(address(file)).header(HttpHeaders.IF_NONE_MATCH, tag));

			assertThat(first.getStatus()).isEqualTo(200);
			assertThat(first.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-cache", "private");
			assertThat(first.getCookies()).as("no session for %s", file)
				.noneMatch((it) -> it.getName().contains("SESSION"));
			assertThat(again.getStatus()).isEqualTo(304);
			assertThat(again.getContentAsByteArray()).isEmpty();
		}
	}

	@Test
	void thePageAllowsNothingButItsOwnStyle() throws Exception {
		this.reports.publish(this.cycle.name());

		MockHttpServletResponse page = answer(get(address("")));

		assertThat(page.getHeader("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
		assertThat(page.getHeaders("Content-Security-Policy")).hasSize(1);
		assertThat(page.getContentType()).isEqualTo("text/html;charset=UTF-8");
		assertThat(page.getContentAsString(StandardCharsets.UTF_8))
			.contains("href=\"%s/report.docx\"".formatted(this.cycle.name()));
	}

	@Test
	void theListNamesWhatIsPublished() throws Exception {
		this.reports.publish(this.cycle.name());

		String page = answer(get("/reports")).getContentAsString(StandardCharsets.UTF_8);

		assertThat(page).contains("%s: From here to there".formatted(this.cycle.name()),
				"/reports/%s/report.docx".formatted(this.cycle.name()));
	}

	@Test
	void theSecretariatWritesChaptersAndCompilesAgain() throws Exception {
		MockHttpServletResponse written = answer(sent("aes", put(api("/chapters/outlook")),
				"{\"version\": 0, \"content\": {\"text\": \"One.\\n\\nTwo.\"}}"));
		MockHttpServletResponse stale = answer(
				sent("aes", put(api("/chapters/outlook")), "{\"version\": 0, \"content\": {\"text\": \"Mine.\"}}"));
		MockHttpServletResponse compiled = answer(as("aes", post(api("/compilation"))));

		assertThat(written.getStatus()).isEqualTo(200);
		assertThat(written.getContentAsString()).startsWith("{\"version\":1,");
		assertThat(stale.getStatus()).isEqualTo(409);
		assertThat(compiled.getContentAsString()).isEqualTo("{\"version\":1}");
		assertThat(answer(as("aes", get(api("/chapters")))).getContentAsString()).contains(
				"{\"key\":\"foreword\",\"title\":\"Foreword\",\"draft\":{\"version\":0,\"content\":{\"text\":\"\"}",
				"\"draft\":{\"version\":1,\"content\":{\"text\":\"One.\\n\\nTwo.\"}");
		assertThat(answer(as("aes", get(api("/chapters/outlook")))).getContentAsString())
			.startsWith("{\"key\":\"outlook\",\"title\":\"Expert reflections and outlook\",\"draft\":{\"version\":1,");
		assertThat(answer(as("aes", get(address("/draft")))).getContentAsString()).contains("<p dir=\"auto\">Two.</p>");
	}

	@Test
	void onlyTheSecretariatEditsAReport() throws Exception {
		for (String person : new String[] { "swg", "asef" }) {
			assertThat(status(as(person, get(api("/chapters"))))).isEqualTo(403);
			assertThat(status(as(person, get(api("/chapters/foreword"))))).isEqualTo(403);
			assertThat(status(sent(person, put(api("/chapters/foreword")), "{\"content\": {\"text\": \"Mine\"}}")))
				.isEqualTo(403);
			assertThat(status(sent(person, post(api("/chapters/foreword/finished")), "{\"leaveOut\": true}")))
				.isEqualTo(403);
			assertThat(status(as(person, post(api("/compilation"))))).isEqualTo(403);
			assertThat(status(as(person, post(api("/edited"))))).isEqualTo(403);
			assertThat(status(as(person, get(api("/decisions"))))).isEqualTo(403);
			assertThat(status(sent(person, put(api("/decisions")), "{}"))).isEqualTo(403);
			assertThat(status(sent(person, post(api("/decisions/finished")), "{}"))).isEqualTo(403);
		}
		assertThat(this.reports.latest(this.cycle.name())).isEmpty();
	}

	@Test
	void coordinatorsNeitherReadNorMakeComments() throws Exception {
		this.reports.compile(this.cycle.name());

		for (String person : new String[] { "aes", "swg" }) {
			assertThat(status(as(person, get(api("/comments"))))).isEqualTo(200);
		}
		assertThat(status(as("asef", get(api("/comments"))))).isEqualTo(403);
		assertThat(status(sent("asef", put(api("/comments")), "{}"))).isEqualTo(403);
		assertThat(status(sent("asef", post(api("/comments/handed-in")), "{}"))).isEqualTo(403);
		assertThat(status(get(api("/comments")))).isEqualTo(401);
	}

	@Test
	void aDraftIsCommentedOnWhileItLiesWithTheReviewersOnly() throws Exception {
		this.reports.compile(this.cycle.name());
		String comment = "{\"version\": 0, \"content\": {\"comments\": [{\"about\": \"foreword\", \"text\": \"Shorter.\"}]}}";
		assertThat(status(sent("swg", put(api("/comments")), comment))).isEqualTo(409);
		this.cycle.handToReviewers();

		MockHttpServletResponse saved = answer(sent("swg", put(api("/comments")), comment));

		assertThat(saved.getStatus()).isEqualTo(200);
		assertThat(saved.getContentAsString()).startsWith("{\"version\":1,");
		assertThat(answer(as("swg", get(api("/comments")))).getContentAsString()).contains("\"open\":true",
				"{\"id\":\"foreword\",\"title\":\"Foreword\"}",
				"{\"id\":\"A01-I01\",\"title\":\"A01-I01: First initiative\"}",
				"\"content\":{\"comments\":[{\"about\":\"foreword\",\"text\":\"Shorter.\"}]}", "\"others\":[]");
		assertThat(answer(as("aes", get(api("/comments")))).getContentAsString()).contains("\"version\":0",
				"\"about\":\"Foreword\",\"text\":\"Shorter.\"");
		assertThat(status(sent("swg", put(api("/comments")), comment))).isEqualTo(409);
		assertThat(
				status(sent("swg", put(api("/comments")), "{\"content\": {\"comments\": [{\"about\": \"annex\"}]}}")))
			.isEqualTo(422);
		assertThat(status(sent("swg", put(api("/comments")), "{\"content\": \"comments\"}"))).isEqualTo(400);
		assertThat(status(sent("swg", post(api("/comments/handed-in")), "{\"comments\": 0}"))).isEqualTo(409);
	}

	@Test
	void whatIsNotThereIsSaid() throws Exception {
		assertThat(status(as("aes", get("/api/reports/NO-SUCH-CYCLE/chapters")))).isEqualTo(404);
		assertThat(status(sent("aes", put(api("/chapters/annex")), "{}"))).isEqualTo(404);
		assertThat(status(as("aes", get(api("/comments"))))).isEqualTo(409);
		assertThat(status(as("aes", post(api("/edited"))))).isEqualTo(409);
		assertThat(status(as("aes", get(address("/draft"))))).isEqualTo(404);
	}

	private String address(String file) {
		return "/reports/%s%s".formatted(this.cycle.name(), file);
	}

	private String api(String path) {
		return "/api/reports/%s%s".formatted(this.cycle.name(), path);
	}

	private static MockHttpServletRequestBuilder as(String person, MockHttpServletRequestBuilder request) {
		return request.with(user(person)).with(csrf());
	}

	private static MockHttpServletRequestBuilder sent(String person, MockHttpServletRequestBuilder request,
			String json) {
		return as(person, request).contentType(MediaType.APPLICATION_JSON).content(json);
	}

	private int status(MockHttpServletRequestBuilder request) throws Exception {
		return answer(request).getStatus();
	}

	private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
		return this.browser.perform(request).andReturn().getResponse();
	}

}
