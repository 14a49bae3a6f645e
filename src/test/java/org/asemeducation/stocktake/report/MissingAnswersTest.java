package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.report.table.ReportTable;
import org.apache.commons.csv.CSVFormat;
import java.util.stream.Collectors;
import java.nio.charset.StandardCharsets;
import java.io.UncheckedIOException;
import java.io.StringReader;
import java.io.IOException;
import java.io.ByteArrayOutputStream;
import java.util.Map;

import org.asemeducation.stocktake.report.MissingAnswer.Choice;
import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Initiative.Standing;
import org.asemeducation.stocktake.report.model.Instead;
import org.asemeducation.stocktake.report.model.Origin;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is printed where no update was accepted.
 */
class MissingAnswersTest {

	private static final String SILENT = "A03-I01";

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportFixture fixture = new ReportFixture(this.database.jdbc());

	private final Reports reports = this.fixture.reports();

	private final MissingAnswers missing = this.fixture.missing();

	@BeforeEach
	void fill() {
		this.fixture.everyStanding();
	}

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void theLastAcceptedTextIsCarriedForwardWithItsYearAndIsNoAnswer() {
		// given
		earlierCycle("ASEMME7", "2019-03-01T10:00Z", "What was true in 2019.");
		earlierCycle("ASEMME8", "2021-03-01T10:00Z", "What was true in 2021.\n\nAnd a second paragraph.");
		ReportModel before = this.reports.compile(ReportFixture.CYCLE);
		// when
		this.missing.choose(ReportFixture.CYCLE, SILENT, Choice.CARRIED_FORWARD,
				this.missing.earlier(ReportFixture.CYCLE).get(SILENT), "aes");
		ReportModel report = this.reports.compile(ReportFixture.CYCLE);
		// then
		Initiative silent = initiative(report);
		assertThat(silent.standing()).isEqualTo(Standing.NO_UPDATE_RECEIVED);
		assertThat(silent.line()).isEqualTo("No update received.");
		assertThat(silent.instead()).isNotNull()
			.extracting(Instead::kind, Instead::year, Instead::cycle, Instead::revision, Instead::acceptedBy)
			.containsExactly("carried-forward", 2021, "ASEMME8", 1, "Standing Working Group");
		assertThat(report.glance().received()).isEqualTo(before.glance().received());
		assertThat(report.glance().accepted()).isEqualTo(before.glance().accepted());
		assertThat(report.glance().responsePercent()).isEqualTo(before.glance().responsePercent());
		assertThat(report.glance().carriedForward()).isEqualTo(1);
		assertThat(before.glance().carriedForward()).isNull();
		String printed = text(report);
		assertThat(printed)
			.contains("No update received.", "What was true in 2021.", "the text of 2021 (ASEMME8",
					"No update received; text of 2021 carried forward", "1 initiative has the text of an earlier year")
			.doesNotContain("What was true in 2019.");
		assertThat(row(report)).contains("Carried forward from 2021. This is the text of 2021 (ASEMME8",
				"it says nothing about the period of this report", "What was true in 2021.");
		assertThat(report.paragraphs()).filteredOn((it) -> it.from() == Origin.From.CARRIED_FORWARD)
			.hasSize(2)
			.allMatch((it) -> "ASEMME8".equals(it.cycle()) && it.revision() == 1 && SILENT.equals(it.initiative()));
	}

	@Test
	void allThatWasWrittenThenIsCarriedForwardUnderItsHeadings() {
		// given
		earlierCycle("ASEMME8", "2021-03-01T10:00Z", "What was true in 2021.");
		this.database.jdbc()
			.sql("""
					update revision set content = content || '{"highlights": "A first.\\n\\nA second.", "challenges": " ",
						"plans": [{"activity": "A summer school", "when": "2022"}, {"activity": ""}], "completion": "completed"}'
					where cycle = 'ASEMME8'""")
			.update();
		// then
		assertThat(this.missing.earlier(ReportFixture.CYCLE).get(SILENT).text()).isEqualTo("""
				What was true in 2021.

				Highlights: A first.

				A second.

				Planned then: A summer school; 2022""");
	}

	@Test
	void aTextWithoutProgressIsCarriedForwardToo() {
		// given
		earlierCycle("ASEMME7", "2019-03-01T10:00Z", "What was true in 2019.");
		earlierCycle("ASEMME8", "2021-03-01T10:00Z", "");
		this.database.jdbc()
			.sql("update revision set content = '{\"challenges\": \"Nobody came.\"}' where cycle = 'ASEMME8'")
			.update();
		// then
		assertThat(this.missing.earlier(ReportFixture.CYCLE).get(SILENT).text()).isEqualTo("Challenges: Nobody came.");
	}

	@Test
	void aDeskUpdateIsPrintedWithItsDisclaimerAndIsNoAnswer() {
		// given
		ReportModel before = this.reports.compile(ReportFixture.CYCLE);
		// when
		this.missing.choose(ReportFixture.CYCLE, SILENT, Choice.DESK_UPDATE,
				new Instead(Instead.DESK_UPDATE, "The website shows a call.", null, null, null, null, null), "aes");
		ReportModel report = this.reports.compile(ReportFixture.CYCLE);
		// then
		assertThat(text(report)).contains("No update received.", "The website shows a call.",
				"not written, seen or confirmed by those who coordinate the initiative",
				"1 initiative has a desk update by the secretariat; it is not counted as received");
		assertThat(row(report)).contains("Desk update by the secretariat. This is a desk update",
				"not written, seen or confirmed by those who coordinate the initiative", "The website shows a call.");
		assertThat(report.glance().received()).isEqualTo(before.glance().received());
		assertThat(report.glance().deskUpdates()).isEqualTo(1);
		assertThat(report.paragraphs()).filteredOn((it) -> it.from() == Origin.From.DESK_UPDATE)
			.singleElement()
			.matches((it) -> "ASEM Education Secretariat".equals(it.acceptedBy()) && it.revision() == null);
	}

	@Test
	void anUpdateThatIsAcceptedLaterTakesThePlaceOfWhatWasChosen() {
		// given
		this.missing.choose(ReportFixture.CYCLE, SILENT, Choice.DESK_UPDATE,
				new Instead(Instead.DESK_UPDATE, "The website shows a call.", null, null, null, null, null), "aes");
		// when
		this.fixture.accepted(
				this.fixture.revision(SILENT, 1, "2024-01-02T10:00:00Z", Map.of("progress", "We are back.")),
				"2024-01-03T10:00:00Z");
		// then
		ReportModel report = this.reports.compile(ReportFixture.CYCLE);
		assertThat(initiative(report).instead()).isNull();
		assertThat(text(report)).contains("We are back.").doesNotContain("The website shows a call.");
		assertThat(report.glance().deskUpdates()).isNull();
	}

	@Test
	void theLineAloneTakesAChoiceBack() {
		// given
		this.missing.choose(ReportFixture.CYCLE, SILENT, Choice.DESK_UPDATE,
				new Instead(Instead.DESK_UPDATE, "The website shows a call.", null, null, null, null, null), "aes");
		// when
		this.missing.choose(ReportFixture.CYCLE, SILENT, Choice.NO_UPDATE, null, "aes");
		// then
		assertThat(initiative(this.reports.compile(ReportFixture.CYCLE)).instead()).isNull();
	}

	@Test
	void whatTheSecretariatEntersByItselfIsAcceptedButNotReceived() {
		// given
		ReportModel before = this.reports.compile(ReportFixture.CYCLE);
		long revision = this.fixture.revision(SILENT, 1, "2024-01-02T10:00:00Z", Map.of("progress", "Known here."));
		this.fixture.accepted(revision, "2024-01-03T10:00:00Z");
		this.database.jdbc()
			.sql("""
					insert into entry (cycle, initiative, on_behalf, desk, begun_at, begun_by, revision)
					values (?, ?, 'ASEF', true, now(), 'aes', ?)""")
			.params(ReportFixture.CYCLE.value(), SILENT, revision)
			.update();
		// when
		ReportModel report = this.reports.compile(ReportFixture.CYCLE);
		// then
		assertThat(report.glance().accepted()).isEqualTo(before.glance().accepted() + 1);
		assertThat(report.glance().received()).isEqualTo(before.glance().received());
		assertThat(report.glance().deskUpdates()).isEqualTo(1);
	}

	private void earlierCycle(String name, String at, String progress) {
		JdbcClient jdbc = this.database.jdbc();
		jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values (?, 'Earlier', 'Europe/Rome', 'closed', ?::timestamptz, 'aes')""").params(name, at).update();
		jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
					coordinators)
				values (?, ?, 1, 3, 'Action', 'Initiative', false, 'summary', 'ASEF')""").params(name, SILENT).update();
		long revision = jdbc.sql("""
				insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
				values (?, ?, 1, jsonb_build_object('progress', ?::text), ?::timestamptz, 'asef') returning id""")
			.params(name, SILENT, progress, at)
			.query(Long.class)
			.single();
		jdbc.sql("insert into verdict values (?, true, ?::timestamptz, 'swg')").params(revision, at).update();
	}

	private static Initiative initiative(ReportModel report) {
		return report.initiatives().filter((it) -> it.id().equals(SILENT)).findFirst().orElseThrow();
	}

	private static String text(ReportModel report) {
		StringBuilder text = new StringBuilder();
		Passages.of(Composition.of(report))
			.all()
			.stream()
			.map(Passage::text)
			.forEach((it) -> text.append(it).append('\n'));
		assertThat(Composition.of(report).sections()).hasOnlyElementsOfType(Block.Section.class);
		return text.toString();
	}

	private static String row(ReportModel report) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			new ReportTable().csv(report, out);
			return CSVFormat.DEFAULT.parse(new StringReader(out.toString(StandardCharsets.UTF_8)))
				.stream()
				.filter((it) -> it.get(0).equals(SILENT))
				.map((it) -> String.join(" | ", it))
				.collect(Collectors.joining());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
