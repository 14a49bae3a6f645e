package org.asemeducation.stocktake.report.papers;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.papers.AnswerCounts.Count;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * The state of play that a meeting is shown, on a made-up cycle of four initiatives.
 */
@StocktakeTest
class StateOfPlayTest {

	private static final CycleName CYCLE = new CycleName("PLAYED");

	private static final String SOM1 = "/meetings/PLAYED/SOM1/state-of-play";

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private AnswerCounts counts;

	@Autowired
	private Register register;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	@BeforeEach
	void writeACycle() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		long malta = this.register.register(new NewParty("Malta", null, "partner-country", "Europe", "MT", true, false))
			.id()
			.value();
		long thailand = this.register
			.register(new NewParty("Thailand", null, "partner-country", "Asia", "TH", true, false))
			.id()
			.value();
		run("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values ('PLAYED', 'From here to there', 'Europe/Rome', 'gathering', '2000-01-01', 'aes')""");
		run("""
				insert into deadline (cycle, kind, on_date, hard) select 'PLAYED', kind, '2024-01-10', false
				from unnest(array['request', 'deadline', 'freeze', 'reviews', 'comments', 'papers']) as kind""");
		run("insert into meeting (cycle, kind, planned_on, place, state) values ('PLAYED', 'SOM1', '2024-02-01', 'Valletta', 'confirmed'), ('PLAYED', 'SOM2', '2024-05-01', null, 'planned')");
		initiative("P1", 1, 1);
		initiative("P2", 2, 1);
		initiative("P3", 3, 2);
		initiative("P4", 4, null);
		coordinate("P1", malta);
		coordinate("P2", malta);
		coordinate("P2", thailand);
		coordinate("P3", thailand);
		submit("P1", 1, "2024-01-10T22:59:00Z"); // 23:59 in Rome: the last minute
		submit("P1", 2, "2024-03-10T10:00:00Z"); // revised later, and in time all the
													// same
		submit("P2", 1, "2024-01-10T23:01:00Z"); // a minute past midnight
	}

	@AfterEach
	void clear() {
		for (String sql : new String[] { "delete from revision where cycle = 'PLAYED'",
				"delete from coordination where initiative in ('P1', 'P2', 'P3', 'P4')",
				"delete from meeting where cycle = 'PLAYED'", "delete from cycle_initiative where cycle = 'PLAYED'",
				"delete from deadline where cycle = 'PLAYED'", "delete from cycle where name = 'PLAYED'" }) {
			run(sql);
		}
	}

	@Test
	void answersAreCountedByObjectiveAndByRegion() {
		// then
		assertThat(this.counts.byObjective(CYCLE)).extracting(Count::all, Count::inTime, Count::late, Count::missing)
			.containsExactly(tuple(2, 1, 1, 0), tuple(1, 0, 0, 1), tuple(1, 0, 0, 1));
		assertThat(this.counts.byObjective(CYCLE)).extracting(Count::called)
			.satisfies((called) -> assertThat(called.get(0)).startsWith("Objective 1: "))
			.endsWith("No objective confirmed");
		assertThat(this.counts.byRegion(CYCLE)).containsExactly(new Count("Asia", 1, 0, 0, 1),
				new Count("Asia and Europe", 1, 0, 1, 0), new Count("Europe", 1, 1, 0, 0),
				new Count("No coordinator", 1, 0, 0, 1));
	}

	@Test
	void thePackOfSom1SaysHowTheReportIsBuiltAndWhoHasAnswered() throws Exception {
		// when
		String page = open("aes", SOM1);
		String word = word(SOM1 + ".docx");
		// then
		for (String shown : List.of(page, word)) {
			assertThat(shown)
				.contains("State of play for SOM1", "Structure of the Stocktaking Report", "At a glance",
						"How the report is drafted", "10 January 2024",
						"Of 4 initiatives 1 have reported in time and 1 late; 2 have not reported.", "Asia and Europe",
						"Answers by region of the coordinators")
				.doesNotContain("SECRET-WORDS", "The sealed draft");
		}
	}

	@Test
	void theWorkbookHasTheSameNumbersAsNumbers() throws Exception {
		// when
		byte[] file = this.browser.perform(get(SOM1 + ".xlsx").with(user("aes")))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		// then
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
			assertThat(book.getSheetAt(0).getSheetName()).isEqualTo("Structure of the Stocktaking Re");
			Sheet answers = book.getSheet("Who has answered");
			List<Row> rows = IntStream.rangeClosed(0, answers.getLastRowNum())
				.mapToObj(answers::getRow)
				.filter(Objects::nonNull)
				.toList();
			assertThat(rows).filteredOn((row) -> "All".equals(row.getCell(0).getStringCellValue()))
				.singleElement()
				.satisfies((row) -> assertThat(
						IntStream.rangeClosed(1, 4).mapToObj((cell) -> row.getCell(cell).getNumericCellValue()))
					.containsExactly(4.0, 1.0, 1.0, 2.0));
			assertThat(rows).extracting((row) -> row.getCell(0).getStringCellValue())
				.contains("Answers by region of the coordinators", "Asia and Europe");
		}
	}

	@Test
	void thePackOfSom2SaysThatNothingIsSealedYet() throws Exception {
		// when
		String before = open("aes", "/meetings/PLAYED/SOM2/state-of-play");
		// then
		assertThat(before).contains("The sealed draft", "No version is sealed for this meeting yet.");
	}

	@Test
	void itIsTheReviewingBodysAndTheSecretariats() throws Exception {
		// then
		assertThat(status("swg", SOM1)).isEqualTo(200);
		for (String path : List.of(SOM1, SOM1 + ".docx", SOM1 + ".xlsx", "/meetings/PLAYED/SOM2/state-of-play")) {
			assertThat(status("asef", path)).as(path).isEqualTo(403);
		}
		assertThat(status("aes", "/meetings/NONE/SOM1/state-of-play")).isEqualTo(404);
	}

	private void initiative(String id, int position, Integer objective) {
		this.jdbc
			.sql("""
					insert into cycle_initiative (cycle, initiative, position, objective, action, action_title, title, is_new,
					    wording, coordinators)
					values ('PLAYED', :id, :position, :objective, 1, 'First action', 'An initiative', false, 'summary', '')""")
			.param("id", id)
			.param("position", position)
			.param("objective", objective)
			.update();
	}

	private void coordinate(String initiative, long party) {
		this.jdbc.sql("""
				insert into coordination (initiative, party, role, position) values (:initiative, :party, 'coordinator',
				    (select count(*) + 1 from coordination where initiative = :initiative))""")
			.param("initiative", initiative)
			.param("party", party)
			.update();
	}

	private void submit(String initiative, int number, String at) {
		this.jdbc
			.sql("""
					insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
					values ('PLAYED', :initiative, :number, '{"progress": "SECRET-WORDS"}', cast(:at as timestamptz), 'asef')""")
			.param("initiative", initiative)
			.param("number", number)
			.param("at", at)
			.update();
	}

	private void run(String sql) {
		this.jdbc.sql(sql).update();
	}

	private String word(String path) throws Exception {
		byte[] file = this.browser.perform(get(path).with(user("aes")))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
			StringBuilder text = new StringBuilder();
			document.getParagraphs().forEach((paragraph) -> text.append(paragraph.getText()).append('\n'));
			document.getTables().forEach((table) -> text.append(table.getText()).append('\n'));
			return text.toString();
		}
	}

	private int status(String person, String path) throws Exception {
		return this.browser.perform(get(path).with(user(person))).andReturn().getResponse().getStatus();
	}

	private String open(String person, String path) throws Exception {
		return this.browser.perform(get(path).with(user(person)))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

}
