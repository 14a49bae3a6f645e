package org.asemeducation.stocktake.report.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.Sealing;
import org.asemeducation.stocktake.report.SmallCycle;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * What people write to each other on the way to a report stays among them: drafts,
 * returned revisions, remarks, answers to remarks, questions, notes, comments, and who
 * the people are. Each of these is written here with a word that begins alike, and looked
 * for at every public address.
 */
@StocktakeTest
class NothingUnacceptedIsPublicTest {

	/** Begins every word that must never be published. */
	private static final String TELLTALE = "telltale";

	private static final String ACCEPTED = "Accepted words.";

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Reports reports;

	@Autowired
	private Sealing sealing;

	private SmallCycle cycle;

	@AfterEach
	void forgetThePerson() {
		this.jdbc.sql("""
				delete from contact_role where contact in (
				    select id from contact where user_id = 'telltaleuser')""").update();
		this.jdbc.sql("delete from contact where user_id = 'telltaleuser'").update();
	}

	@Test
	void whatNobodyAcceptedAndWhoSaidItIsAtNoPublicAddress() throws Exception {
		// given
		this.cycle = new SmallCycle(this.jdbc, "TOLD-1");
		writeAmongThemselves();
		this.reports.compile(this.cycle.name());
		comment();
		seal(State.FOR_OFFICIALS);
		seal(State.FOR_MINISTERS);
		this.reports.publish(this.cycle.name());
		MockMvc browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		assertThat(written()).as("telling words in the tables").isEqualTo(13);
		// when, then
		for (String path : addresses().toList()) {
			MockHttpServletResponse answer = browser.perform(get(path)).andReturn().getResponse();
			assertThat(answer.getStatus()).as(path).isEqualTo(200);
			String text = text(path, answer.getContentAsByteArray());
			assertThat(text.replaceAll("\\s+", "")).as(path).isNotEmpty().doesNotContainIgnoringCase(TELLTALE);
			if (path.contains("/report.") || path.contains("/A01-I01") || path.startsWith("/api/reports/TOLD")) {
				assertThat(text).as(path).contains(ACCEPTED);
			}
		}
	}

	private Stream<String> addresses() {
		String report = "/reports/" + this.cycle.name();
		List<String> files = List.of("/report.html", "/report.docx", "/report.pdf", "/report.xlsx", "/report.csv",
				"/report.json", "/annex.docx", "/annex.pdf", "/annex.xlsx");
		Stream<String> pages = Stream.of("/reports", report, report + "?q=words", report + "/sealed",
				report + "/sealed/3/SHA256SUMS", "/reports/feed.atom", "/api/reports",
				"/api/reports/" + this.cycle.name());
		Stream<String> sheets = Stream.of("A01-I01", "A02-I01")
			.flatMap((id) -> Stream.of("", "/sheet.html", "/sheet.docx")
				.map((file) -> report + "/initiatives/" + id + file));
		return Stream
			.of(pages, sheets, files.stream().map(report::concat),
					files.stream().map((it) -> report + "/sealed/3" + it))
			.flatMap((it) -> it);
	}

	/** All that is written on the way, and never accepted. */
	private void writeAmongThemselves() {
		insert("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators)
				values (:c, 'A02-I01', 2, 2, 'Second action', 'Second initiative', false, 'summary', 'ASEF')""");
		insert("""
				insert into update_request (cycle, initiative, state, settled_as, asked_at, settled_at)
				values (:c, 'A01-I01', 'settled', 'accepted', now(), now()), (:c, 'A02-I01', 'returned', null, now(), null)""");
		insert("""
				insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
				values (:c, 'A01-I01', 2, '{"progress": "telltalereturned", "partners": ["telltalepartner"],
				        "media": [{"kind": "testimonial", "words": "telltalewords", "speaker": "telltalespeaker"}]}',
				        now(), 'telltaleuser'),
				    (:c, 'A02-I01', 1, '{"progress": "telltalealone"}', now(), 'telltaleuser')""");
		insert("""
				insert into verdict (revision, accepted, given_at, given_by)
				select id, false, now(), 'telltalereviewer' from revision where cycle = :c
				and submitted_by = 'telltaleuser'""");
		insert("""
				insert into remark (revision, number, field, text, said_by, said_at)
				select revision, 1, 'progress', 'telltaleremark', 'telltalereviewer', now() from verdict
				where given_by = 'telltalereviewer'""");
		insert("""
				insert into remark_answer (revision, number, done, because, answered_at, answered_by)
				select revision, 1, false, 'telltalebecause', now(), 'telltaleuser' from remark
				where said_by = 'telltalereviewer'""");
		insert("""
				insert into noted_remark (revision, field, said_by, text, said_at)
				select id, 'progress', 'telltalereviewer', 'telltalenoted', now() from revision where cycle = :c
				and submitted_by = 'telltaleuser'""");
		insert("""
				insert into draft (cycle, initiative, version, content, saved_at, saved_by)
				values (:c, 'A02-I01', 1, '{"progress": "telltaledraft"}', now(), 'telltaleuser')""");
		insert("""
				insert into thread_message (cycle, initiative, text, secretariat, written_at, written_by)
				values (:c, 'A01-I01', 'telltalequestion', false, now(), 'telltaleuser'),
				    (:c, 'A01-I01', 'telltaleanswer', true, now(), 'aes')""");
		insert("""
				with person as (
				    insert into contact (user_id, name, email, added_at)
				    values ('telltaleuser', 'Telltale Person', 'telltale@example.org', now()) returning id)
				insert into contact_role (contact, party, role)
				select person.id, party, 'coordinator' from person, coordination
				where initiative = 'A01-I01' and role = 'coordinator' limit 1""");
	}

	private void comment() {
		insert("""
				with said as (
				    insert into report_comment (cycle, version, about, text, made_at, made_by)
				    values (:c, 1, 'A01-I01', 'telltalecomment', now(), 'swg') returning id)
				insert into report_comment_decision (comment, decision, reason, decided_at, decided_by)
				select id, 'not-taken', 'telltalereason', now(), 'aes' from said""");
	}

	/** In how many rows of these tables. */
	private int written() {
		return this.jdbc.sql("""
				select (select count(*) from revision where cycle = :c and content::text like '%telltale%')
				    + (select count(*) from remark where text like 'telltale%')
				    + (select count(*) from remark_answer where because like 'telltale%')
				    + (select count(*) from noted_remark where text like 'telltale%')
				    + (select count(*) from draft where cycle = :c and content::text like '%telltale%')
				    + (select count(*) from thread_message where cycle = :c and text like 'telltale%')
				    + (select count(*) from contact where email like 'telltale%')
				    + (select count(*) from report_comment where cycle = :c and text like 'telltale%')""")
			.param("c", this.cycle.name().value())
			.query(Integer.class)
			.single();
	}

	private void insert(String sql) {
		this.jdbc.sql(sql).param("c", this.cycle.name().value()).update();
	}

	private void seal(State state) {
		this.sealing.seal(this.cycle.name(), state, (report) -> new Annex("Work plan",
				List.of(new Annex.Line(1, "A01-I01", "Planned words", "2025", null, null, null))), "aes");
	}

	/** All that a reader or a program finds in a file. */
	private static String text(String path, byte[] content) throws IOException {
		if (path.endsWith(".pdf")) {
			try (PDDocument document = Loader.loadPDF(content)) {
				return new PDFTextStripper().getText(document) + new String(content, StandardCharsets.ISO_8859_1);
			}
		}
		if (!path.endsWith(".docx") && !path.endsWith(".xlsx")) {
			return new String(content, StandardCharsets.UTF_8);
		}
		StringBuilder text = new StringBuilder();
		try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(content))) {
			for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
				text.append(part.getName()).append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return text.toString();
	}

}
