package org.asemeducation.stocktake.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.docx.DocxReport;
import org.asemeducation.stocktake.report.model.TemplateSource;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Initiative.Standing;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.people.Answerers;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was answered in place of an update is printed as what it is.
 */
@ProcessTest
class AnswersInReportProcessTest {

	private static final String ONE = Troupe.ONE_COORDINATOR;

	private static final String TWO = Troupe.TWO_COORDINATORS;

	private static final String LINE = "Merged into A01-I02 Two coordinators: The two were one.";

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Answerers answerers;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Reports reports;

	@Test
	void anAcceptedAnswerIsPrintedWithItsSentenceAndCountsAsAccepted() throws IOException {
		// given
		CycleName cycle = this.stage.gathering(ONE, TWO, Troupe.SUPPORTED);
		this.answerers.merged(cycle, ONE, "harbour", TWO, "The two were one.");
		this.reviewers.accept(cycle, ONE);
		this.answerers.answer(cycle, Troupe.SUPPORTED, "inland", "nothing-to-report", "Unaccepted words.");
		// when
		this.jobs.run(cycle, "boundaryEvent_freezeReached");
		this.jobs.run(cycle, "serviceTask_freezeUpdates");
		this.jobs.run(cycle, "serviceTask_freezeUpdates");
		this.jobs.run(cycle, "serviceTask_compileReport");
		// then
		ReportModel report = this.reports.latest(cycle).orElseThrow();
		assertThat(initiative(report, ONE)).satisfies((initiative) -> {
			assertThat(initiative.standing()).isEqualTo(Standing.ACCEPTED);
			assertThat(initiative.line()).isEqualTo(LINE);
			assertThat(initiative.update()).isNull();
			assertThat(initiative.answer().kind()).isEqualTo("merged");
			assertThat(initiative.answer().into()).isEqualTo(TWO);
			assertThat(initiative.answer().acceptedBy()).isEqualTo("Standing Working Group");
		});
		assertThat(initiative(report, Troupe.SUPPORTED).answer()).isNull();
		assertThat(report.glance().accepted()).isOne();
		String html = text(report, new HtmlReport(ReportFixture.PICTURES));
		assertThat(html).contains(LINE)
			.contains("Answer in place of an update, revision 1, submitted on")
			.contains("Merged into another initiative")
			.doesNotContain("Unaccepted words");
		assertThat(word(report)).contains(LINE).doesNotContain("Unaccepted words");
		assertThat(text(report, new JsonReport())).contains("\"kind\" : \"merged\"", LINE)
			.doesNotContain("Unaccepted words");
	}

	private static Initiative initiative(ReportModel report, String id) {
		return report.initiatives().filter((it) -> it.id().equals(id)).findFirst().orElseThrow();
	}

	private static String text(ReportModel report, ReportWriter writer) throws IOException {
		return written(report, writer).toString(StandardCharsets.UTF_8);
	}

	private static String word(ReportModel report) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(
				written(report, new DocxReport(ReportFixture.PICTURES, TemplateSource.NONE)).toByteArray()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().equals("word/document.xml")) {
					return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
				}
			}
		}
		throw new AssertionError("There is no document in it.");
	}

	private static ByteArrayOutputStream written(ReportModel report, ReportWriter writer) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		writer.write(report, out);
		return out;
	}

}
