package org.asemeducation.stocktake.access.doors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hostile texts that were taken in come out as text: on pages, in the report and in its
 * files.
 */
@RunningStocktake
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HarmlessPagesTest {

	private static final String KEY = "DOORS-F/A17-I02";

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private ManagementService management;

	/** As many as the plan's row says at most. */
	private static final int LINES = 12;

	@Autowired
	private RuntimeService runtime;

	private Company company;

	@BeforeAll
	void anUpdateOfHostileTextsIsAccepted() {
		this.company = Premises.open(this.context);
		ObjectNode content = content();
		HttpResponse<String> submitted = call(Role.COORDINATOR, "POST", "/api/updates/" + KEY + "/submission",
				"{\"version\":0,\"content\":%s}".formatted(content));
		assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(201);
		runJobs();
		HttpResponse<String> accepted = call(Role.REVIEWER, "POST", "/api/reviews/" + KEY,
				"{\"revision\":1,\"accepted\":true}");
		assertThat(accepted.statusCode()).as(accepted.body()).isBetween(200, 299);
		runJobs();
		assertThat(call(Role.AES, "POST", "/api/reports/DOORS-F/compilation", "{}").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/reports/DOORS-F/draft", "/i/" + KEY, "/desk/contacts", "/reports/DOORS-F/comments" })
	void pagesShowThemAsText(String page) {
		String html = this.company.as(Role.AES).get(page).body();

		assertThat(html).contains("</html>")
			.doesNotContain("<script>alert", "<img src=x", "href=\"javascript:", "href=\"data:", "5183");
	}

	@Test
	void theReportSaysThem() {
		String html = this.company.as(Role.AES).get("/reports/DOORS-F/draft").body();

		assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "=HYPERLINK(", "\uD83D\uDE00",
				"\uD842\uDFB7");
	}

	@Test
	void theDataHasThemUnchanged() throws IOException {
		String json = this.company.as(Role.AES).get("/reports/DOORS-F/draft.json").body();

		assertThat(new JsonMapper().readTree(json).toString()).contains("=HYPERLINK(", "'; drop table contact; --",
				"\uD842\uDFB7");
	}

	@Test
	void theWordFileCanBeOpened() throws Exception {
		byte[] word = this.company.as(Role.AES).bytes("/reports/DOORS-F/draft.docx");

		try (var document = new XWPFDocument(new ByteArrayInputStream(word));
				var text = new XWPFWordExtractor(document)) {
			assertThat(text.getText()).contains("<script>alert(1)</script>", "=HYPERLINK(", "\uD842\uDFB7");
		}
	}

	private static ObjectNode content() {
		ObjectNode content = new JsonMapper().createObjectNode();
		List<String> texts = Hostile.TEXTS;
		content.put("progress", "Words. " + String.join("\n\n", texts));
		content.put("highlights", String.join(" ", texts));
		content.put("completion", "completed").put("aims", "achieved").put("continuation", "ongoing");
		texts.forEach(content.putArray("partners")::add);
		for (String text : texts) {
			content.withArray("links").addObject().put("title", text).put("url", text);
			content.withArray("events").addObject().put("date", text).put("title", text).put("place", text);
		}
		for (int position = 1; position <= LINES; position++) {
			content.withArray("milestones")
				.addObject()
				.put("position", position)
				.put("outcome", "done")
				.put("sentence", texts.get(0));
		}
		content.withArray("plans")
			.addObject()
			.put("activity", "=1+1 " + texts.get(0))
			.put("when", "2031")
			.put("output", texts.get(2))
			.put("result", texts.get(4));
		return content;
	}

	private HttpResponse<String> call(Role role, String method, String path, String body) {
		Visitor visitor = this.company.as(role);
		return visitor.call(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
	}

	/** Those of the update, which the job executor would run. */
	private void runJobs() {
		for (int round = 0; round < 20; round++) {
			List<Job> due = this.runtime.createProcessInstanceQuery()
				.processInstanceBusinessKey(KEY)
				.list()
				.stream()
				.flatMap((instance) -> this.management.createJobQuery()
					.processInstanceId(instance.getId())
					.messages()
					.list()
					.stream())
				.toList();
			due.forEach((job) -> this.management.executeJob(job.getId()));
			if (due.isEmpty()) {
				return;
			}
		}
	}

}
