package org.asemeducation.stocktake.endorsement.paper;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.cycle.Commitment;
import org.asemeducation.stocktake.cycle.ConclusionParagraphs;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.cycle.NewMeeting;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * An earlier cycle is brought in from paper, and the next one begins from it. Every test
 * is undone.
 */
@StocktakeTest
@Transactional
class PaperCycleTest {

	private static final String NAME = "PAPER-8";

	private static final InitiativeId FIRST = new InitiativeId("A01-I01");

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private CycleOpening opening;

	@Autowired
	private CycleInitiatives initiatives;

	@Autowired
	private ConclusionParagraphs paragraphs;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private MockMvc browser;

	@BeforeEach
	void open() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
	}

	@Test
	void theNextCycleBeginsFromIt() throws Exception {
		// given
		this.jdbc.sql("update cycle set opened_at = '2020-01-01Z'").update();
		// when
		String page = checked(PaperBooks.filled(template()));
		// then
		assertThat(page).contains("Nothing has been brought in yet",
				"52 initiatives, 2 lines of the work plan, 2 last texts, 2 meetings",
				"Hold a second call (Spring 2023). Expected output: 120 pairs. Expected result: Balance", "12, 14-15",
				"ASEMME: held on 18 December 2024, online, Bangkok, hosted by Thailand");
		assertThat(rows("cycle where name = 'PAPER-8'")).isZero();
		// when
		bring(page);
		CycleName next = openCycle();
		// then
		assertThat(this.initiatives.commitments(next, FIRST)).containsExactly(new Commitment(1,
				"Hold a second call (Spring 2023). Expected output: 120 pairs. Expected result: Balance", "adopted"),
				new Commitment(2, "Publish a guide", "adopted"));
		assertThat(this.paragraphs.of(next, FIRST)).contains("12, 14-15");
		assertThat(answer("aes", get("/api/updates/%s/%s/before".formatted(next, FIRST))).getContentAsString())
			.contains("\"cycle\":\"PAPER-8\"", "The first call found 90 pairs.\\n\\nMost were from Europe.");
	}

	@Test
	void nothingPretendsThatItWasRunHere() throws Exception {
		// given
		long mails = rows("mail");
		long instances = rows("act_ru_execution");
		// when
		bring(checked(PaperBooks.filled(template())));
		// then
		assertThat(rows("mail")).isEqualTo(mails);
		assertThat(rows("act_ru_execution")).isEqualTo(instances);
		assertThat(List.of(rows("update_request where cycle = 'PAPER-8'"), rows("revision where cycle = 'PAPER-8'"),
				rows("deadline where cycle = 'PAPER-8'"), rows("publication where cycle = 'PAPER-8'"),
				rows("claim where cycle = 'PAPER-8'")))
			.containsOnly(0L);
		assertThat(answer("aes", get("/desk/meetings")).getContentAsString())
			.contains("PAPER-8: From Brussels to Bangkok", ": held, 18 December 2024, Bangkok");
		assertThat(answer("aes", get("/desk/proposals")).getContentAsString()).doesNotContain("PAPER-8");
		assertThat(answer("aes", get("/api/cockpit/initiatives/A01-I01").param("cycle", NAME)).getContentAsString())
			.contains(
					"Brought in from paper: 2 lines of the work plan, paragraphs 12, 14-15 of the Conclusions, its last text (10 words)");
		assertThat(answer("aes", get("/api/cockpit/cycles/PAPER-8/outlook")).getContentAsString())
			.contains("\"responses\":[]", "\"name\":\"ASEMME\",\"on\":\"2024-12-18\"");
		assertThat(this.jdbc.sql("select who || ': ' || after from audit where act = 'bring in cycle from paper'")
			.query(String.class)
			.list())
			.containsExactly("aes: 52 initiatives, 2 lines of the work plan, 2 last texts, 2 meetings, from book.xlsx");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /api/cycles/PAPER-8, 404", "GET, /api/cockpit/cycles/PAPER-8, 404",
			"GET, /api/cockpit/cycles/PAPER-8/parts, 404", "GET, /api/cockpit/cycles/PAPER-8/concerns, 200",
			"GET, /state-of-play/PAPER-8.pdf, 404", "GET, /desk/meetings/PAPER-8/ASEMME, 200",
			"GET, /meetings/PAPER-8/ASEMME, 200", "GET, /desk/meetings/PAPER-8/ISOM, 404",
			"GET, /meetings/PAPER-8/ASEMME/state-of-play, 404", "GET, /officials/PAPER-8/conclusions, 200",
			"GET, /i/PAPER-8/A01-I01, 404", "GET, /desk/paper?again=two+words, 404", "GET, /reports/PAPER-8, 404",
			"GET, /reports/PAPER-8/paper, 404", "POST, /desk/conclusions/PAPER-8, 409",
			"POST, /api/cycles/PAPER-8/requests, 409", "POST, /api/cycles/PAPER-8/closing, 409" })
	void whoeverAsksForMoreIsToldThatThereIsNone(String method, String address, int status) throws Exception {
		bring(checked(PaperBooks.filled(template())));
		MockHttpServletResponse answer = answer("aes", "GET".equals(method) ? get(address) : post(address));
		assertThat(answer.getStatus()).as(address).isEqualTo(status);
		assertThat(answer.getContentAsString()).doesNotContain("Exception", "\tat ");
	}

	@Test
	void refusedRowsComeBackWithTheirReasons() throws Exception {
		// given
		byte[] file = PaperBooks.changed(template(), (sheet) -> {
			PaperBooks.write(sheet.getRow(1), Map.of(PaperColumn.COORDINATORS, "ASEF; The Nobodies"));
			PaperBooks.write(sheet.getRow(2), Map.of(PaperColumn.PARAGRAPHS, "twelve"));
			PaperBooks.write(sheet.getRow(3), Map.of(PaperColumn.OUTPUT, "A guide"));
			PaperBooks.write(sheet.getRow(4), Map.of(PaperColumn.ID, "A01-I01"));
			PaperBooks.write(sheet.getRow(5),
					Map.of(PaperColumn.ID, "Z99-I01", PaperColumn.ACTION, "", PaperColumn.COORDINATORS, ""));
			PaperBooks.write(sheet.getRow(6), Map.of(PaperColumn.ACTIVITY, "Meet", PaperColumn.WHEN, "45383"));
			PaperBooks.write(sheet.getRow(7), Map.of(PaperColumn.TEXT, "x".repeat(20_001)));
			PaperBooks.write(sheet.getRow(8), Map.of(PaperColumn.ID, ""));
			PaperBooks.write(sheet.getRow(9), Map.of(PaperColumn.ID, "Z99 I02"));
			PaperBooks.write(sheet.getRow(10), Map.of(PaperColumn.ACTION, "five"));
		});
		// when
		MockHttpServletResponse answer = check(file);
		// then
		assertThat(answer.getStatus()).isEqualTo(422);
		String page = text(answer);
		assertThat(page).contains("Nothing was brought in.", "Row 2: \"The Nobodies\" is no party of the register",
				"Row 3: \"twelve\" is not the number of a paragraph",
				"Row 4: a line of the work plan names no activity.",
				"Row 5: initiative A01-I01 is there already, in row 2",
				"Row 6: the plan never had an initiative Z99-I01: fill in \"Action\" and \"Coordinators\", too",
				"Row 7: the column \"When\" holds a date",
				"Row 8: the column \"Last text\" has more than 20,000 characters.",
				"Row 9: the initiative has no number", "Row 10: \"Z99 I02\" is not an initiative's id",
				"Row 11: the column \"Action\" holds no number of an action");
		assertThat(rows("cycle where kind = 'paper' and name = 'PAPER-8'")).isZero();
		// when
		byte[] back = answer("aes",
				post("/desk/paper/rejected").param("file", "book.xlsx").param("content", hidden(page, "content")))
			.getContentAsByteArray();
		// then
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(back))) {
			XSSFSheet sheet = book.getSheetAt(0);
			int why = PaperColumn.WHY.ordinal();
			assertThat(sheet.getRow(0).getCell(why).getStringCellValue()).isEqualTo("Why it was not taken");
			assertThat(sheet.getRow(1).getCell(why).getStringCellValue()).contains("The Nobodies");
			assertThat(sheet.getRow(11).getCell(why).getStringCellValue()).isEmpty();
			assertThat(sheet.getLastRowNum()).isEqualTo(52);
		}
	}

	@Test
	void whatThePlanNeverHadStaysWithTheCycleAsItWasThen() throws Exception {
		// given
		byte[] file = PaperBooks.changed(template(), (sheet) -> {
			Row old = sheet.createRow(sheet.getLastRowNum() + 1);
			PaperBooks.write(old,
					Map.of(PaperColumn.ID, "B07-I03", PaperColumn.ACTION, "19 Learning by sea", PaperColumn.TITLE,
							"A school ship", PaperColumn.COORDINATORS, "asef; malta", PaperColumn.ACTIVITY, "Sail",
							PaperColumn.TEXT, "It sailed twice."));
			PaperBooks.write(sheet.getRow(1), Map.of(PaperColumn.ACTION, "3"));
			PaperBooks.write(sheet.getRow(2), Map.of(PaperColumn.ACTION, "18"));
			PaperBooks.write(sheet.getRow(3), Map.of(PaperColumn.ACTION, ""));
		});
		// when
		String page = checked(file);
		assertThat(page).contains("53 initiatives, 1 line of the work plan", "B07-I03 A school ship",
				"Action 19 Learning by sea",
				"The plan never had B07-I03: what is said here stays with that cycle, and nobody is asked about it.");
		bring(page);
		// then
		assertThat(kept("B07-I03")).isEqualTo("19 Learning by sea: ASEF; Malta");
		assertThat(kept("A01-I01")).startsWith("3 ").doesNotContain("Action 3");
		assertThat(kept("A01-I02")).startsWith("18 Action 18: ");
		assertThat(kept("A01-I03")).startsWith("1 ");
		byte[] book = answer("aes", get("/desk/paper/PAPER-8/cycle.xlsx")).getContentAsByteArray();
		assertThat(checked(book)).contains("53 initiatives, 1 line", "Action 19 Learning by sea", "Action 18<");
		assertThat(answer("aes", get("/api/cockpit/initiatives/B07-I03").param("cycle", NAME)).getContentAsString())
			.contains("Brought in from paper: 1 line of the work plan");
		CycleName next = openCycle();
		assertThat(rows("cycle_initiative where initiative = 'B07-I03' and cycle = '%s'".formatted(next))).isZero();
	}

	@Test
	void aWorkbookFromBeforeTheColumnForActionsIsTaken() throws Exception {
		byte[] file = PaperBooks.changed(template(), (sheet) -> {
			int column = PaperColumn.ACTION.ordinal();
			for (Row row : sheet) {
				row.removeCell(row.getCell(column));
			}
		});
		bring(checked(file));
		assertThat(kept("A01-I01")).startsWith("1 ");
	}

	private String kept(String initiative) {
		return this.jdbc.sql("""
				select action || ' ' || action_title || ': ' || coordinators from cycle_initiative
				where cycle = 'PAPER-8' and initiative = :id""").param("id", initiative).query(String.class).single();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "truncated | damaged", "bomb | unpacks to more than 32 MB", "formula | row 2 holds a formula",
					"hidden | is hidden", "large | larger than 1 MB", "text | no Excel workbook",
					"wrong | names no column", "empty | the first sheet", "macros | holds macros",
					"archive | no Excel workbook", "shared | row 2 holds a text of more than 32767 characters" })
	void aBadWorkbookIsRefusedInASentence(String kind, String words) throws Exception {
		MockHttpServletResponse answer = check(broken(kind));

		assertThat(answer.getStatus()).isEqualTo(422);
		assertThat(text(answer)).contains("Nothing was brought in.", words).doesNotContain("Exception", "\tat ");
		assertThat(rows("cycle where name = 'PAPER-8'")).isZero();
		// and what is sent past the preview is refused as well
		MockHttpServletRequestBuilder past = post("/desk/paper").param("file", "book.xlsx")
			.param("content", Base64.getEncoder().encodeToString(broken(kind)));
		head().forEach(past::param);
		assertThat(answer("aes", past).getStatus()).isEqualTo(422);
		assertThat(rows("cycle where name = 'PAPER-8'")).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "name | two words | letters, digits and hyphens",
			"title | | Give the cycle a title", "on-ASEMME | | Give the day of the ASEMME",
			"on-ASEMME | 2999-01-01 | give the day on which it was held", "on-SOM2 | 2025-01-01 | after the ASEMME",
			"on-SOM2 | yesterday | such as 2021-12-15", "host-SOM1 | Malta | Give the day on which the SOM1 was held",
			"format-SOM2 | shouted | in-person, hybrid or virtual" })
	void whatIsTypedBesideItIsLookedAt(String field, String value, String words) throws Exception {
		Map<String, String> head = head();
		head.put(field, (value != null) ? value : "");
		MockHttpServletResponse answer = check(head, template());

		assertThat(answer.getStatus()).isEqualTo(422);
		assertThat(text(answer)).contains("Nothing was brought in.", words);
	}

	@Test
	void itIsBroughtInAgainUntilACycleHasBegunFromIt() throws Exception {
		// given
		bring(checked(PaperBooks.filled(template())));
		byte[] book = answer("aes", get("/desk/paper/PAPER-8/cycle.xlsx")).getContentAsByteArray();
		assertThat(answer("aes", get("/desk/paper").param("again", NAME)).getContentAsString())
			.contains("value=\"2024-12-18\"", "value=\"Thailand\"");
		byte[] corrected = PaperBooks.changed(book,
				(sheet) -> PaperBooks.write(sheet.getRow(1), Map.of(PaperColumn.TEXT, "Corrected words.")));
		// when
		String page = checked(corrected);
		assertThat(page).contains("It takes the place of what was brought in before, from book.xlsx.",
				"Corrected words.");
		this.jdbc.sql("update meeting set version = 7 where cycle = 'PAPER-8' and kind = 'ASEMME'").update();
		bring(page);
		// then what rests on its meetings still does
		assertThat(rows("meeting where cycle = 'PAPER-8' and version = 7")).isOne();
		assertThat(this.jdbc.sql("select text from paper_text where cycle = 'PAPER-8' and initiative = 'A01-I01'")
			.query(String.class)
			.single()).isEqualTo("Corrected words.");
		assertThat(rows("adopted_line where cycle = 'PAPER-8'")).isEqualTo(2);
		// when
		CycleName next = openCycle();
		// then
		assertThat(text(check(corrected)))
			.contains("PAPER-8 cannot be brought in again any more: %s has begun from it.".formatted(next));
		MockHttpServletResponse back = takeBack("We were wrong.");
		assertThat(back.getStatus()).isEqualTo(409);
		assertThat(text(back)).contains("cannot be taken back any more: %s has begun from it".formatted(next));
		assertThat(this.initiatives.commitments(next, FIRST)).hasSize(2);
	}

	@Test
	void itIsTakenBackWithAReason() throws Exception {
		// given
		bring(checked(PaperBooks.filled(template())));
		attach("aes", true);
		// when, then
		assertThat(takeBack(" ").getStatus()).isEqualTo(422);
		assertThat(rows("cycle where name = 'PAPER-8'")).isOne();
		assertThat(takeBack("The wrong file.").getStatus()).isEqualTo(302);
		for (String table : List.of("cycle_initiative", "meeting", "work_plan", "adopted_line", "paper_text",
				"paper_cycle", "paper_report", "conclusions_paragraph")) {
			assertThat(rows(table + " where cycle = 'PAPER-8'")).as(table).isZero();
		}
		assertThat(rows("cycle where name = 'PAPER-8'")).isZero();
		assertThat(this.jdbc.sql("select after from audit where act = 'take back cycle from paper' and who = 'aes'")
			.query(String.class)
			.list()).containsExactly("The wrong file.");
		assertThat(answer("aes", get("/desk/paper/PAPER-8")).getStatus()).isEqualTo(404);
		bring(checked(PaperBooks.filled(template())));
	}

	@Test
	void theOldReportIsForEverybodyWhenTheSecretariatSaysSo() throws Exception {
		// given
		bring(checked(PaperBooks.filled(template())));
		// when
		assertThat(attach("aes", false).getStatus()).isEqualTo(302);
		// then
		assertThat(answer(null, get("/reports/PAPER-8/paper")).getStatus()).isEqualTo(404);
		assertThat(answer(null, get("/reports")).getContentAsString()).doesNotContain("PAPER-8");
		assertThat(answer("aes", get("/desk/paper/PAPER-8/report")).getContentAsByteArray()).isEqualTo(pdf());
		// when nothing but the box is ticked
		answer("aes", multipart("/desk/paper/PAPER-8/report").param("open", "true"));
		// then
		MockHttpServletResponse file = answer(null, get("/reports/PAPER-8/paper"));
		assertThat(file.getContentAsByteArray()).isEqualTo(pdf());
		assertThat(file.getHeader("Content-Disposition")).startsWith("attachment").contains("report-2021.pdf");
		assertThat(answer(null, get("/reports")).getContentAsString()).contains("Brought in from paper",
				"PAPER-8: From Brussels to Bangkok", "18 December 2024");
		// when
		MockHttpServletResponse lie = answer("aes", multipart("/desk/paper/PAPER-8/report")
			.file(new MockMultipartFile("file", "report.pdf", "application/pdf", "no PDF".getBytes())));
		// then
		assertThat(lie.getStatus()).isEqualTo(422);
		assertThat(answer(null, get("/reports/PAPER-8/paper")).getContentAsByteArray()).isEqualTo(pdf());
	}

	@Test
	void nobodyElseBringsAnythingIn() throws Exception {
		bring(checked(PaperBooks.filled(template())));
		for (String person : List.of("asef", "swg")) {
			for (String address : List.of("", "/template.xlsx", "/PAPER-8", "/PAPER-8/cycle.xlsx", "/PAPER-8/report")) {
				assertThat(answer(person, get("/desk/paper" + address)).getStatus()).as(address).isEqualTo(403);
			}
			assertThat(answer(person, post("/desk/paper/PAPER-8/taking-back").param("reason", "x")).getStatus())
				.isEqualTo(403);
			assertThat(attach(person, true).getStatus()).isEqualTo(403);
		}
		assertThat(rows("cycle where name = 'PAPER-8'")).isOne();
		assertThat(rows("paper_report where cycle = 'PAPER-8'")).isZero();
	}

	@Test
	void aCycleThatWasRunHereIsNotReplaced() throws Exception {
		CycleName run = openCycle();
		Map<String, String> head = head();
		head.put("name", run.value());
		MockHttpServletResponse answer = check(head, template());
		assertThat(answer.getStatus()).isEqualTo(409);
		assertThat(text(answer)).contains("%s was run here".formatted(run));
	}

	private CycleName openCycle() {
		LocalDate today = LocalDate.now(this.clock);
		List<NewMeeting> meetings = Arrays.stream(MeetingKind.values())
			.map((kind) -> new NewMeeting(kind, today.plusDays(200), "Valletta", MeetingFormat.IN_PERSON, "Malta"))
			.toList();
		return this.opening.open(new NewCycle("PAPER-9", "Onwards", "Europe/Rome", meetings, today.plusDays(30),
				today.plusDays(60), today.plusDays(90), today.plusDays(100), today.plusDays(110), today.plusDays(120),
				List.of(), null, null), "aes");
	}

	private static Map<String, String> head() {
		return new HashMap<>(
				Map.of("name", NAME, "title", "From Brussels to Bangkok", "on-ASEMME", "2024-12-18", "place-ASEMME",
						"Bangkok", "format-ASEMME", "virtual", "host-ASEMME", "Thailand", "on-SOM2", "2024-12-17"));
	}

	private byte[] template() throws Exception {
		return answer("aes", get("/desk/paper/template.xlsx")).getContentAsByteArray();
	}

	private MockHttpServletResponse check(byte[] file) throws Exception {
		return check(head(), file);
	}

	private MockHttpServletResponse check(Map<String, String> head, byte[] file) throws Exception {
		MockMultipartHttpServletRequestBuilder upload = multipart("/desk/paper")
			.file(new MockMultipartFile("file", "book.xlsx", "application/octet-stream", file));
		head.forEach(upload::param);
		return answer("aes", upload);
	}

	private String checked(byte[] file) throws Exception {
		MockHttpServletResponse answer = check(file);
		String page = text(answer);
		assertThat(answer.getStatus()).as(page).isEqualTo(200);
		return page;
	}

	private void bring(String page) throws Exception {
		MockHttpServletRequestBuilder act = post("/desk/paper").param("file", "book.xlsx")
			.param("content", hidden(page, "content"));
		head().forEach(act::param);
		MockHttpServletResponse answer = answer("aes", act);
		assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
		assertThat(answer("aes", get("/desk/paper/PAPER-8")).getContentAsString()).contains("Brought in from paper");
	}

	private MockHttpServletResponse takeBack(String reason) throws Exception {
		return answer("aes", post("/desk/paper/PAPER-8/taking-back").param("reason", reason));
	}

	private MockHttpServletResponse attach(String person, boolean open) throws Exception {
		return answer(person,
				multipart("/desk/paper/PAPER-8/report")
					.file(new MockMultipartFile("file", "report-2021.pdf", "application/pdf", pdf()))
					.param("open", String.valueOf(open)));
	}

	private static byte[] pdf() throws Exception {
		return new ClassPathResource("endorsement/conclusions.pdf").getContentAsByteArray();
	}

	private byte[] broken(String kind) throws Exception {
		byte[] good = template();
		return switch (kind) {
			case "truncated" -> Arrays.copyOf(good, good.length / 2);
			case "bomb" -> PaperBooks.zip("xl/worksheets/sheet1.xml", new byte[40 << 20]);
			case "formula" -> PaperBooks.changed(good, (sheet) -> sheet.getRow(1).createCell(9).setCellFormula("1+1"));
			case "hidden" -> PaperBooks.changed(good, (sheet) -> {
				sheet.getWorkbook().createSheet("Behind");
				sheet.getWorkbook().setSheetHidden(1, true);
			});
			case "large" -> Arrays.copyOf(good, 2 << 20);
			case "text" -> "No.;Initiative".getBytes();
			case "wrong" -> PaperBooks.changed(good, (sheet) -> sheet.getRow(0).getCell(9).setCellValue("Words"));
			case "empty" -> PaperBooks.changed(good, (sheet) -> {
				for (int row = sheet.getLastRowNum(); row > 0; row--) {
					sheet.removeRow(sheet.getRow(row));
				}
			});
			case "macros" -> PaperBooks.changed(good, (sheet) -> {
				try {
					sheet.getWorkbook().setVBAProject(new ByteArrayInputStream(new byte[100]));
				}
				catch (java.io.IOException ex) {
					throw new IllegalStateException(ex);
				}
			});
			case "shared" ->
				PaperBooks.replaced(good, "xl/sharedStrings.xml", "ASEM-DUO Fellowship Programme", "x".repeat(40_000));
			default -> PaperBooks.zip("notes.txt", "hello".getBytes());
		};
	}

	private long rows(String from) {
		return this.jdbc.sql("select count(*) from " + from).query(Long.class).single();
	}

	private static String hidden(String page, String name) {
		Matcher found = Pattern.compile("name=\"%s\" value=\"([^\"]*)\"".formatted(name)).matcher(page);
		assertThat(found.find()).as(name).isTrue();
		return found.group(1);
	}

	private static String text(MockHttpServletResponse answer) throws Exception {
		return HtmlUtils.htmlUnescape(answer.getContentAsString());
	}

	private MockHttpServletResponse answer(String person, MockHttpServletRequestBuilder request) throws Exception {
		MockHttpServletRequestBuilder asked = request.with(csrf());
		return this.browser.perform((person != null) ? asked.with(user(person)) : asked).andReturn().getResponse();
	}

}
