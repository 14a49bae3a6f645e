package org.asemeducation.stocktake;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.endorsement.paper.PaperBooks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The secretariat brings in a cycle that was run on paper, and takes it back.
 */
@BrowserTest
class PaperInTheBrowserTest {

	private static final int DESK = 1400;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void clearAway() {
		for (String table : List.of("paper_report", "conclusions_paragraph", "paper_text", "cycle_initiative",
				"meeting", "adopted_line", "work_plan", "paper_cycle")) {
			this.jdbc.sql("delete from %s where cycle = 'WALK-8'".formatted(table)).update();
		}
		this.jdbc.sql("delete from cycle where name = 'WALK-8'").update();
	}

	@Test
	void anEarlierCycleIsBroughtInShownAndTakenBack(Chromium chromium) throws IOException {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/");
		page.setViewportSize(DESK, 900);
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Earlier cycles")).click();
		Accessible.check(page);
		pictures(page, desk, "paper-1-empty");
		Download download = page.waitForDownload(
				() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("the template")).click());
		byte[] filled = PaperBooks.filled(Files.readAllBytes(download.path()));
		// when a party is not in the register
		fill(page);
		check(page, PaperBooks.named(filled, Map.of(3, "The Nobodies")));
		// then
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was brought in.");
		assertThat(page.getByText("Download the file with these reasons in it")).isVisible();
		assertThat(page.locator("#title")).hasValue("From Brussels to Bangkok");
		Accessible.check(page);
		pictures(page, desk, "paper-2-refused");
		// when
		check(page, filled);
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("Nothing has been brought in yet");
		Accessible.check(page);
		pictures(page, desk, "paper-3-preview");
		// when
		button(page, "Bring in WALK-8");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("WALK-8 is brought in: 52 initiatives");
		page.locator("#file")
			.setInputFiles(new FilePayload("report-2024.pdf", "application/pdf",
					new ClassPathResource("endorsement/conclusions.pdf").getContentAsByteArray()));
		page.getByLabel("Everybody may download it").check();
		button(page, "Keep");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("everybody finds it under Reports");
		Accessible.check(page);
		pictures(page, desk, "paper-4-brought");
		Page reports = desk.open("/reports");
		assertThat(reports.getByText("WALK-8: From Brussels to Bangkok")).isVisible();
		Accessible.check(reports);
		pictures(reports, desk, "paper-5-reports");
		// and Cockpit shows its days alone
		Page cockpit = desk.open("/camunda/app/cockpit/default/#/cycle?cycle=WALK-8");
		assertThat(cockpit.getByText("Brought in from paper: its meetings were held")).isVisible();
		assertThat(cockpit.getByText("What matters most")).not().isVisible();
		desk.picture("paper-6-cockpit");
		// when
		desk.open("/desk/paper/WALK-8");
		page.locator("#reason").fill("The wrong cycle.");
		button(page, "Take it back");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("WALK-8 is taken back");
		org.assertj.core.api.Assertions.assertThat(desk.mishaps()).isEmpty();
	}

	private static void fill(Page page) {
		page.locator("#name").fill("WALK-8");
		page.locator("#title").fill("From Brussels to Bangkok");
		page.locator("#on-ASEMME").fill("2024-12-18");
		page.locator("#place-ASEMME").fill("Bangkok");
		page.locator("#format-ASEMME").selectOption("virtual");
		page.locator("#host-ASEMME").fill("Thailand");
		page.locator("#on-SOM2").fill("2024-12-17");
	}

	private static void check(Page page, byte[] file) {
		page.locator("#file").setInputFiles(new FilePayload("asemme8.xlsx", "application/octet-stream", file));
		button(page, "Check the file");
	}

	/** Nothing is wider than the phone. */
	private static void pictures(Page page, Visit desk, String name) {
		desk.longPicture(name);
		page.setViewportSize(390, 800);
		org.assertj.core.api.Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
			.as(name)
			.isLessThanOrEqualTo(390);
		desk.longPicture(name + "-narrow");
		page.setViewportSize(DESK, 900);
	}

	private static void button(Page page, String name) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
	}

	@Test
	void aRefusedWorkbookComesBackWithReasonsAndTheOldReportIsReadByAnybody(Chromium chromium) throws IOException {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/paper");
		byte[] filled = PaperBooks.filled(page.request().get("/desk/paper/template.xlsx").body());
		fill(page);
		check(page, PaperBooks.named(filled, Map.of(3, "The Nobodies")));
		// when
		Download refused = page.waitForDownload(() -> button(page, "Download the file with these reasons in it"));
		// then
		assertEquals("not-taken-asemme8.xlsx", refused.suggestedFilename());
		try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(refused.path()))) {
			Row row = book.getSheetAt(0).getRow(3);
			String reason = row.getCell(row.getLastCellNum() - 1).getStringCellValue();
			assertTrue(reason.contains("The Nobodies"), reason);
		}
		assertThat(page.locator("#title")).hasValue("From Brussels to Bangkok");
		// when it is put right and brought in with its report
		check(page, filled);
		button(page, "Bring in WALK-8");
		byte[] report = new ClassPathResource("endorsement/conclusions.pdf").getContentAsByteArray();
		page.locator("#file").setInputFiles(new FilePayload("report-2024.pdf", "application/pdf", report));
		button(page, "Keep");
		// then the secretariat alone reads it
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("for the secretariat alone");
		assertArrayEquals(report, downloaded(page, "report-2024.pdf"));
		Page stranger = chromium.visit(this.port).open("/reports");
		assertThat(stranger.locator("main")).not().containsText("WALK-8");
		// when everybody may
		page.getByLabel("Everybody may download it").check();
		button(page, "Keep");
		// then
		stranger.reload();
		assertArrayEquals(report, downloaded(stranger, "Report of WALK-8 (PDF), brought in from paper"));
		assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("XLSX").setExact(true)))
			.hasAttribute("href", "/desk/paper/WALK-8/cycle.xlsx");
		Download again = page.waitForDownload(
				() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("XLSX").setExact(true))
					.click());
		assertEquals("WALK-8.xlsx", again.suggestedFilename());
	}

	private static byte[] downloaded(Page page, String link) throws IOException {
		return Files.readAllBytes(page.waitForDownload(
				() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).click())
			.path());
	}

}
