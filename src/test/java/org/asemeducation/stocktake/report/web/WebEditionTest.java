package org.asemeducation.stocktake.report.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.Sealing;
import org.asemeducation.stocktake.report.SmallCycle;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.yaml.snakeyaml.Yaml;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@StocktakeTest
class WebEditionTest {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static int number;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Reports reports;

	@Autowired
	private Sealing sealing;

	@Autowired
	private TakingPart takingPart;

	private MockMvc browser;

	private SmallCycle cycle;

	@BeforeEach
	void openABrowser() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application)
			.apply(springSecurity())
			.addFilters(this.application.getBean(WebTags.class))
			.build();
		this.cycle = new SmallCycle(this.jdbc, "WEB-" + ++number);
	}

	@Test
	void nothingIsThereBeforePublication() throws Exception {
		seal(State.FOR_OFFICIALS);
		for (String path : List.of("/reports/%s", "/reports/%s/initiatives/A01-I01", "/api/reports/%s")) {
			assertThat(answer(get(at(path))).getStatus()).as(path).isEqualTo(404);
			assertThat(answer(get(at(path)).with(user("aes"))).getStatus()).as(path).isEqualTo(404);
		}
		assertThat(text("/api/reports")).doesNotContain(this.cycle.name().value());
		assertThat(text("/reports/feed.atom")).doesNotContain(this.cycle.name().value());
	}

	@Test
	void everybodyIsAnsweredTheSameAndAsksAgainWithItsTag() throws Exception {
		publish();
		for (String path : List.of("/reports/%s", "/reports/%s?q=accepted", "/reports/%s/initiatives/A01-I01",
				"/api/reports/%s", "/api/reports", "/reports/feed.atom")) {
			MockHttpServletResponse first = answer(get(at(path)));
			MockHttpServletResponse insider = answer(get(at(path)).with(user("aes")));
			MockHttpServletResponse again = answer(
					get(at(path)).header(HttpHeaders.IF_NONE_MATCH, first.getHeader(HttpHeaders.ETAG)));

			assertThat(first.getStatus()).as(path).isEqualTo(200);
			assertThat(first.getHeader(HttpHeaders.CACHE_CONTROL)).as(path).contains("no-cache", "public");
			assertThat(first.getCookies()).as(path).isEmpty();
			assertThat(insider.getContentAsByteArray()).as(path).isEqualTo(first.getContentAsByteArray());
			assertThat(again.getStatus()).as(path).isEqualTo(304);
			assertThat(again.getContentAsByteArray()).isEmpty();
		}
	}

	@Test
	void anInitiativeIsFoundByItsWordsAndFilters() throws Exception {
		publish();
		assertThat(text("/reports/%s")).contains("From here to there", "First initiative", "1 initiatives",
				"Reported, without a status", "/sealed/2/report.docx", "CC-BY-4.0");
		assertThat(text("/reports/%s?q=words&action=1&status=unsaid")).contains("1 of 1 initiatives", "Accepted words.",
				at("/reports/%s/initiatives/A01-I01#A01-I01-progress-p1"));
		assertThat(text("/reports/%s?q=zebra")).contains("0 of 1 initiatives", "leave out a word or a filter");
		assertThat(text("/reports/%s?objective=%%3Cscript%%3E&q=%%22%%3E%%3Cscript%%3E")).contains("0 of 1 initiatives")
			.doesNotContain("<script>");
	}

	@Test
	void partiesOfTheRegisterAndOfTheSealedVersionAreFilters() throws Exception {
		publish();
		assertThat(text("/reports/%s")).contains("<option value=\"ASEM-DUO Secretariat\">");
		assertThat(text("/reports/%s?party=ASEM-DUO%%20Secretariat")).contains("1 of 1 initiatives");
		assertThat(text("/reports/%s?party=Nobody")).contains("0 of 1 initiatives");
	}

	@Test
	void whoTookPartWhenItWasSealedStaysWhoeverTakesPartToday() throws Exception {
		// given
		publish();
		this.jdbc.sql("update cycle set state = 'published' where name = :cycle")
			.param("cycle", this.cycle.name().value())
			.update();
		Map<String, List<TakingPart.Party>> sealed = this.takingPart.of(this.cycle.name(), 2);
		assertThat(sealed.get("A01-I01")).extracting(TakingPart.Party::name).contains("ASEM-DUO Secretariat");
		String parts = asSecretariat("/api/cockpit/cycles/%s/parts");
		String region = "/api/cockpit/cycles/%s/initiatives?region=Europe&kind=partner-country";
		String european = asSecretariat(region);
		// when
		this.jdbc.sql("""
				insert into coordination (initiative, party, role, position)
				select 'A01-I01', id, 'coordinator', 9 from party where name = 'Latvia'""").update();
		Map<String, List<TakingPart.Party>> today = this.takingPart.of(this.cycle.name(), 2);
		String partsToday = asSecretariat("/api/cockpit/cycles/%s/parts");
		String europeanToday = asSecretariat(region);
		this.jdbc.sql("delete from coordination where initiative = 'A01-I01' and position = 9").update();
		// then
		assertThat(today).isEqualTo(sealed);
		assertThat(partsToday).isEqualTo(parts);
		assertThat(europeanToday).isEqualTo(european).contains("\"found\":0");
		assertThatThrownBy(() -> this.jdbc.sql("delete from sealed_part").update())
			.hasStackTraceContaining("is never changed or removed");
	}

	@Test
	void objectivesAndRegionsAreFiltersAndTheMatrixAndTheChartsSayWhatTheUpdatesSay() throws Exception {
		// given
		whoseRegionIsKnown();
		// when
		withAConfirmedMapping(this::publish);
		// then
		String page = text("/reports/%s");
		assertThat(page).contains("<option value=\"1\">1: ", "<option value=\"Asia\">Asia</option>",
				"<option value=\"Europe\">Europe</option>");
		assertThat(text("/reports/%s?objective=1")).contains("1 of 2 initiatives", "First initiative</a>")
			.contains("<option value=\"1\" selected=\"selected\">");
		assertThat(text("/reports/%s?objective=4")).contains("0 of 2 initiatives");
		assertThat(text("/reports/%s?region=Europe")).contains("1 of 2 initiatives", "Second initiative</a>")
			.contains("<option value=\"Europe\" selected=\"selected\">");
		assertThat(text("/reports/%s?region=Europe&objective=1")).contains("0 of 2 initiatives");
		String matrix = page.substring(page.indexOf("<h2 id=\"matrix\">"), page.indexOf("<h2 id=\"files\">"));
		assertThat(matrix).contains(">1.1</abbr>");
		assertThat(matrixRow(matrix, "A13-I01").split("<span class=\"st-unseen\">contributes</span>", -1)).hasSize(2);
		assertThat(matrixRow(matrix, "A01-I01")).doesNotContain("contributes");
		assertThat(page).contains("In charts", "<svg", ": Completion by part of the plan</figcaption>",
				": Initiatives by the region of their coordinators, where the register gives one</figcaption>");
		assertThat(page.split("<svg", -1)).hasSameSizeAs(page.split("<figcaption>Figure ", -1));
	}

	/** A second initiative, of partners of both regions, with a status and a claim. */
	private void whoseRegionIsKnown() {
		this.jdbc
			.sql("""
					insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
					    coordinators)
					values (:c, 'A13-I01', 2, 13, 'Another action', 'Second initiative', false, 'summary', 'Two partners')""")
			.param("c", this.cycle.name().value())
			.update();
		this.jdbc
			.sql("""
					with said as (
					    insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
					    values (:c, 'A13-I01', 1, '{"progress": "More words.", "completion": "completed",
					        "contributions": [{"subgoal": "1.1", "sentence": "It serves it."}]}', now(), 'asef') returning id)
					insert into verdict (revision, accepted, given_at, given_by) select id, true, now(), 'swg' from said""")
			.param("c", this.cycle.name().value())
			.update();
		assertThat(this.jdbc.sql("""
				select distinct p.region from coordination k join party p on p.id = k.party
				where k.initiative = 'A13-I01'""").query(String.class).list()).containsExactlyInAnyOrder("Asia",
				"Europe");
	}

	/** That the first action serves the first subgoal; the plan is everybody's. */
	private void withAConfirmedMapping(Runnable act) {
		Optional<Map<String, Object>> before = this.jdbc
			.sql("select confirmed_at, confirmed_by from contribution where action = 1 and subgoal = '1.1'")
			.query()
			.listOfRows()
			.stream()
			.findFirst();
		this.jdbc.sql("""
				insert into contribution values (1, '1.1', now(), 'aes')
				on conflict (action, subgoal) do update set confirmed_at = now(), confirmed_by = 'aes'""").update();
		try {
			act.run();
		}
		finally {
			if (before.isEmpty()) {
				this.jdbc.sql("delete from contribution where action = 1 and subgoal = '1.1'").update();
			}
			else {
				this.jdbc.sql("""
						update contribution set confirmed_at = ?, confirmed_by = ?
						where action = 1 and subgoal = '1.1'""").params(before.get().values().toArray()).update();
			}
		}
	}

	private static String matrixRow(String matrix, String initiative) {
		int from = matrix.indexOf("/initiatives/" + initiative + "\"");
		assertThat(from).as(initiative).isNotNegative();
		return matrix.substring(from, matrix.indexOf("</tr>", from));
	}

	@Test
	void noReferenceOfThePageLeadsNowhere() throws Exception {
		publish();
		String page = text("/reports/%s");
		Matcher references = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
		while (references.find()) {
			assertThat(page).contains("id=\"" + references.group(1) + "\"");
		}
		assertThat(page).doesNotContain("All initiatives");
	}

	@Test
	void anInitiativeAndEachParagraphHaveAnAddress() throws Exception {
		publish();
		assertThat(text("/reports/%s/initiatives/A01-I01")).contains("First initiative", "id=\"A01-I01-progress-p1\"",
				"href=\"#A01-I01-progress-p1\"", "Accepted words.");
		assertThat(answer(get(at("/reports/%s/initiatives/A99-I01"))).getStatus()).isEqualTo(404);
	}

	@Test
	void aFactSheetIsAFileOfItsOwnForEveryWebSite() throws Exception {
		seal(State.FOR_OFFICIALS);
		assertThat(answer(get(at("/reports/%s/initiatives/A01-I01/sheet.html"))).getStatus()).isEqualTo(404);
		publish();
		for (String path : List.of("/reports/%s/initiatives/A01-I01/sheet.html",
				"/reports/%s/initiatives/A01-I01/sheet.docx", "/initiatives/A01-I01/sheet.html",
				"/initiatives/A01-I01/sheet.docx")) {
			MockHttpServletResponse first = answer(get(at(path)));
			assertThat(first.getStatus()).as(path).isEqualTo(200);
			assertThat(first.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-cache", "public");
			assertThat(first.getCookies()).as(path).isEmpty();
			assertThat(answer(get(at(path)).header(HttpHeaders.IF_NONE_MATCH, first.getHeader(HttpHeaders.ETAG)))
				.getStatus()).as(path).isEqualTo(304);
		}
		assertThat(text("/reports/%s/initiatives/A01-I01")).contains(
				at("href=\"/reports/%s/initiatives/A01-I01/sheet.html\""),
				at("href=\"/reports/%s/initiatives/A01-I01/sheet.docx\""));
		assertThat(text("/reports/%s/initiatives/A01-I01/sheet.html")).contains("Accepted words.", "for ministers")
			.doesNotContain("<script", "<link");
		assertThat(answer(get(at("/reports/%s/initiatives/A01-I01/sheet.docx")))
			.getHeader(HttpHeaders.CONTENT_DISPOSITION)).contains(at("filename=\"%s-A01-I01.docx\""));
		for (String path : List.of("/reports/%s/initiatives/A99-I01/sheet.html", "/initiatives/A99-I01/sheet.docx",
				"/reports/.../initiatives/A01-I01/sheet.html", "/reports/%s/initiatives/A01-I01/sheet.pdf")) {
			assertThat(answer(get(at(path))).getStatus()).as(path).isEqualTo(404);
		}
	}

	@Test
	void theLatestSheetIsOfTheReportPublishedLast() throws Exception {
		publish();
		String latest = this.jdbc.sql("""
				select cycle from publication p where exists (
				    select from cycle_initiative i where i.cycle = p.cycle and i.initiative = 'A01-I01')
				order by published_at desc, cycle limit 1""").query(String.class).single();
		assertThat(text("/initiatives/A01-I01/sheet.html"))
			.isEqualTo(text("/reports/%s/initiatives/A01-I01/sheet.html".formatted(latest)))
			.contains(latest);
	}

	@Test
	void aFactSheetOfTheDraftIsForThoseWhoMayReadTheDraft() throws Exception {
		this.reports.compile(this.cycle.name());
		for (String path : List.of("/reports/%s/draft/initiatives/A01-I01/sheet.html",
				"/reports/%s/draft/initiatives/A01-I01/sheet.docx")) {
			MockHttpServletResponse sheet = answer(get(at(path)).with(user("aes")));
			assertThat(sheet.getStatus()).as(path).isEqualTo(200);
			assertThat(sheet.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
			assertThat(answer(get(at(path)).with(user("swg"))).getStatus()).as(path).isEqualTo(200);
			assertThat(answer(get(at(path)).with(user("asef"))).getStatus()).as(path).isEqualTo(403);
			assertThat(answer(get(at(path))).getStatus()).as(path).isIn(302, 401);
		}
		assertThat(answer(get(at("/reports/%s/draft/initiatives/A99-I01/sheet.html")).with(user("aes"))).getStatus())
			.isEqualTo(404);
	}

	@Test
	void aCorrectionIsWhatIsShownFromThenOn() throws Exception {
		publish();
		assertThat(text("/reports/%s")).contains("Nothing has been corrected");
		this.reports.correct(this.cycle.name(), 1, seal(State.CORRECTED), "A number was wrong.", "aes");
		assertThat(text("/reports/%s")).contains("Correction 1 of", "A number was wrong.", "/sealed/3/report.docx");
		assertThat(data("/api/reports/%s").path("version").asInt()).isEqualTo(3);
		Element feed = feed();
		assertThat(feed.getElementsByTagName("entry").getLength()).isGreaterThanOrEqualTo(2);
		assertThat(feed.getElementsByTagName("title").item(1).getTextContent()).isEqualTo(at("%s: correction 1"));
		assertThat(feed.getElementsByTagName("summary").item(0).getTextContent()).isEqualTo("A number was wrong.");
	}

	@Test
	void theDescriptionSaysWhatIsAnswered() throws Exception {
		publish();
		Map<String, Object> description = description();
		assertThat(text("/api/reports/openapi.yaml")).startsWith("openapi: 3.1.0");
		for (String path : child(description, "paths").keySet()) {
			assertThat(answer(get(path.replace("{cycle}", this.cycle.name().value()))).getStatus()).as(path)
				.isEqualTo(200);
		}
		Map<String, Object> schemas = child(child(description, "components"), "schemas");
		JsonNode report = data("/api/reports/%s");
		assertHasRequired(report, child(schemas, "Report"), schemas);
		assertHasRequired(data("/api/reports"), child(schemas, "Reports"), schemas);
		assertThat(report.at("/licence/name").asText()).isEqualTo("CC-BY-4.0");
		assertThat(report.at("/parts/0/actions/0/initiatives/0/id").asText()).isEqualTo("A01-I01");
	}

	@Test
	void noPersonIsNamed() throws Exception {
		publish();
		for (String path : List.of("/reports/%s", "/reports/%s/initiatives/A01-I01", "/api/reports/%s", "/api/reports",
				"/reports/feed.atom")) {
			assertThat(text(path)).as(path)
				.doesNotContain("AES Desk", "@stocktake.example", "submittedBy", "acceptedById");
		}
	}

	@SuppressWarnings("unchecked")
	private static void assertHasRequired(JsonNode value, Map<String, Object> schema, Map<String, Object> schemas) {
		if (schema.get("$ref") instanceof String named) {
			assertHasRequired(value, child(schemas, named.substring(named.lastIndexOf('/') + 1)), schemas);
			return;
		}
		if (schema.get("required") instanceof List<?> required) {
			required.forEach((name) -> assertThat(value.has((String) name)).as("%s in %s", name, value).isTrue());
		}
		if (schema.get("enum") instanceof List<?> values) {
			assertThat(values).asList().contains(value.asText());
		}
		if (schema.get("properties") instanceof Map<?, ?> properties) {
			properties.forEach((name, inner) -> {
				if (value.has((String) name)) {
					assertHasRequired(value.get((String) name), (Map<String, Object>) inner, schemas);
				}
			});
		}
		if (schema.get("items") instanceof Map<?, ?> items) {
			assertThat(value.isArray()).isTrue();
			value.forEach((item) -> assertHasRequired(item, (Map<String, Object>) items, schemas));
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> child(Map<String, Object> parent, String name) {
		return (Map<String, Object>) parent.get(name);
	}

	private static Map<String, Object> description() throws IOException {
		return new Yaml().load(new ClassPathResource("api/reports.yaml").getInputStream());
	}

	private Element feed() throws Exception {
		Document feed = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new ByteArrayInputStream(answer(get("/reports/feed.atom")).getContentAsByteArray()));
		return feed.getDocumentElement();
	}

	private JsonNode data(String path) throws Exception {
		return JSON.readTree(answer(get(at(path))).getContentAsByteArray());
	}

	private SealedVersion seal(State state) {
		return this.sealing.seal(this.cycle.name(), state, (report) -> new Annex("Work plan",
				List.of(new Annex.Line(1, "A01-I01", "Planned words", "2025", null, null, null))), "aes");
	}

	private void publish() {
		seal(State.FOR_OFFICIALS);
		seal(State.FOR_MINISTERS);
		this.reports.publish(this.cycle.name());
	}

	private String at(String path) {
		return path.contains("%s") ? path.formatted(this.cycle.name()) : path;
	}

	private String text(String path) throws Exception {
		return answer(get(URI.create(at(path)))).getContentAsString(StandardCharsets.UTF_8);
	}

	private String asSecretariat(String path) throws Exception {
		return answer(get(URI.create(at(path))).with(user("aes"))).getContentAsString(StandardCharsets.UTF_8);
	}

	private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
		return this.browser.perform(request).andReturn().getResponse();
	}

}
