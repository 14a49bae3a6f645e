package org.asemeducation.stocktake;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Locator;
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
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Two reviewers return an update as one list; its coordinator answers each remark, and
 * the reviewer sees the answers.
 */
@BrowserTest
class FixListInTheBrowserTest {

	private static final CycleName CYCLE = new CycleName("ASEMME18");

	private static final String FORM = "/i/" + CYCLE + "/A01-I02";

	@LocalServerPort
	private int port;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void whatTwoReviewersNoteIsAnsweredRemarkByRemark(Chromium chromium, @Autowired CycleOpening opening,
			@Autowired CycleActs acts) {
		// given
		askForUpdates(opening, acts);
		Visit coordinator = chromium.visit(this.port).signIn("asef@stocktake.example");
		submit(coordinator.form(FORM));
		Visit secretariat = chromium.visit(this.port).signIn("aes@stocktake.example");
		TaskForm second = secretariat.form(FORM);
		second.press("Add a remark on “Planned activities”");
		second.fill("Remark on “Planned activities”", "Until when?");
		assertThat(second.status()).containsText("Your remark is saved");
		// when
		Visit reviewer = chromium.visit(this.port).signIn("swg@stocktake.example");
		TaskForm review = reviewer.form(FORM);
		assertThat(reviewer.page().locator("main")).containsText("Until when?");
		review.press("Add a remark on “Highlights”");
		review.fill("Remark on “Highlights”", "Which countries did they come from?");
		review.press("Return with remarks");
		assertThat(review.notice().locator("ol > li")).hasCount(2);
		reviewer.picture("95-return-as-a-list");
		reviewer.page().setViewportSize(390, 900);
		reviewer.picture("95-return-as-a-list-narrow");
		Accessible.check(reviewer.page());
		reviewer.page().setViewportSize(1400, 900);
		review.press("Yes, return it");
		assertThat(reviewer.page().locator("main")).containsText("The update is returned");
		// then only what has a remark is open
		TaskForm form = coordinator.form(FORM);
		Locator list = coordinator.page().locator(".st-fixes");
		assertThat(list.locator(".st-fix")).hasCount(2);
		assertThat(list).containsText("2 of 2 to answer before you submit.");
		assertThat(form.field("progress")).containsText("Locked");
		assertThat(form.field("progress").locator("textarea")).hasCount(0);
		assertThat(form.field("highlights").locator("textarea")).hasCount(1);
		coordinator.longPicture("96-fix-list");
		coordinator.page().setViewportSize(390, 900);
		list.scrollIntoViewIfNeeded();
		coordinator.longPicture("96-fix-list-narrow");
		Accessible.check(coordinator.page());
		coordinator.page().setViewportSize(1400, 900);
		form.fill("Highlights", "More than 200 people from 34 countries.");
		form.press("Submit for review");
		assertThat(form.notice()).containsText("Remark 1: mark it as done, or say why not.");
		answer(list.locator(".st-fix").nth(0), "Done");
		answer(list.locator(".st-fix").nth(1), "Not, because …");
		list.getByLabel("Why remark 2 is not done").fill("the ministry decides in May");
		assertThat(list).containsText("Every remark is answered.");
		coordinator.picture("97-answers");
		form.press("Submit for review");
		assertThat(coordinator.page().locator("main")).containsText("The update is submitted");
		// then the reviewer sees remark, answer and change together
		reviewer.form(FORM);
		Locator changes = reviewer.page().locator(".st-changes");
		assertThat(changes).containsText("Which countries did they come from?");
		assertThat(changes).containsText("Done");
		assertThat(changes.locator("ins").first()).containsText("from 34 countries");
		assertThat(changes).containsText("Not, because the ministry decides in May");
		reviewer.longPicture("98-answers-beside-the-changes");
		reviewer.narrowPicture("98-answers-beside-the-changes-narrow");
		Accessible.check(reviewer.page());
	}

	private void askForUpdates(CycleOpening opening, CycleActs acts) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		opening.open(new NewCycle(CYCLE.value(), "From Seoul onwards", "Europe/Rome", List.of(), today.plusDays(30),
				today.plusDays(60), today.plusDays(90), today.plusDays(100), today.plusDays(120), today.plusDays(130),
				List.of(), null, null), "aes");
		acts.sendRequests(CYCLE, "aes");
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.jdbc.sql("select count(*) from update_request where cycle = :cycle")
				.param("cycle", CYCLE.value())
				.query(Integer.class)
				.single() == 52);
		this.jdbc.sql("update mail set state = 'sent', sent_at = now(), secret = null where cycle = :cycle")
			.param("cycle", CYCLE.value())
			.update();
	}

	private static void submit(TaskForm form) {
		form.fill("Progress and achievements", "Four schools were held.")
			.fill("Highlights", "More than 200 people.")
			.answerEveryLine()
			.choose("Completion", "Partly completed")
			.choose("Aims", "Partly achieved")
			.choose("Continuation", "Ongoing");
		form.press("Add an activity");
		form.fill("Activity", "Fifth edition in Jakarta").fill("When", "2030");
		form.press("Submit for review");
		assertThat(form.visit().page().locator("main")).containsText("The update is submitted");
	}

	private static void answer(Locator fix, String label) {
		fix.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).check();
	}

}
