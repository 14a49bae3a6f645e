package org.asemeducation.stocktake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.Keys;
import org.asemeducation.stocktake.browser.TaskForm;
import org.asemeducation.stocktake.browser.Tasklist;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.update.files.TestFiles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What coordinators are promised: nothing they typed gets lost, nobody else writes for
 * them, and a keyboard is enough. Each test has an initiative of its own.
 */
@BrowserTest
class CoordinatorInTheBrowserTest {

	private static final CycleName CYCLE = new CycleName("ASEMME11");

	private static final Pattern SAVED = Pattern.compile("^Saved \\d\\d:\\d\\d");

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
	void draftSurvivesTheBrowser(Chromium chromium) {
		// given
		Visit first = chromium.visit(this.port).signIn("asef@stocktake.example");
		TaskForm form = form(first, "A17-I03");

		// when
		form.fill("Progress and achievements", "Typed on a train.").press("Save");
		assertThat(form.status()).containsText("Saved");
		Accessible.check(first.page());
		first.close();

		// then
		Visit second = chromium.visit(this.port).signIn("asef@stocktake.example");
		assertThat(progress(form(second, "A17-I03"))).hasValue("Typed on a train.");
	}

	@Test
	void whatIsTypedIsSavedWithoutAsking(Chromium chromium) {
		// given
		TaskForm form = form(chromium.visit(this.port).signIn("asef"), "A03-I02");

		// when
		form.fill("Highlights", "Nobody pressed a button.");

		// then
		assertThat(form.status()).containsText(SAVED);
	}

	@Test
	void twoPeopleWhoWriteAtOnceSeeEachOthersTextAndNothingIsLost(Chromium chromium) {
		// given
		bothCoordinate("A01-I01", "ASEF", "ETF");
		Visit lead = chromium.visit(this.port).signIn("asef@stocktake.example");
		TaskForm one = form(lead, "A01-I01");
		Visit colleague = chromium.visit(this.port).signIn("etf@stocktake.example");
		TaskForm two = form(colleague, "A01-I01");
		assertThat(lead.button("Submit for review")).hasCount(1);
		assertThat(colleague.button("Submit for review")).hasCount(0);
		one.fill("Highlights", "Words of the lead").press("Save");
		assertThat(one.status()).containsText(SAVED);

		// when
		two.fill("Highlights", "Words of the colleague").press("Save");

		// then
		assertThat(two.notice()).containsText(nameOf("asef") + " saved another text");
		assertThat(two.notice()).containsText("Nothing was overwritten: choose what holds");
		assertThat(two.notice()).containsText("Words of the lead");
		assertThat(two.notice()).containsText("Words of the colleague");
		assertThat(saved("A01-I01", "highlights")).isEqualTo("Words of the lead");
		colleague.picture("40-two-writers");
		Accessible.check(colleague.page());
		two.notice().getByLabel("What you typed").check();
		two.press("Continue with what I have chosen");
		assertThat(two.field("highlights").locator("textarea")).hasValue("Words of the colleague");
		assertThat(two.status()).containsText(SAVED);

		// when the lead writes on without having seen it
		one.fill("Highlights", "Second thoughts of the lead").press("Save");

		// then
		assertThat(one.notice()).containsText(nameOf("etf") + " saved another text");
		assertThat(one.notice()).containsText("Words of the colleague");
		assertThat(one.notice()).containsText("Second thoughts of the lead");
		assertThat(lead.button("Submit for review")).isDisabled();
		one.notice().getByLabel("Saved by " + nameOf("etf")).check();
		one.press("Continue with what I have chosen");
		assertThat(one.status()).containsText(SAVED);
		assertThat(saved("A01-I01", "highlights")).isEqualTo("Words of the colleague");
		lead.page().getByText("Earlier versions").click();
		assertThat(lead.page().locator(".st-earlier").first()).containsText("by " + nameOf("etf"));
	}

	@Test
	void aPartThatCannotBeLoadedLeavesTheFormAndIsTriedAgain(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("asef");
		form(visit, "A17-I02").fill("Highlights", "Written before.").press("Save");
		assertThat(visit.page().locator(".st-status")).containsText(SAVED);
		Map<String, String> parts = Map.of("entry", "What is entered for others", "thread", "Questions and answers",
				"submissions", "Receipts", "wordings", "Proposed wordings", "lead", "Who submits", "extension",
				"More time", "answer", "Answers in place of an update", "somebody-else", "Who helps or takes over",
				"files", "The attached files", "desk", "What stands beside the fields");
		Pattern beside = Pattern.compile(".*/A17-I02/(" + String.join("|", parts.keySet()) + ")$");
		visit.page().route(beside, (route) -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
		visit.page().route("**/slots/A17-I02", Route::abort);

		// when
		TaskForm form = form(visit, "A17-I02");

		// then
		assertThat(form.field("highlights").locator("textarea")).hasValue("Written before.");
		parts.values().forEach((name) -> assertThat(missing(form, name)).hasCount(1));
		assertThat(missing(form, "Time at a meeting")).containsText("The server cannot be reached");
		form.fill("Challenges", "Written without any of them.");
		assertThat(form.status()).containsText(SAVED);
		visit.longPicture("50-parts-missing");
		Accessible.check(visit.page());
		form.press("Submit for review");
		assertThat(form.status()).containsText("Not submitted: What stands beside the fields");

		// when they are tried again
		again(visit, "Questions and answers").click();
		assertThat(again(visit, "Questions and answers")).isFocused();
		visit.page().unroute(beside);
		again(visit, "Questions and answers").click();
		assertThat(missing(form, "Questions and answers")).hasCount(0);
		assertThat(visit.page().locator("summary", new Page.LocatorOptions().setHasText("Ask the secretariat")))
			.isFocused();
		again(visit, "What stands beside the fields").click();

		// then the form is whole
		parts.values().forEach((name) -> assertThat(missing(form, name)).hasCount(0));
		assertThat(form.field("challenges").locator("textarea")).hasValue("Written without any of them.");
		assertThat(saved("A17-I02", "challenges")).isEqualTo("Written without any of them.");
	}

	@Test
	void aBrowserWithoutRoomSaysSoAndSaysWhenTheTextIsNowhereElse(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("iau");
		TaskForm form = form(visit, "A09-I05");
		visit.page().evaluate("""
				for (let size = 1 << 20, number = 0; size >= 1;) {
				  try {
				    localStorage.setItem(`filler${number++}`, 'x'.repeat(size));
				  } catch {
				    size = Math.floor(size / 2);
				  }
				}""");

		// when
		form.fill("Highlights", "Too much for this browser.");

		// then
		assertThat(form.frame()).containsText("This browser keeps no copy of what you type");
		assertThat(form.status()).containsText(SAVED);
		assertThat(saved("A09-I05", "highlights")).isEqualTo("Too much for this browser.");
		assertThat(visit.button("Submit for review")).isEnabled();
		visit.picture("51-no-copy");

		// when the server cannot be reached either
		visit.page().route("**/draft", Route::abort);
		form.fill("Highlights", "In this window alone.");

		// then
		assertThat(form.status()).containsText("Your text is only in this window: leave it open.");
		assertThat(form.frame().locator("[role=alert]")).containsText("Your text is only in this window");
		assertThat(form.frame()).not().containsText("This browser keeps no copy of what you type");
		assertThat(visit.button("Submit for review")).isDisabled();
		visit.picture("52-only-in-this-window");
		Accessible.check(visit.page());
		visit.page().setViewportSize(390, 844);
		visit.picture("52-only-in-this-window-narrow");
		visit.page().unroute("**/draft");
		assertThat(form.status()).containsText(SAVED);
		assertThat(form.frame().locator("[role=alert]")).hasCount(0);
		assertThat(visit.button("Submit for review")).isEnabled();
		assertThat(saved("A09-I05", "highlights")).isEqualTo("In this window alone.");
		visit.page().evaluate("localStorage.clear()");
		form.fill("Highlights", "There is room again.");
		assertThat(form.frame()).not().containsText("This browser keeps no copy");
	}

	@Test
	void aBrowserThatMayStoreNothingStillSaves(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("iau");
		visit.page()
			.addInitScript(
					"Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('No', 'SecurityError'); } })");

		// when
		TaskForm form = form(visit, "A09-I04").fill("Highlights", "Stored nowhere but there.");

		// then
		assertThat(form.status()).containsText(SAVED);
		assertThat(form.frame()).containsText("This browser keeps no copy of what you type");
		assertThat(saved("A09-I04", "highlights")).isEqualTo("Stored nowhere but there.");
		assertThat(progress(form(visit, "A09-I04"))).isVisible();
	}

	@Test
	void whoTurnsToAnotherWindowIsSavedAtOnceAndWhoComesBackWritesOn(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("etf");
		visit.page().clock().install();
		TaskForm form = form(visit, "A12-I04");
		visit.page().clock().pauseAt(Instant.now().plus(Duration.ofHours(1)).toEpochMilli());
		form.fill("Highlights", "Typed on the way.");

		// when no time passes
		visit.page().evaluate("""
				Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
				document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));""");

		// then
		assertThat(form.status()).containsText(SAVED);
		assertThat(saved("A12-I04", "highlights")).isEqualTo("Typed on the way.");

		// when the page is left, and still no time passes
		form.fill("Highlights", "Typed on leaving.");
		visit.page().evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))");

		// then
		Awaitility.await().until(() -> "Typed on leaving.".equals(saved("A12-I04", "highlights")));

		// when it is left, and brought back as it was
		visit.page().clock().resume();
		visit.page().evaluate("""
				window.left = true;
				dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
				dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));""");
		visit.page().waitForFunction("() => !window.left");
		form.fill("Highlights", "Typed after coming back.");

		// then
		assertThat(form.status()).containsText(SAVED);
		assertThat(saved("A12-I04", "highlights")).isEqualTo("Typed after coming back.");
	}

	@Test
	void aFormThatCannotBeBuiltAnewIsWrittenOn(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("etf");
		TaskForm form = form(visit, "A05-I04");
		Locator closed = form.field("highlights").locator("xpath=ancestor::*[@inert]");
		List<Route> held = new ArrayList<>();
		Pattern theUpdate = Pattern.compile(".*/api/updates/[^/]+/A05-I04$");
		visit.page().route(theUpdate, held::add);
		form.fill("Highlights", "Typed before it was taken over.");

		// when
		form.press("Take over");

		// then nothing is typed into what is about to go
		assertThat(closed).hasCount(1);
		visit.page().waitForCondition(() -> !held.isEmpty());
		assertThat(saved("A05-I04", "highlights")).isEqualTo("Typed before it was taken over.");

		// when it cannot be built anew
		held.forEach(Route::abort);

		// then it is as it was
		assertThat(form.status()).containsText("The server cannot be reached");
		assertThat(closed).hasCount(0);
		assertThat(form.field("highlights").locator("textarea")).hasValue("Typed before it was taken over.");
		form.fill("Highlights", "Typed after that.");
		assertThat(form.status()).containsText(SAVED);
		assertThat(saved("A05-I04", "highlights")).isEqualTo("Typed after that.");
	}

	@Test
	void anotherPartysInitiativeShowsOneSentence(Chromium chromium) {
		// given
		Visit stranger = chromium.visit(this.port).signIn("etf");

		// when
		Page page = stranger.open("/i/" + CYCLE + "/A01-I02");

		// then
		assertThat(page.locator("main .st-sentence"))
			.hasText("Only those who coordinate A01-I02, the reviewers and the secretariat may read its update.");
		assertThat(page.locator("textarea")).hasCount(0);
		stranger.picture("41-not-yours");
		Accessible.check(page);
	}

	@Test
	void submittedUpdateIsThereToReadOnly(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("iau");
		TaskForm form = form(visit, "A01-I08");
		form.fill("Progress and achievements", "The survey was answered in eleven countries.")
			.answerEveryLine()
			.choose("Completion", "Completed")
			.choose("Aims", "Achieved")
			.choose("Continuation", "Concluded");

		// when
		form.press("Submit for review");

		// then
		assertThat(visit.page().locator("main")).containsText("The update is submitted");
		visit.picture("42-submitted");
		Page page = visit.open("/i/" + CYCLE + "/A01-I08");
		assertThat(page.locator("main")).containsText("The survey was answered in eleven countries.");
		assertThat(page.locator("main")).containsText("In review");
		assertThat(page.locator("main [data-field=progress] textarea")).hasCount(0);
		assertThat(visit.button("Submit for review")).hasCount(0);
		visit.picture("43-read-only");
		Accessible.check(page);
	}

	@Test
	void keyboardIsEnoughFromSigningInToSubmittingAndIsSeenWhereverItIs(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port);
		Page page = visit.open("/i/" + CYCLE + "/A01-I02");
		Keys keys = visit.keys();

		// when signing in
		keys.to(page.getByLabel("E-mail address")).type("asef@stocktake.example");
		keys.to(page.getByLabel("Password")).type("demo").press("Enter");

		// then the form is there, and what stands above it is passed over
		TaskForm form = visit.shownForm();
		keys.press("Tab").at(page.getByText("Skip to the content")).press("Enter");
		page.waitForFunction("() => location.hash === '#content'");

		// when going through what stands above the fields
		Locator thread = page.locator("summary", new Page.LocatorOptions().setHasText("Ask the secretariat"));
		keys.to(thread).press("Enter");
		assertThat(page.getByLabel("Your message")).isVisible();
		keys.press("Space");
		assertThat(page.getByLabel("Your message")).isHidden();
		Locator sections = page.getByRole(AriaRole.NAVIGATION,
				new Page.GetByRoleOptions().setName("Sections of the form"));
		Locator jump = sections.getByRole(AriaRole.BUTTON).nth(1);
		keys.to(jump).press("Enter");
		Locator heading = page.locator(".st-section-title", new Page.LocatorOptions().setHasText(jump.textContent()));
		keys.at(heading);
		keys.backTo(sections.getByRole(AriaRole.BUTTON).first()).press("Enter");

		// when answering, from here on a narrow screen
		everyLineIsAnswered(keys, page);
		page.setViewportSize(390, 844);
		keys.to(page.getByLabel("Progress and achievements")).type("All of it by keyboard.");
		listIsWrittenAndPutInOrder(keys, form);
		statusIsChosen(keys, page);
		fileIsAttachedAndTakenOut(keys, form);
		keys.to(visit.button("Save"));
		Object before = page.evaluate("scrollY");
		keys.press("Enter");
		assertThat(form.status()).containsText(SAVED);
		keys.at(visit.button("Save"));
		assertThat(page.evaluate("scrollY")).as("nothing moves by itself").isEqualTo(before);

		// when something is missing
		keys.to(visit.button("Submit for review")).press("Enter");
		Locator summary = form.notice().getByRole(AriaRole.BUTTON).first();
		assertThat(form.notice().locator(".st-panel")).isFocused();
		keys.to(summary).press("Enter");
		Locator title = page.getByLabel("Title of the document");
		keys.at(title).type("By keyboard, too");

		// then
		keys.to(visit.button("Submit for review")).press("Enter");
		assertThat(page.locator("main")).containsText("The update is submitted");
		assertThat(page.locator(".st-panel-done")).isFocused();
		keys.press("Tab").at(page.getByText("Go to Tasklist"));
	}

	@Test
	void inTasklistAKeyboardReachesTheFormAndSubmits(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port);
		Page page = visit.open("/camunda/app/tasklist/default/");
		Keys keys = visit.keys();
		keys.to(page.getByLabel("E-mail address")).type("iau@stocktake.example");
		keys.to(page.getByLabel("Password")).type("demo").press("Enter");
		Tasklist tasklist = visit.shownTasklist();

		// when
		keys.to(page.locator(".task-filter", new Page.LocatorOptions().setHasText("My updates")).locator("h4 a"))
			.press("Enter");
		keys.to(tasklist.entry("A01-I07")).press("Enter");
		TaskForm form = tasklist.open();
		everyLineIsAnswered(keys, page);
		keys.to(page.getByLabel("Progress and achievements")).type("In Tasklist, by keyboard.");
		listIsWrittenAndPutInOrder(keys, form);
		assertThat(form.status()).containsText(SAVED);
		keys.to(visit.button("Submit for review")).press("Enter");

		// then what is missing has the keyboard
		assertThat(form.notice().locator(".st-panel")).isFocused();
		keys.to(form.notice().getByRole(AriaRole.BUTTON).first()).press("Enter");
		statusIsChosen(keys, page);
		keys.to(visit.button("Submit for review")).press("Enter");
		assertThat(tasklist.messages()).containsText("The update is submitted");
	}

	private static void everyLineIsAnswered(Keys keys, Page page) {
		for (Locator line : lines(page)) {
			keys.choose(line.locator("input").nth(1));
		}
	}

	private static void statusIsChosen(Keys keys, Page page) {
		for (String answer : List.of("Completed", "Achieved", "Concluded")) {
			keys.choose(page.getByLabel(answer, new Page.GetByLabelOptions().setExact(true)));
		}
	}

	private static void listIsWrittenAndPutInOrder(Keys keys, TaskForm form) {
		Locator partners = form.field("partners");
		Locator add = partners.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add a partner"));
		int before = partners.locator("input").count();
		for (String name : List.of("One", "Two", "Three")) {
			keys.to(add).press("Enter");
			keys.at(partners.locator("input").last()).type(name);
		}
		assertThat(partners.locator("[role=status]")).hasText("Partner %d added.".formatted(before + 3));
		keys.to(partners.getByLabel("Move partner %d up".formatted(before + 3))).press("Enter").press("Enter");
		assertThat(partners.locator("[role=status]"))
			.hasText("Moved: now partner %d of %d.".formatted(before + 1, before + 3));
		assertThat(partners.locator("input").nth(before)).hasValue("Three");
		keys.at(partners.locator(".st-row").nth(before).getByRole(AriaRole.BUTTON).first());
		keys.to(partners.getByLabel("Remove partner %d".formatted(before + 2))).press("Space");
		assertThat(partners.locator("[role=status]")).hasText("Partner removed.");
		keys.at(partners.getByLabel("Remove partner %d".formatted(before + 2))).press("Enter");
		keys.at(add);
		assertThat(partners.locator("input")).hasCount(before + 1);
	}

	private static void fileIsAttachedAndTakenOut(Keys keys, TaskForm form) {
		Locator media = form.field("media");
		Locator chooser = media.locator("input[type=file]");
		Page page = form.visit().page();
		page.onFileChooser((it) -> {
		}); // the browser begins to wait for one now: it would miss the first press else
		keys.to(chooser);
		FileChooser files = page.waitForFileChooser(() -> keys.press("Enter"));
		files.setFiles(new FilePayload("plan.docx", "application/octet-stream", TestFiles.docx()));
		assertThat(media.locator(".st-row")).hasCount(1);
		assertThat(media.locator("[role=status].st-unseen")).containsText("plan.docx is attached.");
		keys.at(chooser).backTo(media.getByLabel("Remove document 1")).press("Enter");
		assertThat(media.locator(".st-row")).hasCount(0);
		keys.at(chooser)
			.to(media.locator("summary"))
			.press("Enter")
			.to(media.getByLabel("Put back: plan.docx"))
			.press("Enter");
		keys.at(media.getByLabel("Title of the document"));
	}

	private static Locator missing(TaskForm form, String name) {
		return form.frame()
			.locator(".st-panel")
			.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + name + ".* could not be loaded")));
	}

	private static Locator again(Visit visit, String name) {
		return visit.page()
			.getByRole(AriaRole.BUTTON,
					new Page.GetByRoleOptions().setName(Pattern.compile("^Try again: " + name + ".*")));
	}

	private String nameOf(String user) {
		return this.jdbc.sql("select name from contact where user_id = :user order by id limit 1")
			.param("user", user)
			.query(String.class)
			.single();
	}

	private String saved(String initiative, String field) {
		return this.jdbc.sql("select content ->> :field from draft where cycle = :cycle and initiative = :initiative")
			.param("field", field)
			.param("cycle", CYCLE.value())
			.param("initiative", initiative)
			.query(String.class)
			.single();
	}

	private void bothCoordinate(String initiative, String lead, String other) {
		this.jdbc.sql("delete from coordination where initiative = :initiative")
			.param("initiative", initiative)
			.update();
		for (String party : List.of(lead, other)) {
			this.jdbc.sql("""
					insert into coordination (initiative, party, role, position)
					select :initiative, id, 'coordinator', :position from party where acronym = :party""")
				.param("initiative", initiative)
				.param("position", party.equals(lead) ? 1 : 2)
				.param("party", party)
				.update();
		}
	}

	private TaskForm form(Visit visit, String initiative) {
		return visit.form("/i/" + CYCLE + "/" + initiative);
	}

	private static Locator progress(TaskForm form) {
		return form.field("progress").locator("textarea");
	}

	private static List<Locator> lines(Page page) {
		assertThat(page.locator(".st-said").first()).isVisible();
		return page.locator(".st-said .st-options").all();
	}

}
