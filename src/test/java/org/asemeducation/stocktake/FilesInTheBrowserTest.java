package org.asemeducation.stocktake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.TaskForm;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.update.files.TestFiles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Files of an update as a coordinator attaches them and a reviewer sees them. Each test
 * has an initiative of its own.
 */
@BrowserTest
class FilesInTheBrowserTest {

	private static final CycleName CYCLE = new CycleName("ASEMME11");

	@LocalServerPort
	private int port;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void updatesAreAskedFor(@Autowired CycleOpening opening, @Autowired CycleActs acts) {
		if (requested() > 0) {
			return;
		}
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		opening.open(new NewCycle(CYCLE.value(), "From Seoul onwards", "Europe/Rome", List.of(), today.plusDays(30),
				today.plusDays(60), today.plusDays(90), today.plusDays(100), today.plusDays(120), today.plusDays(130),
				List.of(), null, null), "aes");
		acts.sendRequests(CYCLE, "aes");
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> requested() == 52);
	}

	private int requested() {
		return this.jdbc.sql("select count(*) from update_request where cycle = :cycle")
			.param("cycle", CYCLE.value())
			.query(Integer.class)
			.single();
	}

	@Test
	void severalFilesAreDroppedAndStay(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("asef");
		TaskForm form = form(visit, "A01-I02");
		// when
		drop(form.field("media").locator(".st-drop"), Map.of("harbour.jpg", TestFiles.photograph(1600, 800, 6),
				"plan.docx", TestFiles.docx(), "chart.png", TestFiles.png(600, 400)));
		// then
		assertThat(rows(form)).hasCount(3);
		assertThat(form.status()).containsText(Pattern.compile("^Saved \\d\\d:\\d\\d"));
		Locator harbour = rows(form).filter(new Locator.FilterOptions().setHasText("harbour.jpg"));
		assertThat(harbour).containsText("800 × 1600 pixels");
		harbour.getByLabel("Caption").fill("The harbour of Valletta at dawn");
		harbour.getByLabel("Credit").fill("A. Person");
		assertThat(form.status()).containsText(Pattern.compile("^Saved \\d\\d:\\d\\d"));
		visit.page().reload();
		assertThat(rows(form)).hasCount(3);
		assertThat(harbour.getByLabel("Caption")).hasValue("The harbour of Valletta at dawn");
		harbour.locator("img").scrollIntoViewIfNeeded();
		assertThat(harbour.locator("img")).hasJSProperty("complete", true);
		assertThat(harbour.locator("img")).hasJSProperty("naturalWidth", 120);
		org.assertj.core.api.Assertions.assertThat(shownSize(visit.page(), harbour.locator("a").getAttribute("href")))
			.isEqualTo("800 x 1600");
		picture(visit, "81-files");
		Accessible.check(visit.page());
	}

	@Test
	void whatCannotBeAttachedIsSaidInASentence(Chromium chromium, @TempDir Path folder) throws IOException {
		// given
		Visit visit = chromium.visit(this.port).signIn("asef");
		TaskForm form = form(visit, "A03-I02");
		// when
		chooser(form).setInputFiles(
				new Path[] { Files.writeString(folder.resolve("holiday.jpg"), "<html><script>alert(1)</script></html>"),
						Files.write(folder.resolve("film.jpg"), new byte[25 << 20]),
						Files.write(folder.resolve("plan.pdf"), TestFiles.pdf()) });
		// then
		Locator sending = form.field("media").locator(".st-sending");
		assertThat(sending).containsText("“holiday.jpg” is not attached: it holds a web page or a drawing in code");
		assertThat(sending)
			.containsText("“film.jpg” is not attached: it has 25 MB, and a file may have at most 20 MB.");
		assertThat(rows(form)).hasCount(1);
		assertThat(rows(form)).containsText("plan.pdf");
		picture(visit, "82-files-refused");
		Accessible.check(visit.page());
		sending.getByLabel("Close: holiday.jpg").click();
		assertThat(sending).not().containsText("holiday.jpg");
	}

	@Test
	void aPictureIsSubmittedOnlyWithConsentAndTheReviewerSeesIt(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("etf");
		TaskForm form = form(visit, "A06-I03");
		form.answerEveryLine()
			.fill("Progress and achievements", "The day was marked in eleven countries.")
			.choose("Completion", "Completed")
			.choose("Aims", "Achieved")
			.choose("Continuation", "Concluded");
		chooser(form).setInputFiles(new FilePayload("day.jpg", "image/jpeg", TestFiles.photograph(900, 600, 1)));
		rows(form).getByLabel("Caption").fill("Pupils of eleven countries");
		rows(form).getByLabel("Credit").fill("A. Person");
		// when
		form.press("Submit for review");
		// then
		assertThat(form.notice()).containsText(
				"Item 1 (“Pupils of eleven countries”) still needs an alternative text and the consent of those it shows.");
		form.notice().getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).first().click();
		picture(visit, "83-picture-without-consent");
		Accessible.check(visit.page());
		rows(form).getByLabel("Alternative text").fill("Pupils hold flags");
		rows(form).getByLabel("Those shown or quoted agree to publication").check();
		form.press("Submit for review");
		assertThat(visit.page().locator("main")).containsText("The update is submitted");
		Visit reviewer = chromium.visit(this.port).signIn("swg");
		Locator seen = reviewer.open("/i/" + CYCLE + "/A06-I03").locator("[data-field=media]");
		seen.scrollIntoViewIfNeeded();
		assertThat(seen.locator("img")).hasAttribute("alt", "Pupils hold flags");
		assertThat(seen.locator("img")).hasJSProperty("naturalWidth", 240);
		picture(reviewer, "84-picture-reviewed");
		// when somebody no longer agrees
		visit.open("/i/" + CYCLE + "/A06-I03");
		visit.page().getByText("Does somebody shown or quoted no longer agree?").click();
		visit.button("They no longer agree: Pupils of eleven countries").click();
		visit.picture("116-no-longer-agree");
		Accessible.check(visit.page());
		visit.button("Yes, take it out").click();
		assertThat(visit.page().locator("main")).containsText("“Pupils of eleven countries” was taken out by");
		reviewer.page().reload();
		assertThat(reviewer.page().locator("main")).containsText("Its file is no longer there");
	}

	@Test
	void picturesAndQuotesArePrintedAsSoonAsThereIsConsent(Chromium chromium) throws IOException {
		// given
		Visit visit = chromium.visit(this.port).signIn("etf");
		TaskForm form = form(visit, "A14-I02");
		form.fill("Progress and achievements", "The day was marked in eleven countries.");
		chooser(form).setInputFiles(new FilePayload("day.jpg", "image/jpeg", TestFiles.photograph(2400, 1600, 6)));
		Locator photograph = rows(form).first();
		photograph.getByLabel("Caption").fill("Pupils of eleven countries");
		photograph.getByLabel("Credit").fill("A. Person");
		photograph.getByLabel("Alternative text").fill("Pupils hold flags");
		form.press("Add a testimonial");
		Locator quote = rows(form).nth(1);
		quote.getByLabel("The words").fill("It opened doors for me.");
		quote.getByLabel("Who said it").fill("B. Person");
		quote.getByLabel("In what role").fill("pupil in Valletta");
		quote.getByLabel("Those shown or quoted agree to publication").check();
		picture(visit, "114-testimonial");
		Accessible.check(visit.page());
		// when there is no consent yet
		Page without = visit.page().waitForPopup(() -> form.press("Preview as the report prints it"));
		assertThat(without.locator("blockquote")).hasText("It opened doors for me.");
		assertThat(without.locator("img")).hasCount(0);
		assertThat(without.locator("body")).not().containsText("Pupils of eleven countries");
		without.close();
		photograph.getByLabel("Those shown or quoted agree to publication").check();
		assertThat(form.status()).containsText(Pattern.compile("^Saved \\d\\d:\\d\\d"));
		// then
		Page preview = visit.page().waitForPopup(() -> form.press("Preview as the report prints it"));
		Locator printed = preview.locator("figure.picture img");
		assertThat(printed).hasAttribute("alt", "Pupils hold flags");
		assertThat(printed).hasJSProperty("naturalWidth", 800);
		assertThat(printed).hasJSProperty("naturalHeight", 1200);
		assertThat(preview.locator("figure.picture figcaption")).hasText("Pupils of eleven countries (A. Person)");
		assertThat(preview.locator("figure.quote figcaption")).hasText("B. Person, pupil in Valletta");
		Accessible.check(preview);
		preview.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setPath(java.nio.file.Path.of("target", "screenshots", "115-pictures-printed.png")));
		preview.setViewportSize(390, 844);
		preview.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setPath(java.nio.file.Path.of("target", "screenshots", "115-pictures-printed-narrow.png")));
		org.assertj.core.api.Assertions.assertThat((Integer) preview.evaluate("document.documentElement.scrollWidth"))
			.isLessThanOrEqualTo(390);
		Download word = visit.page().waitForDownload(() -> form.press("Download as Word"));
		try (java.util.zip.ZipFile parts = new java.util.zip.ZipFile(word.path().toFile())) {
			org.assertj.core.api.Assertions.assertThat(parts.stream().map(java.util.zip.ZipEntry::getName))
				.anyMatch((name) -> name.matches("word/media/picture\\d+\\.jpeg"));
		}
		Files.copy(word.path(), java.nio.file.Path.of("target", "screenshots", "115-pictures-printed.docx"),
				java.nio.file.StandardCopyOption.REPLACE_EXISTING);
	}

	@Test
	void whatIsTakenOutCanBePutBackByKeyboard(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("asef");
		TaskForm form = form(visit, "A17-I02");
		chooser(form).setInputFiles(new FilePayload("plan.pdf", "application/pdf", TestFiles.pdf()));
		assertThat(rows(form)).hasCount(1);
		// when
		rows(form).getByText("Remove").focus();
		visit.page().keyboard().press("Enter");
		// then
		assertThat(rows(form)).hasCount(0);
		assertThat(chooser(form)).isFocused();
		Locator out = form.field("media").locator("details");
		out.locator("summary").focus();
		visit.page().keyboard().press("Enter");
		picture(visit, "85-files-taken-out");
		out.getByLabel("Put back: plan.pdf").focus();
		visit.page().keyboard().press("Enter");
		assertThat(rows(form)).hasCount(1);
		assertThat(form.status()).containsText(Pattern.compile("^Saved \\d\\d:\\d\\d"));
		chooser(form).setInputFiles(new FilePayload("other.pdf", "application/pdf", TestFiles.pdf()));
		assertThat(form.field("media")).containsText("“plan.pdf” is attached already");
		TaskForm task = visit.tasklist().list("My updates").task("A17-I02");
		assertThat(rows(task)).containsText("plan.pdf");
		visit.picture("86-files-in-tasklist");
		Accessible.check(visit.page());
	}

	@Test
	void whatWasSubmittedHasAReceiptAndIsTakenBackInOneClick(Chromium chromium) throws IOException {
		// given
		Visit visit = chromium.visit(this.port).signIn("etf");
		TaskForm form = form(visit, "A12-I04");
		form.answerEveryLine()
			.fill("Progress and achievements", "Nine schools joined.")
			.choose("Completion", "Completed")
			.choose("Aims", "Achieved")
			.choose("Continuation", "Concluded");
		form.press("Submit for review");
		assertThat(visit.page().locator("main")).containsText("The update is submitted");
		// when
		Page page = visit.open("/");
		page.getByText("My submitted updates").click();
		// then
		Locator mine = page.locator(".st-mine").filter(new Locator.FilterOptions().setHasText("A12-I04"));
		assertThat(mine).containsText("In review");
		assertThat(mine).containsText(Pattern.compile("Version 1, submitted on .* by ETF Desk"));
		Download pdf = page.waitForDownload(() -> mine.getByLabel("PDF: receipt of version 1 of A12-I04").click());
		Download word = page.waitForDownload(() -> mine.getByLabel("Word: receipt of version 1 of A12-I04").click());
		org.assertj.core.api.Assertions.assertThat(pdf.suggestedFilename()).isEqualTo("receipt-ASEMME11-A12-I04-1.pdf");
		org.assertj.core.api.Assertions.assertThat(Files.readAllBytes(pdf.path())).startsWith("%PDF-".getBytes());
		org.assertj.core.api.Assertions.assertThat(Files.readAllBytes(word.path())).startsWith("PK".getBytes());
		mine.scrollIntoViewIfNeeded();
		visit.picture("87-my-updates");
		visit.narrowPicture("88-my-updates-narrow");
		Accessible.check(page);
		mine.getByLabel("Take it back: A12-I04").click();
		assertThat(page.getByLabel("Progress and achievements")).hasValue("Nine schools joined.");
		assertThat(page.locator(".st-about")).containsText("Asked");
		form(visit, "A12-I04").fill("Progress and achievements", "Ten schools joined.").press("Submit for review");
		assertThat(page.locator("main")).containsText("The update is submitted");
		visit.open("/i/" + CYCLE + "/A12-I04");
		page.getByText("Receipts").click();
		assertThat(page.locator("main")).containsText("; taken back ");
		visit.picture("89-take-back");
		visit.narrowPicture("90-take-back-narrow");
		Accessible.check(page);
		visit.button("Take it back").click();
		assertThat(page.getByLabel("Progress and achievements")).hasValue("Ten schools joined.");
		assertThat(page.locator(".st-status")).containsText("Taken back: it is a draft again.");
	}

	@Test
	void whatAReviewerHasTakenUpIsNotTakenBack(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("etf");
		TaskForm form = form(visit, "A08-I01");
		form.answerEveryLine()
			.fill("Progress and achievements", "Nine schools joined.")
			.choose("Completion", "Completed")
			.choose("Aims", "Achieved")
			.choose("Continuation", "Concluded");
		form.press("Submit for review");
		assertThat(visit.page().locator("main")).containsText("The update is submitted");
		visit.open("/i/" + CYCLE + "/A08-I01");
		assertThat(visit.button("Take it back")).isVisible();
		// when
		assertThat(chromium.visit(this.port).signIn("swg").tasklist().list("To review").task("A08-I01").frame())
			.containsText("Nine schools joined.");
		visit.button("Take it back").click();
		// then
		assertThat(visit.page().locator("main")).containsText("A reviewer has taken up the update of A08-I01");
		assertThat(
				visit.open("/my/updates").locator(".st-mine").filter(new Locator.FilterOptions().setHasText("A08-I01")))
			.not()
			.containsText("Take it back");
	}

	private TaskForm form(Visit visit, String initiative) {
		return visit.form("/i/" + CYCLE + "/" + initiative);
	}

	private static Locator rows(TaskForm form) {
		return form.field("media").locator(".st-row");
	}

	private static Locator chooser(TaskForm form) {
		return form.field("media").locator("input[type=file]");
	}

	private static void drop(Locator place, Map<String, byte[]> files) {
		Map<String, Object> encoded = new java.util.HashMap<>();
		files.forEach((name, content) -> encoded.put(name, Base64.getEncoder().encodeToString(content)));
		place.evaluate(
				"""
						(place, files) => {
						  const dataTransfer = new DataTransfer();
						  for (const [name, content] of Object.entries(files)) {
						    dataTransfer.items.add(new File([Uint8Array.from(atob(content), (one) => one.charCodeAt(0))], name));
						  }
						  for (const type of ['dragover', 'drop']) {
						    place.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
						  }
						}""",
				encoded);
	}

	private static String shownSize(Page page, String address) {
		return (String) page.evaluate("""
				async (address) => {
				  const image = new Image();
				  image.src = address;
				  await image.decode();
				  return `${image.naturalWidth} x ${image.naturalHeight}`;
				}""", address);
	}

	/** The part about files, wide and narrow. */
	private static void picture(Visit visit, String name) {
		Locator media = visit.page().locator("[data-field=media]").first();
		media.scrollIntoViewIfNeeded();
		visit.picture(name);
		visit.page().setViewportSize(390, 900);
		media.scrollIntoViewIfNeeded();
		visit.picture(name + "-narrow");
		visit.page().setViewportSize(1400, 900);
	}

}
