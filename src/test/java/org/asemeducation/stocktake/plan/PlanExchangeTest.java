package org.asemeducation.stocktake.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.asemeducation.stocktake.StocktakeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
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
 * The plan as a file that goes out and comes back. Every test is undone.
 */
@StocktakeTest
@Transactional
class PlanExchangeTest {

	private static final int ID = 3;

	private static final int TITLE = 4;

	private static final int PARTIES = 8;

	private static final int MILESTONES = 9;

	private static final int WHY = 14;

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private Plans plans;

	@Autowired
	private PlanChanges changes;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc pages;

	@BeforeEach
	void open() {
		this.pages = MockMvcBuilders.webAppContextSetup(this.context).apply(springSecurity()).build();
	}

	@ParameterizedTest
	@ValueSource(strings = { "yaml", "xlsx" })
	void whatWasJustExportedChangesNothing(String suffix) throws Exception {
		// given a plan that is no longer the file that was loaded
		this.jdbc.sql("update plan_document set checksum = 'another'").update();
		ActionPlan before = this.plans.current();
		long changes = this.changes.latest();
		// when
		String page = checked("plan." + suffix, exported(suffix));
		// then
		assertThat(page).contains("This plan is in force already: loading it would change nothing.");
		assertThat(load(page, exported(suffix))).contains("nothing has changed");
		assertThat(this.plans.current()).isEqualTo(before);
		assertThat(this.changes.latest()).isEqualTo(changes);
	}

	@ParameterizedTest
	@ValueSource(strings = { "yaml", "xlsx" })
	void everyCharacterComesBack(String suffix) throws Exception {
		// given
		this.plans.load(odd());
		this.jdbc.sql("update plan_document set checksum = 'another'").update();
		ActionPlan before = this.plans.current();
		assertThat(before.initiative(new InitiativeId("A01-I01")).orElseThrow().milestones())
			.isEqualTo(odd().initiatives().get(0).milestones());
		// when
		byte[] file = exported(suffix);
		// then
		assertThat(checked("plan." + suffix, file)).contains("loading it would change nothing");
		assertThat(read(suffix, file).initiatives()).extracting(Initiative::withoutParties)
			.isEqualTo(before.initiatives().stream().map(Initiative::withoutParties).toList());
		assertThat(read(suffix, file).initiatives()).extracting(Initiative::parties)
			.isEqualTo(before.initiatives().stream().map(Initiative::parties).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "yaml", "xlsx" })
	void aProgrammeWhoseOwnInitiativeEndedComesBack(String suffix) throws Exception {
		ActionPlan plan = PlanFiles.smallPlan();
		this.plans.load(plan);
		this.jdbc.sql("update initiative set in_force = false where key = 'exchange'").update();
		this.jdbc.sql("update plan_document set checksum = 'another'").update();
		assertThat(checked("plan." + suffix, exported(suffix))).contains("loading it would change nothing");
		this.jdbc.sql("update initiative set in_force = coalesce(key = 'exchange', false)").update();
		assertThat(checked("plan." + suffix, exported(suffix))).contains("loading it would change nothing");
	}

	@Test
	void noCellOfAnExportIsAFormula() throws Exception {
		this.plans.load(odd());
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(exported("xlsx")))) {
			int texts = 0;
			for (Row row : book.getSheetAt(0)) {
				for (var cell : row) {
					assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
					if (cell.getCellType() == CellType.STRING && !cell.getStringCellValue().isEmpty()) {
						texts++;
						assertThat(cell.getStringCellValue().matches("[+-][\\d ]+") ? "" : "=+-@\t")
							.doesNotContain(cell.getStringCellValue().substring(0, 1));
					}
				}
			}
			assertThat(texts).isGreaterThan(20);
		}
	}

	@Test
	void aWorkbookSaysRowByRowWhatItWouldChange() throws Exception {
		// given
		byte[] file = changed((sheet) -> {
			sheet.getRow(2).getCell(TITLE).setCellValue("ASEF’s other programmes");
			sheet.getRow(1).getCell(MILESTONES).setCellValue("Meet.\nMeet again.");
			sheet.removeRow(sheet.getRow(sheet.getLastRowNum()));
			Row added = sheet.createRow(sheet.getLastRowNum() + 1);
			for (int column = 0; column < WHY; column++) {
				added.createCell(column).setCellValue(sheet.getRow(1).getCell(column).toString().replace(".0", ""));
			}
			added.getCell(ID).setCellValue("A01-I90");
			added.getCell(TITLE).setCellValue("A summer school");
			added.getCell(12).setCellValue("");
			added.getCell(13).setCellValue("");
			added.getCell(PARTIES).setCellValue("ETF\nA new party | ANP | stakeholder | support");
		});
		// when
		String page = checked("plan.xlsx", file);
		// then
		assertThat(page).contains("1 initiative added, 2 changed, 49 left alone, 1 ended")
			.contains("A01-I90 A summer school", "<ins>other</ins>", ": Renamed<",
					": Activities and milestones changed<");
		// when
		assertThat(load(page, file)).contains("The plan is in force: 1 initiative added");
		// then
		ActionPlan plan = this.plans.current();
		assertThat(plan.initiatives()).hasSize(52);
		assertThat(plan.initiative(new InitiativeId("A01-I90")).orElseThrow().parties()).extracting(PlanParty::label)
			.containsExactly("ETF", "ANP");
		assertThat(plan.initiative(new InitiativeId("A01-I01")).orElseThrow().milestones()).containsExactly("Meet.",
				"Meet again.");
		PlanChange change = this.changes.newest(null, 1).get(0);
		assertThat(change.reason()).isEqualTo("SOM2 said so");
		assertThat(change.means()).contains("1 initiative added, 2 changed, 49 left alone, 1 ended");
	}

	@Test
	void aWorkbookThatSaysMoreThanATextMaySayIsLoadedAsItWasChecked() throws Exception {
		// given
		int rows = 1_000;
		byte[] file = changed((sheet) -> {
			for (int at = 0; at < rows; at++) {
				Row added = sheet.createRow(sheet.getLastRowNum() + 1);
				for (int column = 0; column < ID; column++) {
					added.createCell(column).setCellValue(sheet.getRow(1).getCell(column).toString().replace(".0", ""));
				}
				added.createCell(ID).setCellValue("B01-I%04d".formatted(at));
				added.createCell(TITLE).setCellValue("Initiative " + at);
				added.createCell(PARTIES).setCellValue("ETF");
				added.createCell(MILESTONES).setCellValue("Meet and talk. ".repeat(80) + at);
			}
		});
		// when
		String page = checked("plan.xlsx", file);
		// then
		assertThat(page).contains("1000 initiatives added, 0 changed");
		assertThat(load(page, file)).contains("The plan is in force: 1000 initiatives added");
		assertThat(this.plans.current().initiatives()).hasSize(52 + rows);
		assertThat(exported("yaml").length).as("of the same as a text").isGreaterThan(PlanText.LARGEST);
	}

	@Test
	void whatAPageHasKeptIsCheckedAgainWhenItComesBack() throws Exception {
		for (String content : List.of("?", "UEsDBA==", "")) {
			MockHttpServletResponse answer = this.pages
				.perform(post("/desk/plan").param("content", content)
					.param("name", "plan.xlsx")
					.with(user("aes"))
					.with(csrf()))
				.andReturn()
				.getResponse();
			assertThat(answer.getStatus()).isEqualTo(422);
			assertThat(answer.getContentAsString()).contains("Nothing was loaded.").doesNotContain("Exception");
		}
	}

	@Test
	void refusedRowsComeBackWithTheirReasons() throws Exception {
		// given
		byte[] file = changed((sheet) -> {
			sheet.getRow(2).getCell(ID).setCellValue(sheet.getRow(1).getCell(ID).getStringCellValue());
			sheet.getRow(3).getCell(PARTIES).setCellValue("ETF | ETF | wizard | coordinator");
			sheet.getRow(4).getCell(TITLE).setCellValue("");
		});
		ActionPlan before = this.plans.current();
		// when
		String page = refused("plan.xlsx", file);
		// then
		assertThat(page).contains("Row 3: initiative A01-I01 is there already, in row 2.",
				"Row 4: \"wizard\" is not a kind of party", "Row 5: the title of initiative A01-I04 is empty.");
		assertThat(this.plans.current()).isEqualTo(before);
		// when
		byte[] back = sentBack("plan.xlsx", page);
		// then
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(back))) {
			XSSFSheet sheet = book.getSheetAt(0);
			assertThat(sheet.getRow(0).getCell(WHY).getStringCellValue()).isEqualTo("Why it was not taken");
			assertThat(sheet.getRow(1).getCell(WHY).getStringCellValue()).isEmpty();
			assertThat(sheet.getRow(2).getCell(WHY).getStringCellValue()).contains("is there already, in row 2");
			assertThat(sheet.getLastRowNum()).isEqualTo(52);
			// mended, it is the plan in force again
			sheet.getRow(2).getCell(ID).setCellValue("A01-I02");
			ActionPlan plan = this.plans.current();
			sheet.getRow(3).getCell(PARTIES).setCellValue(plan.initiatives().get(2).parties().get(0).label());
			sheet.getRow(4).getCell(TITLE).setCellValue(plan.initiatives().get(3).title());
			assertThat(checked("plan.xlsx", bytes(book))).contains("loading it would change nothing");
		}
	}

	@Test
	void refusedLinesComeBackWithTheirReasons() throws Exception {
		// given
		String text = new String(exported("yaml"), StandardCharsets.UTF_8);
		int last = text.lastIndexOf("new: false");
		String wrong = text.substring(0, last).replaceFirst("type: stakeholder", "type: wizard") + "new: perhaps"
				+ text.substring(last + "new: false".length());
		// when
		String page = refused("plan.yaml", wrong.getBytes(StandardCharsets.UTF_8));
		// then
		assertThat(page).contains("\"wizard\" is not a kind of party", "should be true or false, not \"perhaps\".");
		String back = new String(sentBack("plan.yaml", page), StandardCharsets.UTF_8);
		assertThat(back).containsPattern("(?m)^# Not taken: .*perhaps.*\\n +new: perhaps");
		assertThat(back.replaceAll("(?m)^# Not taken: .*\\n", "")).isEqualTo(wrong);
		String mended = back.replace("new: perhaps", "new: false").replace("type: wizard", "type: stakeholder");
		this.jdbc.sql("update plan_document set checksum = 'another'").update();
		assertThat(checked("plan.yaml", mended.getBytes(StandardCharsets.UTF_8)))
			.contains("loading it would change nothing");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			truncated.xlsx  | the file is damaged
			bomb.xlsx       | unpacks to more than 32 MB
			wrong.xlsx      | names no column
			macros.xlsx     | the file holds macros
			empty.xlsx      | the first sheet
			archive.xlsx    | the file is no Excel workbook
			old.xls         | the file is no Excel workbook
			large.xlsx      | larger than 2 MB
			large.yaml      | more than the 1048576 that a plan may have
			latin.yaml      | not text in UTF-8
			list.csv        | should be keys and values
			nothing.yaml    | the file is empty
			noise.yaml      | .
			""")
	void whatIsBrokenIsRefusedInOneSentence(String name, String words) throws Exception {
		long before = this.changes.latest();
		String page = refused(name.strip(), broken(name.strip()));
		assertThat(page).contains("Nothing was loaded.", name.strip(), words.strip())
			.doesNotContain("Exception", "\tat ");
		assertThat(this.changes.latest()).isEqualTo(before);
	}

	@Test
	void noMutilatedWorkbookDoesMoreThanBeRefused() throws Exception {
		byte[] good = exported("xlsx");
		Random random = new Random(11);
		long before = this.changes.latest();
		for (int turn = 0; turn < 60; turn++) {
			byte[] bad = good.clone();
			for (int at = 0; at < 1 + turn / 4; at++) {
				bad[random.nextInt(bad.length)] = (byte) random.nextInt();
			}
			MockHttpServletResponse answer = upload("plan.xlsx", bad);
			assertThat(answer.getStatus()).isIn(200, 422);
		}
		assertThat(this.changes.latest()).isEqualTo(before);
	}

	@Test
	void whatIsNotAFileIsNotSentBack() throws Exception {
		assertThat(this.pages
			.perform(
					post("/desk/plan/rejected").param("name", "x").param("content", "?").with(user("aes")).with(csrf()))
			.andReturn()
			.getResponse()
			.getContentAsString()).isEqualTo("This is no file: bring it again.");
		assertThat(this.pages
			.perform(post("/desk/plan/rejected").param("name", "x.yaml")
				.param("content", Base64.getEncoder().encodeToString(exported("yaml")))
				.with(user("aes"))
				.with(csrf()))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(409);
		assertThat(this.pages.perform(get("/desk/plan/export.exe").with(user("aes")))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(404);
	}

	/** A plan whose texts hold whatever a file might stumble over. */
	private static ActionPlan odd() {
		List<String> texts = new ArrayList<>(List.of("=1+1", "'=1+1", "''", "'", "- a bullet", "-5", "+49 30", "@home",
				"a\nline", "a \\n backslash \\ and \\\\n", "tab\there", "null", "~", "true", "1.0", "2026-05-01",
				"# none", ": colon: and - dash", "&anchor *alias !tag", "%percent", "{a: b} [c]", "\"quoted\" 'too'",
				"<b>&amp;</b>", "\uD83D\uDE00 smile", "\u0645\u0631\u062D\u0628\u0627", "\u65E5\u672C\u8A9E",
				"a | pipe \\| too", "no\u00A0break", "zero\u200Bwidth", "line\u2028separator", "_x000D_", "e\u0301",
				"x".repeat(9_999), "|", ">"));
		ActionPlan small = PlanFiles.smallPlan();
		Initiative first = small.initiatives().get(0);
		List<Initiative> own = new ArrayList<>();
		own.add(new Initiative(first.id(), "key: 1", null, "=HYPERLINK(\"x\") \uD83D\uDE00", texts, true, "'[-] \\ |",
				List.of(new PlanParty("=A | B \\ \uD83D\uDE00 GmbH", "A|B", "other", "coordinator"),
						new PlanParty("Malta", null, "partner-country", "host")),
				texts, List.of(), List.of("https://x.example/?a=1&b=\"2\"")));
		for (int at = 0; at < texts.size(); at++) {
			own.add(new Initiative(new InitiativeId("B-" + at), null, null, "Title " + at, List.of(texts.get(at)),
					false, null, List.of(), List.of(texts.get(at), "Second"), List.of(texts.get(at)), List.of()));
		}
		own.add(new Initiative(new InitiativeId("LONG"), null, null, "Long", List.of(), false, null, List.of(),
				java.util.Collections.nCopies(9, "y".repeat(9_000)), List.of("one"), List.of()));
		Action action = small.actions().get(0);
		return new ActionPlan(small.document(), small.objectives(),
				List.of(new Action(action.number(), "- =Action", action.subgoals(), own),
						new Action(7, "Without any", java.util.Set.of(), List.of())),
				small.listed(), small.structures(), small.secretariatTerms());
	}

	private byte[] broken(String name) throws Exception {
		byte[] good = exported("xlsx");
		return switch (name) {
			case "truncated.xlsx" -> java.util.Arrays.copyOf(good, good.length / 2);
			case "bomb.xlsx" -> zip("xl/worksheets/sheet1.xml", new byte[40 << 20]);
			case "wrong.xlsx" -> sheet("Name", "Value");
			case "empty.xlsx" -> sheet();
			case "macros.xlsx" -> changed((sheet) -> {
				try {
					sheet.getWorkbook().setVBAProject(new ByteArrayInputStream(new byte[100]));
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			});
			case "archive.xlsx" -> zip("notes.txt", "hello".getBytes(StandardCharsets.UTF_8));
			case "old.xls" -> new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0 };
			case "large.xlsx" -> java.util.Arrays.copyOf(good, 7 << 20);
			case "large.yaml" -> "document: {}\n".repeat(800_000).getBytes(StandardCharsets.UTF_8);
			case "latin.yaml" -> "document:\n  title: caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1);
			case "list.csv" -> "Action;No.;Initiative\n1;A01-I01;Title\n".getBytes(StandardCharsets.UTF_8);
			case "nothing.yaml" -> new byte[0];
			default -> {
				byte[] noise = new byte[5_000];
				new Random(3).nextBytes(noise);
				noise[0] = 'x';
				yield noise;
			}
		};
	}

	private static byte[] zip(String name, byte[] content) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry(name));
			zip.write(content);
		}
		return out.toByteArray();
	}

	private static byte[] sheet(String... titles) throws IOException {
		try (XSSFWorkbook book = new XSSFWorkbook()) {
			Row row = book.createSheet("Sheet").createRow(0);
			for (int column = 0; column < titles.length; column++) {
				row.createCell(column).setCellValue(titles[column]);
			}
			return bytes(book);
		}
	}

	private byte[] changed(Consumer<XSSFSheet> change) throws Exception {
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(exported("xlsx")))) {
			change.accept(book.getSheetAt(0));
			return bytes(book);
		}
	}

	private static byte[] bytes(XSSFWorkbook book) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		book.write(out);
		return out.toByteArray();
	}

	private ActionPlan read(String suffix, byte[] file) {
		return this.context.getBeansOfType(PlanFormat.class)
			.values()
			.stream()
			.filter((it) -> it.suffix().equals(suffix))
			.findFirst()
			.orElseThrow()
			.read("plan", file);
	}

	private byte[] exported(String suffix) throws Exception {
		MockHttpServletResponse answer = this.pages.perform(get("/desk/plan/export." + suffix).with(user("aes")))
			.andReturn()
			.getResponse();
		assertThat(answer.getStatus()).isEqualTo(200);
		assertThat(answer.getHeader("Content-Disposition")).contains("action-plan." + suffix);
		return answer.getContentAsByteArray();
	}

	private MockHttpServletResponse upload(String name, byte[] content) throws Exception {
		return this.pages
			.perform(multipart("/desk/plan")
				.file(new MockMultipartFile("file", name, "application/octet-stream", content))
				.with(user("aes"))
				.with(csrf()))
			.andReturn()
			.getResponse();
	}

	private String checked(String name, byte[] content) throws Exception {
		MockHttpServletResponse answer = upload(name, content);
		String page = HtmlUtils.htmlUnescape(answer.getContentAsString(StandardCharsets.UTF_8));
		assertThat(problem(page)).isEmpty();
		assertThat(answer.getStatus()).isEqualTo(200);
		return page;
	}

	private String refused(String name, byte[] content) throws Exception {
		MockHttpServletResponse answer = upload(name, content);
		assertThat(answer.getStatus()).isEqualTo(422);
		return HtmlUtils.htmlUnescape(answer.getContentAsString(StandardCharsets.UTF_8));
	}

	private static String problem(String page) {
		Matcher problem = Pattern.compile("role=\"alert\">(.*?)</p>", Pattern.DOTALL).matcher(page);
		return problem.find() ? problem.group(1) : "";
	}

	private byte[] sentBack(String name, String page) throws Exception {
		Matcher content = Pattern.compile("name=\"content\" value=\"([^\"]*)\"").matcher(page);
		assertThat(content.find()).isTrue();
		MockHttpServletResponse answer = this.pages
			.perform(post("/desk/plan/rejected").param("name", name)
				.param("content", content.group(1))
				.with(user("aes"))
				.with(csrf()))
			.andReturn()
			.getResponse();
		assertThat(answer.getStatus()).isEqualTo(200);
		assertThat(answer.getHeader("Content-Disposition")).contains("not-taken-" + name);
		return answer.getContentAsByteArray();
	}

	/** Presses the button of the page where a file was checked. */
	private String load(String page, byte[] content) throws Exception {
		MockHttpServletResponse again = upload("plan", content);
		Matcher carried = Pattern.compile("name=\"(text|content)\" value=\"(.*?)\">", Pattern.DOTALL)
			.matcher(again.getContentAsString(StandardCharsets.UTF_8));
		if (!carried.find()) {
			assertThat(page).contains("loading it would change nothing");
			return "nothing has changed";
		}
		return String.valueOf(
				this.pages
					.perform(post("/desk/plan").param(carried.group(1), HtmlUtils.htmlUnescape(carried.group(2)))
						.param("name", "plan.xlsx")
						.param("reason", "SOM2 said so")
						.param("seen", String.valueOf(this.changes.latest()))
						.with(user("aes"))
						.with(csrf()))
					.andReturn()
					.getFlashMap()
					.get("done"));
	}

}
