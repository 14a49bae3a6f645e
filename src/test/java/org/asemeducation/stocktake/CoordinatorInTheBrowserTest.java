package org.asemeducation.stocktake;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
		assertThat(form.status()).containsText(Pattern.compile("^Saved \\d\\d:\\d\\d"));
	}

	@Test
	void secondWriterOnAnOldVersionIsToldAndNothingIsLost(Chromium chromium) {
		// given
		TaskForm one = form(chromium.visit(this.port).signIn("asef"), "A17-I02");
		Visit colleague = chromium.visit(this.port).signIn("asef");
		TaskForm two = form(colleague, "A17-I02");
		one.fill("Highlights", "Words of the first writer").press("Save");
		assertThat(one.status()).containsText("Saved");

		// when
		two.fill("Highlights", "Words of the second writer").press("Save");

		// then
		assertThat(two.notice()).containsText("Nothing was overwritten: choose what holds");
		assertThat(two.notice()).containsText("Words of the first writer");
		assertThat(two.notice()).containsText("Words of the second writer");
		colleague.picture("40-two-writers");
		Accessible.check(colleague.page());
		two.notice().getByLabel("What you typed").check();
		two.press("Continue with what I have chosen");
		assertThat(two.field("highlights").locator("textarea")).hasValue("Words of the second writer");
		assertThat(two.status()).containsText(Pattern.compile("^Saved \\d\\d:\\d\\d"));
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
		assertThat(page.locator("main textarea")).hasCount(0);
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
