package org.asemeducation.stocktake;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A coordinator notes something while no cycle runs, and puts it into the next update.
 */
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NotesInTheBrowserTest {

	private static final CycleName CYCLE = new CycleName("ASEMME11");

	private static final Pattern SAVED = Pattern.compile("^Saved \\d\\d:\\d\\d");

	@LocalServerPort
	private int port;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@Order(1)
	void somethingIsNotedWhileNoCycleRuns(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("asef");
		visit.open("/");
		visit.page().locator("main").getByText("My notes").click();
		Page page = visit.page();
		Locator fresh = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("A new note"));
		// when
		fresh.getByLabel("What to remember").fill("Never sent <img src=x>");
		visit.button("Note it").click();
		// then
		assertThat(page.locator("main")).containsText("Choose which initiative it is about.");
		visit.picture("N1-note-refused");
		Accessible.check(page);
		page.reload();
		assertThat(fresh.getByLabel("What to remember")).hasValue("Never sent <img src=x>");
		// when
		note(visit, fresh, "A03-I02", "2026-05-22", "Summer school in Riga: 40 students, สวัสดี <b>bold</b>");
		note(visit, fresh, "A03-I02", "2026-06-30", "The platform opened");
		note(visit, fresh, "A09-I01", "2026-07-01", "Of another initiative");
		// then
		Locator school = entry(page, "Summer school");
		assertThat(school).containsText("<b>bold</b>");
		assertThat(school).containsText("Friday 22 May 2026");
		// when
		page.getByLabel("Add a picture: Friday 22 May 2026", new Page.GetByLabelOptions().setExact(false)).click();
		school.locator("input[type=file]")
			.setInputFiles(new FilePayload("school.jpg", "image/jpeg", "<html>no picture</html>".getBytes()));
		assertThat(school).containsText("“school.jpg” is not attached: it holds a web page");
		school.locator("input[type=file]")
			.setInputFiles(new FilePayload("school.jpg", "image/jpeg", TestFiles.photograph(900, 600, 1)));
		assertThat(school).containsText("It still needs a caption, a credit, an alternative text");
		school.getByText("Correct", new Locator.GetByTextOptions().setExact(true)).click();
		school.getByLabel("Caption").fill("Students on the stairs");
		school.getByLabel("Credit").fill("A. Person");
		school.getByLabel("Alternative text").fill("Forty people on stairs");
		school.getByLabel("Those shown or quoted agree").or(school.getByLabel("Those shown agree")).check();
		visit.longPicture("N2-note-correct");
		visit.button("Save the correction").click();
		assertThat(entry(page, "Summer school")).containsText("corrected by");
		assertThat(entry(page, "Summer school")).not().containsText("It still needs");
		Locator image = entry(page, "Summer school").locator("img");
		image.scrollIntoViewIfNeeded();
		assertThat(image).hasJSProperty("naturalWidth", 240);
		entry(page, "The platform").getByText("Take back", new Locator.GetByTextOptions().setExact(true)).click();
		page.getByText("Taken back (1)").click();
		visit.longPicture("N3-notes");
		visit.phonePicture("N4-notes-narrow");
		Accessible.check(page);
		page.getByText("Put back").click();
		assertThat(page.locator("main")).containsText("The note is back.");
	}

	@Test
	@Order(2)
	void nothingIsPutInByItselfAndWhatIsPutInIsSavedAndTakenOutAgain(Chromium chromium, @Autowired CycleOpening opening,
			@Autowired CycleActs acts) {
		// given
		ask(opening, acts);
		Visit visit = chromium.visit(this.port).signIn("asef");
		TaskForm form = visit.form("/i/" + CYCLE + "/A03-I02");
		Page page = visit.page();
		assertThat(page.locator("main")).containsText("Noted since your last update (2)");
		assertThat(page.locator("main")).not().containsText("Of another initiative");
		assertThat(page.getByLabel("Progress and achievements")).hasValue("");
		form.fill("Progress and achievements", "We went on.");
		assertThat(form.status()).containsText(SAVED);
		// when
		put(offered(page, "Summer school"), "Progress and achievements");
		assertThat(page.locator("main")).containsText("Noted since your last update (1)");
		put(offered(page, "The platform"), "Progress and achievements");
		// then
		String both = "We went on.\n\n22 May 2026: Summer school in Riga: 40 students, สวัสดี <b>bold</b> (https://riga.example/school)\n\n30 June 2026: The platform opened (https://riga.example/school)";
		assertThat(page.getByLabel("Progress and achievements")).hasValue(both);
		assertThat(form.field("media").locator(".st-row")).containsText("school.jpg");
		visit.longPicture("N5-offered");
		page.reload();
		assertThat(page.getByLabel("Progress and achievements")).hasValue(both);
		assertThat(form.field("media").locator(".st-row").getByLabel("Caption")).hasValue("Students on the stairs");
		assertThat(form.field("media").locator(".st-row").getByLabel("Those shown or quoted agree to publication"))
			.isChecked();
		assertThat(page.locator("main")).containsText("All of them are in this update.");
		// when
		page.getByText("Noted since your last update (0)").click();
		page.getByText("Put into this update (2)").click();
		page.getByLabel(Pattern.compile("^Offer it again: .*The platform")).click();
		put(offered(page, "The platform"), "Events");
		assertThat(form.field("events").getByLabel("Title"))
			.hasValue("The platform opened (https://riga.example/school)");
		page.getByText("Noted since your last update (0)").click();
		page.getByText("Put into this update (2)").click();
		visit.picture("N6-put-in");
		visit.phonePicture("N7-put-in-narrow");
		Accessible.check(page);
		page.getByLabel(Pattern.compile("^Take it out again: .*The platform")).click();
		// then
		assertThat(page.locator("main")).containsText("Noted since your last update (1)");
		assertThat(form.field("events").getByLabel("Title")).hasCount(0);
		assertThat(page.getByLabel("Progress and achievements")).hasValue(both);
	}

	@Test
	@Order(3)
	void theSameFormInTasklistOffersThemAndTheCockpitHasNoWordOfThem(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("asef");
		// when, then
		assertThat(visit.tasklist().list("My updates").task("A09-I01").frame()).containsText("Of another initiative");
		visit.picture("N8-tasklist");
		Visit secretariat = chromium.visit(this.port).signIn("aes");
		String told = (String) secretariat.open("/")
			.evaluate("async () => (await fetch('/api/cockpit/initiatives/A09-I01')).text()");
		org.assertj.core.api.Assertions.assertThat(told)
			.contains("Wrote a note")
			.doesNotContain("Of another initiative");
		secretariat.open("/i/" + CYCLE + "/A09-I01");
		assertThat(secretariat.page().locator("main")).containsText("As its coordinators see it");
		assertThat(secretariat.page().locator("main")).not().containsText("Of another initiative");
	}

	@Test
	@Order(4)
	void whatWasNotedOfAMergedInitiativeSaysWhereItComesFrom(Chromium chromium) {
		// given
		this.jdbc
			.sql("""
					insert into plan_change (act, initiative, other, from_day, reason, decided_by, means, entered_at, entered_by,
					    in_force_at)
					values ('merge', 'A03-I77', 'A03-I02', '2026-01-01', 'They are one', 'secretariat', 'Merged', now(), 'aes',
					    now())""")
			.update();
		this.jdbc.sql("""
				insert into note (initiative, day, text, written_at, written_by)
				values ('A03-I77', '2025-12-01', 'Of the merged one', now(), 'asef')""").update();
		// when
		Visit visit = chromium.visit(this.port).signIn("asef");
		TaskForm form = visit.form("/i/" + CYCLE + "/A03-I02");
		// then
		assertThat(offered(visit.page(), "Of the merged one"))
			.containsText("Noted about A03-I77, which was merged into A03-I02.");
		visit.picture("N9-merged");
		Accessible.check(visit.page());
		// when
		put(offered(visit.page(), "Of the merged one"), "Progress and achievements");
		// then
		assertThat(visit.page().getByLabel("Progress and achievements"))
			.hasValue(Pattern.compile("\n\n1 December 2025: Of the merged one$"));
		assertThat(form.status()).containsText("The note is put in");
	}

	private void ask(CycleOpening opening, CycleActs acts) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		opening.open(new NewCycle(CYCLE.value(), "From Seoul onwards", "Europe/Rome", List.of(), today.plusDays(30),
				today.plusDays(60), today.plusDays(90), today.plusDays(100), today.plusDays(120), today.plusDays(130),
				List.of(), null, null), "aes");
		acts.sendRequests(CYCLE, "aes");
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.jdbc.sql("select count(*) from update_request where cycle = 'ASEMME11'")
				.query(Integer.class)
				.single() == 52);
	}

	private static void note(Visit visit, Locator fresh, String initiative, String day, String text) {
		fresh.getByLabel("Initiative").selectOption(initiative);
		fresh.getByLabel("Day").fill(day);
		fresh.getByLabel("What to remember").fill(text);
		fresh.getByLabel("Web address").fill("https://riga.example/school");
		visit.button("Note it").click();
		assertThat(entry(visit.page(), text)).containsText("Noted by");
	}

	private static Locator entry(Page page, String text) {
		return page.locator("article.st-mine", new Page.LocatorOptions().setHasText(text));
	}

	private static Locator offered(Page page, String text) {
		return page.locator("li.st-mine", new Page.LocatorOptions().setHasText(text));
	}

	private static void put(Locator note, String field) {
		note.locator("select").selectOption(new SelectOption().setLabel(field));
		note.getByText("Put it in", new Locator.GetByTextOptions().setExact(true)).click();
	}

}
