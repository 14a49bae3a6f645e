package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.asemeducation.stocktake.access.TestRegister;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.WorkPlan;
import org.asemeducation.stocktake.engine.TestDatabase;
import org.asemeducation.stocktake.notification.MailPlanPages;
import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SmallCycle;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * What is written of a rehearsal: of each cycle its own, and nothing that did not happen.
 */
class ResultsTest {

	private static final String DOCUMENTS = """
			cycle: {name: ASEMME9, title: The first, zone: Europe/Rome, opens: 2022-09-01, request: 2023-06-05,
			  deadline: 2023-09-15, freeze: 2023-12-01}
			---
			cycle: {name: ASEMME10, title: The second, zone: Europe/Rome, opens: 2024-09-01, request: 2025-06-05,
			  deadline: 2025-09-15, freeze: 2025-12-01}
			""";

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportFixture fixture = new ReportFixture(this.database.jdbc()).everyStanding();

	private final List<Scenario> scenarios = ScenarioReader.read("two.yaml", DOCUMENTS);

	@TempDir
	private Path out;

	private Path first;

	@BeforeEach
	void haveASecondCycle() {
		new SmallCycle(this.database.jdbc(), "ASEMME10");
		this.first = this.out.resolve("ASEMME9");
	}

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void severalCyclesInWhichNoMailLeftAreWrittenAllTheSame() throws IOException {
		// given
		assertThat(this.out.resolve("mails")).doesNotExist();

		// when
		String said = write();

		// then
		assertThat(said.lines()).hasSize(2).allMatch((line) -> line.contains("mails {}"));
		assertThat(this.first.resolve("mails")).isEmptyDirectory();
		for (Path folder : List.of(this.first, this.out)) {
			assertThat(Files.readAllLines(folder.resolve("mails.csv"))).hasSize(1);
			assertThat(folder.resolve("report.html")).isNotEmptyFile();
		}
	}

	@Test
	void theMailsOfAnEarlierCycleLieInItsOwnFolder() throws IOException {
		// given
		long mail = sentIn("ASEMME9");
		Files.createDirectories(this.out.resolve("mails"));
		Files.writeString(this.out.resolve("mails/2023-06-05-%d.eml".formatted(mail)), "First");
		Files.writeString(this.out.resolve("mails/2025-06-05-%d.eml".formatted(mail + 1)), "Second");

		// when
		write();

		// then
		assertThat(names(this.first.resolve("mails"))).containsExactly("2023-06-05-%d.eml".formatted(mail));
		assertThat(names(this.out.resolve("mails"))).containsExactly("2025-06-05-%d.eml".formatted(mail + 1));
	}

	@Test
	void whatMinistersAdoptedIsSaidBesideTheReportAndHandedOn() throws IOException {
		// given
		SealedVersion ministers = publish();
		decided(ministers, "true, '2024-01-25', null");

		// when
		write();

		// then
		JsonNode report = new JsonMapper().readTree(this.first.resolve("report.json").toFile());
		JsonNode adoption = new JsonMapper().readTree(this.first.resolve("adoption.json").toFile());
		assertThat(adoption).isEqualTo(new JsonMapper().createObjectNode()
			.put("cycle", "ASEMME9")
			.put("version", ministers.version())
			.put("checksum", report.path("checksum").asText())
			.put("adopted", true)
			.put("adoptedOn", "2024-01-25"));
		assertThat(this.out.resolve("adoption.json")).as("nobody decided on ASEMME10").doesNotExist();
		EarlierWorkPlan earlier = EarlierWorkPlan.read(this.first);
		assertThat(earlier.adoptedOn()).isEqualTo("2024-01-25");
		assertThat(earlier.lines()).extracting(WorkPlan.Line::activity).contains("Alumni meeting");
	}

	@Test
	void aWorkPlanThatWasNotAdoptedIsNotHandedOn() throws IOException {
		// given
		decided(publish(), "false, null, 'No time.'");

		// when
		write();

		// then
		JsonNode adoption = new JsonMapper().readTree(this.first.resolve("adoption.json").toFile());
		assertThat(adoption.path("adopted").asBoolean(true)).isFalse();
		assertThat(adoption.path("reason").asText()).isEqualTo("No time.");
		assertThatExceptionOfType(BadScenario.class).isThrownBy(() -> EarlierWorkPlan.read(this.first))
			.withMessageContaining("did not adopt the work plan of ASEMME9 (No time.)");
	}

	@Test
	void whatAnEarlierRehearsalLeftInTheFolderIsNotTakenForThisOnes() throws IOException {
		// given
		this.fixture.seal(State.FOR_MINISTERS);
		Files.createDirectories(this.first);
		Files.writeString(this.first.resolve("adoption.json"), "{\"cycle\": \"ASEMME9\", \"adopted\": true}");

		// when
		write();

		// then
		assertThat(this.first.resolve("adoption.json")).doesNotExist();
		assertThatExceptionOfType(BadScenario.class).isThrownBy(() -> EarlierWorkPlan.read(this.first))
			.withMessageContaining("no ministers have adopted this work plan");
	}

	private SealedVersion publish() {
		SealedVersion ministers = this.fixture.seal(State.FOR_MINISTERS);
		this.fixture.reports().publish(ReportFixture.CYCLE);
		this.fixture.reports().compile(ReportFixture.CYCLE);
		return ministers;
	}

	private void decided(SealedVersion version, String decision) {
		this.database.jdbc()
			.sql("""
					insert into adoption (cycle, version, adopted, adopted_on, reason, recorded_at, recorded_by)
					values ('ASEMME9', :version, %s, now(), 'aes')""".formatted(decision))
			.param("version", version.version())
			.update();
	}

	private long sentIn(String cycle) {
		return this.database.jdbc()
			.sql("""
					with c as (insert into contact (user_id, name, email, added_at)
						values ('harbour', 'Harbour', 'harbour@example.org', now()) returning id)
					insert into mail (cycle, contact, recipient, state, queued_at, bundled_at, subject, sent_at)
					select :cycle, id, 'harbour@example.org', 'sent', now(), now(), 'Please', now() from c returning id""")
			.param("cycle", cycle)
			.query(Long.class)
			.single();
	}

	private String write() throws IOException {
		Reports reports = this.fixture.reports();
		return new Results(new Timeline(this.database.jdbc()), new SentMails(this.database.jdbc()),
				new ForeseenMails(mock(MailPlanPages.class), mock(Cycles.class)), reports,
				ReportFixture.writers((picture) -> java.util.Optional.empty()),
				new DecisionFile(this.database.jdbc(), reports), mock(RecordFiles.class),
				mock(CompletedPlanFiles.class),
				new Cast(TestRegister.on(TestDatabase.dataSource()), this.database.jdbc()), this.database.jdbc(),
				new JsonMapper())
			.write(this.scenarios, this.out);
	}

	private static List<String> names(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

}
