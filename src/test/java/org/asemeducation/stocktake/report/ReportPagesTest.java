package org.asemeducation.stocktake.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
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

	@Autowired
	private Sealing sealing;

	private MockMvc browser;

	private SmallCycle cycle;

	@Autowired
	private PublicUrl publicUrl;

	@BeforeEach
	void openABrowser() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.cycle = new SmallCycle(this.jdbc, "PAGES-" + ++number);
	}

	@Test
	void aDraftIsForTheSecretariatAndTheReviewersOnly() throws Exception {
		this.reports.compile(this.cycle.name());

		for (String file : new String[] { "/draft", "/draft.docx", "/draft.pdf", "/draft.xlsx", "/draft.csv",
				"/draft.json" }) {
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

		seal(State.FOR_OFFICIALS);

		for (String file : new String[] { "", "/report.html", "/report.docx", "/report.pdf", "/report.xlsx",
				"/report.csv", "/report.json", "/annex.docx", "/annex.pdf", "/annex.xlsx" }) {
			assertThat(status(get(address(file)))).as(file).isEqualTo(404);
		}
		assertThat(status(get("/reports/NO-SUCH-CYCLE"))).isEqualTo(404);
		assertThat(status(get("/reports/..."))).isEqualTo(404);
		assertThat(answer(get("/reports")).getContentAsString()).doesNotContain(this.cycle.name().value());
	}

	@Test
	void everybodyReadsWhatIsPublishedAndAsksAgainWithItsTag() throws Exception {
		publish();

		for (String file : new String[] { "/report.html", "/report.docx", "/report.pdf", "/report.xlsx", "/report.csv",
				"/report.json", "/annex.docx", "/annex.pdf", "/annex.xlsx" }) {
			MockHttpServletResponse first = answer(get(address(file)));
			String tag = first.getHeader(HttpHeaders.ETAG);
			MockHttpServletResponse again = answer(get(address(file)).header(HttpHeaders.IF_NONE_MATCH, tag));

			assertThat(first.getStatus()).isEqualTo(200);
			assertThat(first.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-cache", "public");
			assertThat(first.getCookies()).as("no session for %s", file)
				.noneMatch((it) -> it.getName().contains("SESSION"));
			assertThat(again.getStatus()).isEqualTo(304);
			assertThat(again.getContentAsByteArray()).isEmpty();
		}
	}

	@Test
	void thePageAllowsNothingButItsOwnStyle() throws Exception {
		publish();

		MockHttpServletResponse page = answer(get(address("/report.html")));

		assertThat(page.getHeader("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
		assertThat(page.getHeaders("Content-Security-Policy")).hasSize(1);
		assertThat(page.getContentType()).isEqualTo("text/html;charset=UTF-8");
		assertThat(page.getContentAsString(StandardCharsets.UTF_8))
			.contains("href=\"%s\"".formatted(this.publicUrl.to(address("/sealed/2/report.docx"))));
	}

	@Test
	void theListNamesWhatIsPublished() throws Exception {
		publish();

		String page = answer(get("/reports")).getContentAsString(StandardCharsets.UTF_8);

		assertThat(page).contains("%s: From here to there".formatted(this.cycle.name()),
				"/reports/%1$s/report.docx".formatted(this.cycle.name()),
				"/reports/%1$s/annex.docx".formatted(this.cycle.name()),
				"/reports/%1$s/sealed\"".formatted(this.cycle.name()));
	}

	@Test
	void aSealedVersionIsForTheSecretariatAndTheReviewersUntilItIsPublished() throws Exception {
		SealedVersion forOfficials = seal(State.FOR_OFFICIALS);

		assertThat(forOfficials.files()).extracting(SealedVersion.File::name)
			.containsExactly("report.html", "report.docx", "report.pdf", "report.xlsx", "report.csv", "report.json",
					"annex.docx", "annex.pdf", "annex.xlsx");
		for (String file : new String[] { "", "/1/report.html", "/1/report.docx", "/1/report.json", "/1/annex.docx",
				"/1/SHA256SUMS" }) {
			assertThat(status(as("aes", get(address("/sealed" + file))))).as(file).isEqualTo(200);
			assertThat(status(as("swg", get(address("/sealed" + file))))).as(file).isEqualTo(200);
			assertThat(status(as("asef", get(address("/sealed" + file))))).as(file).isEqualTo(403);
			assertThat(status(get(address("/sealed" + file)))).as(file).isIn(302, 401);
		}
	}

	@Test
	void everybodyFindsThePublishedBytesWithTheirChecksumsAndNoOtherVersion() throws Exception {
		SealedVersion published = publish();

		String page = answer(get(address("/sealed"))).getContentAsString(StandardCharsets.UTF_8);
		String sums = answer(get(address("/sealed/2/SHA256SUMS"))).getContentAsString();

		for (SealedVersion.File file : published.files()) {
			byte[] sealed = answer(get(address("/sealed/2/" + file.name()))).getContentAsByteArray();
			assertThat(sha256sum(sealed)).as(file.name()).isEqualTo(file.sha256());
			assertThat(page).contains(file.sha256());
			assertThat(sums).contains(file.sha256() + "  " + file.name() + "\n");
			assertThat(answer(get(address("/" + file.name()))).getContentAsByteArray()).as(file.name())
				.isEqualTo(sealed);
		}
		assertThat(page).contains("Version 2 for ministers").doesNotContain("Version 1", " by ");
		assertThat(status(get(address("/sealed/1/report.html")))).isIn(302, 401);
		assertThat(status(as("asef", get(address("/sealed/1/report.html"))))).isEqualTo(403);
		assertThat(answer(as("aes", get(address("/sealed")))).getContentAsString())
			.contains("Version 1 for senior officials", "by AES Desk");
	}

	@Test
	void theFilesOfAVersionPassTheCheckThatThePageTells(@TempDir Path folder) throws Exception {
		seal(State.FOR_OFFICIALS);
		for (String file : new String[] { "report.html", "report.docx", "report.pdf", "report.xlsx", "report.csv",
				"report.json", "annex.docx", "annex.pdf", "annex.xlsx", "SHA256SUMS" }) {
			Files.write(folder.resolve(file),
					answer(as("swg", get(address("/sealed/1/" + file)))).getContentAsByteArray());
		}

		int asSealed = checked(folder);
		Files.writeString(folder.resolve("annex.docx"), "another byte", StandardOpenOption.APPEND);
		int tampered = checked(folder);

		assertThat(asSealed).isZero();
		assertThat(tampered).isEqualTo(1);
	}

	private static int checked(Path folder) throws Exception {
		return new ProcessBuilder("sha256sum", "-c", "SHA256SUMS").directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.waitFor();
	}

	@Test
	void whatIsSealedLinksToItselfAndOffersItsFilesUnderTheirNames() throws Exception {
		seal(State.FOR_OFFICIALS);

		MockHttpServletResponse page = answer(as("swg", get(address("/sealed/1/report.html"))));
		MockHttpServletResponse annex = answer(as("swg", get(address("/sealed/1/annex.docx"))));

		assertThat(page.getContentAsString(StandardCharsets.UTF_8))
			.contains("Version 1 for senior officials, sealed on",
					"href=\"%s\"".formatted(this.publicUrl.to(address("/sealed/1/annex.docx"))))
			.doesNotContain("href=\"/");
		assertThat(page.getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
		assertThat(page.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
		assertThat(annex.getHeader(HttpHeaders.CONTENT_DISPOSITION)).contains("filename=\"annex.docx\"");
	}

	@Test
	void aPageThatWasSealedByAnEarlierReleaseKeepsItsStyle() throws Exception {
		byte[] old = "<html><head><style>p { color: red; }</style></head><body></body></html>"
			.getBytes(StandardCharsets.UTF_8);

		assertThat(HtmlReport.contentSecurityPolicy(old)).contains("style-src 'sha256-%s'".formatted(Base64.getEncoder()
			.encodeToString(MessageDigest.getInstance("SHA-256")
				.digest("p { color: red; }".getBytes(StandardCharsets.UTF_8)))));
		assertThat(HtmlReport.contentSecurityPolicy("no page".getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(HtmlReport.contentSecurityPolicy());
	}

	@Test
	void sealedVersionsAreComparedForThoseWhoMayReadBoth() throws Exception {
		seal(State.FOR_OFFICIALS);
		this.jdbc.sql("""
				update revision set content = '{"progress": "Accepted sentences."}' where cycle = :cycle""")
			.param("cycle", this.cycle.name().value())
			.update();
		seal(State.FOR_MINISTERS);
		String address = address("/sealed/2/since/1");

		for (String insider : new String[] { "aes", "swg" }) {
			MockHttpServletResponse page = answer(as(insider, get(address)));
			assertThat(page.getStatus()).as(insider).isEqualTo(200);
			assertThat(page.getContentAsString(StandardCharsets.UTF_8))
				.contains("Accepted <del>words</del><ins>sentences</ins>.");
			assertThat(page.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
			assertThat(page.getHeader("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
		}
		assertThat(answer(as("aes", get(address("/sealed")))).getContentAsString()).contains(address);
		assertThat(answer(as("aes", get("/reports"))).getContentAsString())
			.contains("%s\"".formatted(address("/sealed")));
		this.reports.publish(this.cycle.name());
		assertThat(status(as("asef", get(address)))).as("one of them was never public").isEqualTo(403);
		assertThat(status(get(address))).isIn(302, 401);
		for (String other : new String[] { "/sealed/1/since/2", "/sealed/2/since/2", "/sealed/3/since/1",
				"/sealed/2/since/0" }) {
			assertThat(status(as("aes", get(address(other))))).as(other).isEqualTo(404);
		}
	}

	@Test
	void publicVersionsAndThePublishedReportsOfTwoCyclesAreComparedForEverybody() throws Exception {
		publish();
		String first = this.cycle.name().value();
		this.reports.correct(this.cycle.name(), 1, seal(State.CORRECTED), "A number was wrong.", "aes");
		this.cycle = new SmallCycle(this.jdbc, "PAGES-LATER-" + number);
		seal(State.FOR_OFFICIALS);
		String between = address("/since/" + first);
		assertThat(status(get(between))).as("before publication").isEqualTo(404);
		seal(State.FOR_MINISTERS);
		this.reports.publish(this.cycle.name());

		for (String address : new String[] { "/reports/%s/sealed/3/since/2".formatted(first), between }) {
			MockHttpServletResponse page = answer(get(address));
			assertThat(page.getStatus()).as(address).isEqualTo(200);
			assertThat(page.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-cache", "public");
			assertThat(page.getCookies()).isEmpty();
			assertThat(status(get(address).header(HttpHeaders.IF_NONE_MATCH, page.getHeader(HttpHeaders.ETAG))))
				.isEqualTo(304);
			String edition = address.substring(0, address.indexOf('/', "/reports/".length()));
			assertThat(answer(get(edition)).getContentAsString()).as(edition)
				.contains("href=\"%s\"".formatted(address));
		}
		assertThat(answer(get(between)).getContentAsString(StandardCharsets.UTF_8)).contains("First initiative",
				"1 initiative the same in both", "corrected on");
		assertThat(status(get("/reports/%s/since/%s".formatted(first, this.cycle.name())))).isEqualTo(404);
		assertThat(status(get(address("/since/NO-SUCH")))).isEqualTo(404);
		assertThat(status(get(address("/since/...")))).isEqualTo(404);
	}

	@Test
	void theSecretariatBringsAWordTemplateAndOldVersionsKeepTheirs() throws Exception {
		this.reports.compile(this.cycle.name());
		byte[] house = answer(as("aes", get(address("/template/house.docx")))).getContentAsByteArray();

		MockHttpServletResponse taken = answer(as("aes", multipart(address("/template"))
			.file(new MockMultipartFile("file", "C:/x/<i>ministry.docx", null, house))));
		String page = answer(as("aes", get(address("/template")))).getContentAsString(StandardCharsets.UTF_8);
		ReportModel second = this.reports.compile(this.cycle.name());

		assertThat(taken.getStatus()).isEqualTo(302);
		assertThat(page)
			.contains("A template of yours is in force.", "&lt;i&gt;ministry.docx", "Go back to the house’s own")
			.doesNotContain("C:/x");
		assertThat(second.template()).isEqualTo(SealedVersions.sha256(house));
		assertThat(this.reports.version(this.cycle.name(), 1).orElseThrow().template()).isNull();
		assertThat(answer(as("aes", get(address("/template/%s.docx".formatted(second.template())))))
			.getContentAsByteArray()).isEqualTo(house);
		assertThat(status(as("aes", get(address("/template/preview.docx"))))).isEqualTo(200);
		assertThat(status(as("aes", get(address("/draft.docx"))))).isEqualTo(200);
		assertThat(status(as("aes", post(address("/template")).param("choice", "")))).isEqualTo(302);
		assertThat(this.reports.current(this.cycle.name()).template()).isNull();
		assertThat(status(as("aes", post(address("/template")).param("choice", second.template())))).isEqualTo(302);
		assertThat(this.reports.current(this.cycle.name()).template()).isEqualTo(second.template());
		assertThat(this.reports.version(this.cycle.name(), 2).orElseThrow().template()).isEqualTo(second.template());
	}

	@Test
	void whatIsNoTemplateChangesNothing() throws Exception {
		MockHttpServletResponse refused = answer(as("aes",
				multipart(address("/template")).file(new MockMultipartFile("file", "x.docx", null, new byte[] { 1 }))));

		assertThat(refused.getStatus()).isEqualTo(422);
		assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains(
				"The template stays as it is. The file is no Word document (.docx).",
				"The house’s own template is in force.");
		assertThat(status(as("aes", post(address("/template")).param("choice", "b".repeat(64))))).isEqualTo(422);
		for (String other : new String[] { "swg", "asef" }) {
			assertThat(status(as(other, get(address("/template"))))).isEqualTo(403);
			assertThat(status(as(other, post(address("/template")).param("choice", "")))).isEqualTo(403);
			assertThat(status(as(other, get(address("/template/preview.docx"))))).isEqualTo(403);
		}
		this.reports.compile(this.cycle.name());
		this.cycle.handToReviewers();
		MockHttpServletResponse late = answer(as("aes", post(address("/template")).param("choice", "")));
		assertThat(late.getStatus()).isEqualTo(409);
		assertThat(late.getContentAsString(StandardCharsets.UTF_8)).contains("lies with the Standing Working Group");
	}

	@Test
	void whatWasNeverSealedIsNotThere() throws Exception {
		assertThat(status(as("aes", get(address("/sealed"))))).isEqualTo(404);
		assertThat(status(as("aes", get("/reports/NO-SUCH-CYCLE/sealed")))).isEqualTo(404);
		seal(State.FOR_OFFICIALS);
		for (String file : new String[] { "/1/report.odt", "/2/report.docx", "/9/SHA256SUMS", "/x/report.docx",
				"/1234567/report.docx" }) {
			assertThat(status(as("aes", get(address("/sealed" + file))))).as(file).isEqualTo(404);
		}
	}

	@Test
	void aReportFromBeforeVersionsWereSealedIsReadAsBefore() throws Exception {
		this.reports.compile(this.cycle.name());
		this.jdbc.sql("insert into publication values (:cycle, 1, now())")
			.param("cycle", this.cycle.name().value())
			.update();

		assertThat(answer(get(address("/report.html"))).getContentAsString(StandardCharsets.UTF_8))
			.contains("Accepted words.", "href=\"report.docx\"");
		assertThat(status(get(address("/report.json")))).isEqualTo(200);
		assertThat(status(get(address("/report.pdf")))).isEqualTo(200);
		assertThat(status(get(address("/annex.docx")))).isEqualTo(404);
		assertThat(status(get(address("/annex.pdf")))).isEqualTo(404);
		assertThat(status(get(address("/sealed")))).isEqualTo(404);
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
		assertThat(answer(as("aes", get(address("/draft")))).getContentAsString()).contains("Two.</p>");
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
				"\"content\":{\"comments\":[{\"about\":\"foreword\",\"text\":\"Shorter.\"}]}", "\"others\":[]",
				"],\"version\":1,\"draft\":");
		assertThat(answer(as("aes", get(api("/comments")))).getContentAsString()).contains("\"version\":0",
				"\"about\":\"Foreword\",\"text\":\"Shorter.\"");
		assertThat(status(sent("swg", put(api("/comments")), comment))).isEqualTo(409);
		assertThat(
				status(sent("swg", put(api("/comments")), "{\"content\": {\"comments\": [{\"about\": \"weather\"}]}}")))
			.isEqualTo(422);
		assertThat(status(sent("swg", put(api("/comments")), "{\"content\": \"comments\"}"))).isEqualTo(400);
		MockHttpServletResponse unseen = answer(sent("swg", post(api("/comments/handed-in")), "{\"version\": 0}"));
		assertThat(unseen.getStatus()).isEqualTo(409);
		assertThat(unseen.getContentAsString()).contains("somebody has saved comments since you looked");
	}

	@Test
	void whatIsNotThereIsSaid() throws Exception {
		assertThat(status(as("aes", get("/api/reports/NO-SUCH-CYCLE/chapters")))).isEqualTo(404);
		assertThat(status(sent("aes", put(api("/chapters/annex")), "{}"))).isEqualTo(404);
		assertThat(status(as("aes", get(api("/comments"))))).isEqualTo(409);
		assertThat(status(as("aes", post(api("/edited"))))).isEqualTo(409);
		assertThat(status(as("aes", get(address("/draft"))))).isEqualTo(404);
	}

	private SealedVersion seal(State state) {
		return this.sealing.seal(this.cycle.name(), state, (report) -> new Annex("Work plan",
				List.of(new Annex.Line(1, "A01-I01", "Planned words", "2025", null, null, null))), "aes");
	}

	private SealedVersion publish() {
		seal(State.FOR_OFFICIALS);
		seal(State.FOR_MINISTERS);
		return this.reports.publish(this.cycle.name());
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

	/** As the command of that name prints it. */
	private static String sha256sum(byte[] content) throws Exception {
		Path file = Files.createTempFile("sealed", null);
		try {
			Files.write(file, content);
			Process process = new ProcessBuilder("sha256sum", file.toString()).start();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ")[0];
		}
		finally {
			Files.delete(file);
		}
	}

	private int status(MockHttpServletRequestBuilder request) throws Exception {
		return answer(request).getStatus();
	}

	private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
		return this.browser.perform(request).andReturn().getResponse();
	}

}
