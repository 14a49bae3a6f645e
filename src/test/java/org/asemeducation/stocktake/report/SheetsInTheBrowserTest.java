package org.asemeducation.stocktake.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.ChromiumExtension;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The folder of fact sheets as a small site: read from a disk, as on any host.
 */
@ExtendWith(ChromiumExtension.class)
class SheetsInTheBrowserTest {

	@TempDir
	private Path folder;

	@Test
	void thePageOfAllSheetsLeadsToEachByItsAction(Chromium chromium) throws IOException {
		// given
		ReportModel report;
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			report = new ReportFixture(database.jdbc()).everyStanding()
				.confirmed(1, "1.1")
				.reports()
				.compile(ReportFixture.CYCLE);
		}
		ReportFixture.writers(ReportFixture.PICTURES)
			.writeSheets(report, (name) -> Files.newOutputStream(this.folder.resolve(name)));
		Visit reader = chromium.visit(0);
		Page page = reader.page();
		page.setViewportSize(1400, 900);
		// when
		page.navigate(this.folder.resolve("index.html").toUri().toString());
		// then
		assertThat(page.locator("h1")).hasText("Fact sheets");
		assertThat(page.locator("section.action")).hasCount((int) report.parts()
			.stream()
			.flatMap((part) -> part.actions().stream())
			.filter((action) -> !action.initiatives().isEmpty())
			.count());
		report.initiatives().forEach((it) -> {
			assertThat(page.locator("section.action a[href=\"%s.html\"]".formatted(it.id()))).hasCount(1);
			assertThat(page.locator("section.action a[href=\"%s.docx\"]".formatted(it.id()))).hasCount(1);
			assertThat(this.folder.resolve(it.id() + ".html")).exists();
			assertThat(this.folder.resolve(it.id() + ".docx")).exists();
		});
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).as("no subgoal of the analysis is a sheet")
				.hasSize(2 * (int) report.initiatives().count() + 1);
		}
		Accessible.check(page);
		reader.longPicture("310-sheets");
		page.setViewportSize(390, 800);
		assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
		Accessible.check(page);
		reader.longPicture("311-sheets-narrow");
		// when
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("A03-I01 Initiative A03-I01")).click();
		// then
		assertThat(page.locator("h1")).hasText("A03-I01 Initiative A03-I01");
		Accessible.check(page);
	}

}
