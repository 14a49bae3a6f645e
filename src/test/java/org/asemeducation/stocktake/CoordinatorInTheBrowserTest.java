package org.asemeducation.stocktake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.TaskForm;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.NewCycle;
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

		// when the page is left, and brought back as it was
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
	void keyboardIsEnoughToSignInAndSubmit(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port);
		Page page = visit.open("/i/" + CYCLE + "/A01-I02");

		// when
		type(page, page.getByLabel("E-mail address"), "asef@stocktake.example");
		type(page, page.getByLabel("Password"), "demo");
		page.keyboard().press("Enter");
		for (Locator line : lines(page)) {
			reach(page, line.locator("input").first());
			page.keyboard().press("ArrowRight");
			assertThat(line.locator("input").nth(1)).isChecked();
		}
		type(page, page.getByLabel("Progress and achievements"), "All of it by keyboard.");
		for (String answer : List.of("Completed", "Achieved", "Concluded")) {
			Locator choice = page.getByLabel(answer, new Page.GetByLabelOptions().setExact(true));
			reach(page, choice.locator("xpath=ancestor::fieldset").locator("input").first());
			page.keyboard().press("ArrowLeft");
			assertThat(choice).isChecked();
		}
		reach(page, visit.button("Submit for review"));
		page.keyboard().press("Enter");

		// then
		assertThat(page.locator("main")).containsText("The update is submitted");
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

	private static void type(Page page, Locator field, String text) {
		reach(page, field);
		page.keyboard().type(text);
	}

	/** Presses Tab until the field has the keyboard, as somebody without a mouse does. */
	private static void reach(Page page, Locator field) {
		assertThat(field).isVisible();
		for (int tabs = 0; tabs < 200 && !isFocused(field); tabs++) {
			page.keyboard().press("Tab");
		}
		assertThat(isFocused(field)).as("reached by keyboard").isTrue();
	}

	private static boolean isFocused(Locator field) {
		return (boolean) field.evaluate("field => field === document.activeElement");
	}

}
