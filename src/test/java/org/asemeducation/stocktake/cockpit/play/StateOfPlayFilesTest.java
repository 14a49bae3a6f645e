package org.asemeducation.stocktake.cockpit.play;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.cockpit.WrittenCycle;
import org.asemeducation.stocktake.cockpit.outlook.ConcernKind;
import org.asemeducation.stocktake.report.pdf.PdfUa;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Over a cycle that is long over, so that everything open in it is late.
 */
@StocktakeTest
class StateOfPlayFilesTest {

	private static int number;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	private String cycle;

	@BeforeEach
	void writeACycle() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.cycle = new WrittenCycle(this.jdbc, "SHOWN-" + ++number).name();
	}

	@AfterEach
	void everybodyIsReached() {
		this.jdbc.sql("delete from unreachable where address = 'gone@example.org'").update();
	}

	@Test
	void thePdfNamesItsMeetingAndItsMomentAndShowsWhoStandsWhere() throws Exception {
		String text = text(pdf("?meeting=SOM2"));

		assertThat(text).contains("State of play for SOM2", "For SOM2, Wed 1 Jul 2026, Seoul", "As of ",
				"(Europe/Rome)", "How answers come in", "Initiatives by strategic objective", "What needs attention",
				"Freeze: the gathering ends", "A05-I01 Rectors' meeting", "Draft not submitted");
	}

	@Test
	void thePdfCanBeReadByThoseWhoCannotSeeIt() throws Exception {
		PdfUa.assertKeptBy(pdf(""));
	}

	@Test
	void everyChartHasItsNumbersAsSentences() throws Exception {
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook("")))) {
			List<String> told = book.getSheet("Charts")
				.getDrawingPatriarch()
				.getShapes()
				.stream()
				.map((shape) -> ((XSSFPicture) shape).getCTPicture().getNvPicPr().getCNvPr().getDescr())
				.toList();
			assertThat(told).hasSize(4).allSatisfy((one) -> assertThat(one).isNotBlank());
			assertThat(told.get(0)).contains("initiatives have sent in a first version");
			assertThat(told.get(1)).contains("Not confirmed: 1 accepted, 1 in review, 4 with coordinator");
		}
	}

	@Test
	void theWorkbookHasAllInitiativesWithTheirDaysAsNumbers() throws Exception {
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook("?meeting=SOM1")))) {
			assertThat(book.getSheet("About").getRow(0).getCell(0).getStringCellValue())
				.isEqualTo("State of play for SOM1");
			List<Row> rows = StreamSupport.stream(book.getSheet("Initiatives").spliterator(), false).toList();
			assertThat(rows).hasSize(10);
			Row late = rows.get(3);
			assertThat(late.getCell(0).getStringCellValue()).isEqualTo("A02-I01");
			assertThat(late.getCell(3).getStringCellValue()).isEqualTo("Asked");
			assertThat(late.getCell(5).getNumericCellValue()).isGreaterThan(100);
			assertThat(rows.get(7).getCell(5).getNumericCellValue()).as("accepted").isZero();
			assertThat(book.getSheet("Attention").getLastRowNum()).isPositive();
		}
	}

	@Test
	void noAddressOfAPersonIsInIt() throws Exception {
		// given
		this.jdbc.sql("""
				insert into unreachable (contact, address, since, because)
				select c.id, 'gone@example.org', '2026-03-01T23:30Z', 'no such user' from contact c
				join contact_role r on r.contact = c.id and r.role = 'coordinator'
				join coordination k on k.party = r.party and k.role = 'coordinator' and k.initiative = 'A02-I01'
				where c.active order by c.id limit 1""").update();

		// when
		String text = text(pdf(""));

		// then
		assertThat(text).contains("Mail does not arrive").doesNotContain("gone@", "@");
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook("")))) {
			assertThat(book.getSheet("Attention").getRow(1).getCell(0).getStringCellValue())
				.isEqualTo("Mail does not arrive");
			StreamSupport.stream(book.getSheet("Attention").spliterator(), false)
				.forEach((row) -> row.forEach((cell) -> assertThat(cell.getStringCellValue()).doesNotContain("@")));
		}
	}

	@Test
	void everyConcernHasItsWordsAndALateChapterIsCalledByItsTitle() throws Exception {
		// given
		this.jdbc
			.sql("""
					insert into chapter_commission (cycle, number, title, behind, brief, party, due, commissioned_at, commissioned_by)
					select :cycle, 1, 'Reflections', 'outlook', 'Two pages', min(id), '2026-02-01', '2026-01-02T10:00Z', 'aes'
					from party""")
			.param("cycle", this.cycle)
			.update();

		// when
		String text = text(pdf(""));

		// then
		assertThat(PlayWords.CONCERNS).containsOnlyKeys(ConcernKind.values());
		assertThat(text).contains("Late chapter: 1.", "Late chapter Reflections").doesNotContain("chapter-1", "null");
	}

	@Test
	void whatLooksLikeAFormulaIsNotCalculated() throws Exception {
		this.jdbc.sql("update cycle_initiative set title = '=1+1' where cycle = :cycle and initiative = 'A04-I01'")
			.param("cycle", this.cycle)
			.update();

		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook("")))) {
			assertThat(book.getSheet("Initiatives").getRow(7).getCell(1).getStringCellValue()).isEqualTo("'=1+1");
		}
	}

	@Test
	void itIsTheReviewingBodysAndTheSecretariats() throws Exception {
		for (String address : List.of("/state-of-play", "/state-of-play/" + this.cycle + ".pdf",
				"/state-of-play/" + this.cycle + ".xlsx")) {
			assertThat(as("swg", address).getStatus()).as(address).isEqualTo(200);
			assertThat(as("asef", address).getStatus()).as(address).isEqualTo(403);
		}
		assertThat(as("swg", "/state-of-play").getContentAsString()).contains("PDF of " + this.cycle + " for SOM2");
		assertThat(as("swg", "/state-of-play/NONE.pdf").getStatus()).isEqualTo(404);
		assertThat(as("swg", "/state-of-play/" + this.cycle + ".pdf?meeting=SOM9").getStatus()).isEqualTo(400);
	}

	private byte[] pdf(String query) throws Exception {
		byte[] file = as("swg", "/state-of-play/" + this.cycle + ".pdf" + query).getContentAsByteArray();
		Files.write(Path.of("target/state-of-play.pdf"), file);
		return file;
	}

	private byte[] workbook(String query) throws Exception {
		byte[] file = as("swg", "/state-of-play/" + this.cycle + ".xlsx" + query).getContentAsByteArray();
		Files.write(Path.of("target/state-of-play.xlsx"), file);
		return file;
	}

	private static String text(byte[] pdf) throws Exception {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
		}
	}

	private MockHttpServletResponse as(String person, String address) throws Exception {
		return this.browser.perform(get(address).with(user(person))).andReturn().getResponse();
	}

}
