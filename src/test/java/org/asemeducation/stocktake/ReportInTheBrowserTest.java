package org.asemeducation.stocktake;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ViewportSize;
import com.microsoft.playwright.options.WaitUntilState;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.TaskForm;
import org.asemeducation.stocktake.browser.Tasklist;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Tasks;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the compiled draft to the edited report, as the secretariat and the Standing
 * Working Group do it in Tasklist: nothing they type gets lost, and whoever ends
 * something knows what follows.
 */
@BrowserTest
class ReportInTheBrowserTest {

	private static final CycleName CYCLE = new CycleName("ASEMME12");

	private static final String FOREWORD = "Two years after Seoul, partners look back on 52 initiatives.";

	private static final String ABOUT_FOREWORD = "Say who signs the foreword.";

	private static final String ABOUT_INITIATIVE = "Which universities took part?";

	@LocalServerPort
	private int port;

	@Autowired
	private Clock clock;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Reports reports;

	@Autowired
	private ManagementService management;

	private Chromium chromium;

	@Test
	void chaptersAreWrittenCommentsMadeAndTakenIn(Chromium chromium, @Autowired CycleOpening opening,
			@Autowired CycleActs acts) {
		this.chromium = chromium;
		compileADraft(opening, acts);
		Visit secretariat = visit("aes");
		writeForeword(secretariat);
		textThatNeverReachedTheServerIsOffered(secretariat);
		twoWritersAreToldOfEachOther(secretariat);
		finishForeword(secretariat);
		leaveOutOutlook(secretariat);
		edit(secretariat);
		Visit reviewer = visit("swg");
		nothingReturnsAfterTheGathering(reviewer);
		comment(reviewer);
		secretariatReadsWhatIsWritten(secretariat);
		handIn(reviewer, secretariat);
		wordsThatCameTooLateAreNotLost(secretariat);
		theDraftGoesRound(secretariat, reviewer);
		everyPageOfTheDraftIsLookedAt(secretariat);
		takeIn(secretariat);
		finish(secretariat);
		readWhatBecameOfThem(reviewer);
	}

	private void compileADraft(CycleOpening opening, CycleActs acts) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		opening.open(new NewCycle(CYCLE.value(), "From Seoul onwards", "Europe/Rome", List.of(), today.plusDays(30),
				today.plusDays(60), today.plusDays(90), today.plusDays(100), today.plusDays(128), today.plusDays(142),
				List.of(), null, null), "aes");
		acts.sendRequests(CYCLE, "aes");
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.tasks.open(BusinessKey.of(CYCLE.value()), "userTask_closeGathering").isPresent());
		submit(visit("asef"));
		acts.closeGathering(CYCLE, "aes");
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> this.reports.latest(CYCLE).isPresent());
	}

	private Visit visit(String account) {
		return this.chromium.visit(this.port).signIn(account + "@stocktake.example");
	}

	private void submit(Visit coordinator) {
		TaskForm form = coordinator.form("/i/%s/A03-I02".formatted(CYCLE));
		form.fill("Progress and achievements", "The day was marked in eleven countries.")
			.answerEveryLine()
			.choose("Completion", "Completed")
			.choose("Aims", "Achieved")
			.choose("Continuation", "Concluded")
			.press("Submit for review");
		assertThat(coordinator.page().locator("main")).containsText("The update is submitted");
	}

	private void writeForeword(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat").awaitTask("Write foreword");
		assertThat(tasklist.entry("Write outlook")).isVisible();
		TaskForm form = tasklist.task("Write foreword");
		form.fill("Foreword", FOREWORD);
		assertThat(form.status()).containsText(saved());
		secretariat.picture("50-write-foreword");
		narrow(form, "51-write-foreword-narrow");
		Accessible.check(secretariat.page());
		secretariat.page().reload();
		assertThat(chapter(secretariat.shownTasklist().open())).hasValue(FOREWORD);
	}

	private void textThatNeverReachedTheServerIsOffered(Visit secretariat) {
		Page page = secretariat.page();
		page.route("**/chapters/foreword", Route::abort);
		TaskForm form = secretariat.shownTasklist().open();
		form.fill("Foreword", "Typed on a train.");
		assertThat(form.status()).containsText("The server cannot be reached");
		form = secretariat.tasklist().list("Secretariat").task("Write foreword");
		assertThat(form.frame()).containsText("This browser kept text");
		assertThat(form.frame()).containsText("Typed on a train.");
		secretariat.picture("52-text-kept-in-the-browser");
		page.unroute("**/chapters/foreword");
		form.frame().getByLabel("As saved on the server").check();
		form.press("Continue with what I have chosen");
		assertThat(chapter(form)).hasValue(FOREWORD);
		assertThat(form.status()).containsText(saved());
	}

	private void twoWritersAreToldOfEachOther(Visit secretariat) {
		Visit colleague = visit("aes");
		TaskForm theirs = colleague.tasklist().list("Secretariat").task("Write foreword");
		theirs.fill("Foreword", "Words of a colleague.");
		assertThat(theirs.status()).containsText(saved());
		colleague.close();
		TaskForm form = secretariat.shownTasklist().open();
		form.fill("Foreword", FOREWORD + " And ahead.").press("Save");
		assertThat(form.frame()).containsText("Nothing was overwritten: choose what holds");
		assertThat(form.frame()).containsText("Words of a colleague.");
		secretariat.picture("53-two-writers");
		Accessible.check(secretariat.page());
		form.frame().getByLabel("What you typed").check();
		form.press("Continue with what I have chosen");
		assertThat(form.status()).containsText(saved());
		assertThat(chapter(form)).hasValue(FOREWORD + " And ahead.");
	}

	private void finishForeword(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat");
		tasklist.task("Write foreword")
			.fill("Foreword", FOREWORD)
			.press("Finish the foreword")
			.press("Yes, it is finished");
		assertThat(tasklist.messages()).containsText("The foreword is finished");
		assertThat(tasklist.entry("Write foreword")).hasCount(0);
	}

	private void leaveOutOutlook(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat");
		assertThat(tasklist.entry("Edit report")).hasCount(0);
		TaskForm form = tasklist.task("Write outlook");
		form.press("Finish the outlook");
		assertThat(form.notice()).containsText("Does the report do without");
		secretariat.picture("54-leave-out-asked");
		form.press("Yes, leave it out");
		assertThat(tasklist.messages()).containsText("The outlook is finished");
	}

	private void edit(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat").awaitTask("Edit report");
		TaskForm form = tasklist.task("Edit report");
		assertThat(chapter(form)).hasValue(FOREWORD);
		form.fill("Expert reflections and outlook", "Partners expect more exchange.").press("Compile again");
		assertThat(form.status()).containsText("Compiled version 2");
		secretariat.picture("55-edit-report");
		Accessible.check(secretariat.page());
		form.press("Finish editing");
		assertThat(form.notice()).containsText("the Standing Working Group is asked for comments on it until");
		secretariat.picture("56-finish-editing-asked");
		form.press("Yes, it is finished");
		assertThat(tasklist.messages()).containsText("Editing is finished");
	}

	private void nothingReturnsAfterTheGathering(Visit reviewer) {
		TaskForm form = reviewer.tasklist().list("To review").task("Review update: A03-I02");
		assertThat(form.frame()).containsText("The day was marked in eleven countries.");
		assertThat(reviewer.button("Accept")).isVisible();
		assertThat(reviewer.button("Return with remarks")).hasCount(0);
		assertThat(form.frame()).containsText("nothing is returned any more");
		assertThat(form.frame().getByText("Add a remark")).hasCount(0);
		reviewer.picture("57-review-after-the-gathering");
		Accessible.check(reviewer.page());
	}

	private void comment(Visit reviewer) {
		Tasklist tasklist = reviewer.tasklist().list("To review").awaitTask("Comment on the draft");
		TaskForm form = tasklist.task("Comment on the draft");
		reviewer.picture("57b-comment-empty");
		form.press("Hand in the comments");
		assertThat(form.notice()).containsText("Nobody has written a comment yet");
		Page draft = reviewer.page().waitForPopup(() -> form.frame().getByText("Read the draft").click());
		assertThat(draft.locator("body")).containsText(FOREWORD);
		assertThat(draft.locator("body")).containsText("Partners expect more exchange.");
		draft.close();
		Download word = reviewer.page()
			.waitForDownload(() -> form.frame().getByText("Download the draft for Word").click());
		assertThat(word.suggestedFilename()).isEqualTo("ASEMME12-stocktaking-report-draft-3.docx");
		add(form, 1, "Foreword", ABOUT_FOREWORD);
		add(form, 2, "A01-I01", ABOUT_INITIATIVE);
		assertThat(form.status()).containsText(saved());
		reviewer.picture("58-comments");
		narrow(form, "59-comments-narrow");
		Accessible.check(reviewer.page());
		reviewer.page().reload();
		TaskForm again = reviewer.shownTasklist().open();
		assertThat(again.group("Comment 2").locator("textarea")).hasValue(ABOUT_INITIATIVE);
		again.press("No comments");
		assertThat(again.notice()).containsText("There are 2 comments");
	}

	private static void add(TaskForm form, int number, String about, String text) {
		form.press("Add a comment");
		Locator comment = form.group("Comment " + number);
		String option = comment.locator("option")
			.filter(new Locator.FilterOptions().setHasText(about))
			.first()
			.getAttribute("value");
		comment.getByLabel("About").selectOption(option);
		comment.locator("textarea").fill(text);
	}

	private void secretariatReadsWhatIsWritten(Visit secretariat) {
		TaskForm form = secretariat.tasklist().list("Secretariat").task("Comment on the draft");
		assertThat(form.frame()).containsText("What others have written");
		assertThat(form.frame()).containsText(ABOUT_INITIATIVE);
		form.press("Add a comment");
		form.group("Comment 1").locator("textarea").fill("Fewer tables.");
		assertThat(form.status()).containsText(saved());
		secretariat.longPicture("60-what-others-have-written");
	}

	/** As many comments as were seen, and other words: nobody hands those in unread. */
	private void handIn(Visit reviewer, Visit secretariat) {
		Tasklist tasklist = reviewer.shownTasklist();
		TaskForm form = tasklist.open();
		form.press("Hand in the comments");
		assertThat(form.notice()).containsText("2 comments by you and 1 comment by others");
		assertThat(form.frame()).containsText("Fewer tables.");
		reviewer.picture("61-hand-in-asked");
		TaskForm theirs = secretariat.shownTasklist().open();
		theirs.group("Comment 1").locator("textarea").fill("Fewer tables, more pictures.");
		assertThat(theirs.status()).containsText(saved());
		form.press("Yes, hand in");
		assertThat(form.notice()).containsText("somebody has saved comments since you looked");
		assertThat(form.frame()).containsText("Fewer tables, more pictures.");
		reviewer.picture("61a-written-meanwhile");
		form.press("Hand in the comments");
		form.press("Yes, hand in");
		assertThat(tasklist.messages()).containsText("The comments are handed in");
		assertThat(tasklist.entry("Comment on the draft")).hasCount(0);
	}

	private void wordsThatCameTooLateAreNotLost(Visit secretariat) {
		String words = "The report in general:\nAnd a map, please.";
		TaskForm form = secretariat.shownTasklist().open();
		form.press("Add a comment");
		form.group("Comment 2").locator("textarea").fill("And a map, please.");
		assertThat(late(secretariat).getByLabel("Your words")).hasValue(words);
		secretariat.picture("61b-words-too-late");
		Accessible.check(secretariat.page());
		form.press("Hand in the comments");
		assertThat(form.status()).containsText("Your words stand above");
		Page page = secretariat.open("/reports");
		assertThat(late(secretariat).getByLabel("Your words")).hasValue(words);
		secretariat.picture("61c-words-too-late-on-reports");
		Accessible.check(page);
		page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
		press(secretariat, "Copy my words");
		assertThat(late(secretariat)).containsText("Copied.");
		assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(words);
		secretariat.open("/reports/" + CYCLE + "/comments");
		press(secretariat, "Remove them from this browser");
		press(secretariat, "No, keep them");
		page.reload();
		assertThat(late(secretariat).getByLabel("Your words")).hasValue(words);
		secretariat.narrowPicture("61d-words-too-late-narrow");
		press(secretariat, "Remove them from this browser");
		press(secretariat, "Yes, remove them");
		assertThat(late(secretariat)).hasCount(0);
		page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
		assertThat(late(secretariat)).hasCount(0);
	}

	private static Locator late(Visit visit) {
		return visit.page()
			.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Not handed in: your comments on " + CYCLE));
	}

	private static void press(Visit visit, String button) {
		late(visit).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).click();
	}

	private void theDraftGoesRound(Visit secretariat, Visit reviewer) {
		reviewer.tasklist().list("To review").task("Review update: A03-I02").press("Accept").press("Yes, accept it");
		assertThat(reviewer.shownTasklist().messages()).containsText("accepted");
		openARound(secretariat);
		commentOnParagraphs(reviewer);
		aCoordinatorReadsTheDraftAndNobodysComments();
		answer(secretariat);
		takeTheTableAway(secretariat);
		Page page = reviewer.open("/reports/" + CYCLE + "/rounds/1");
		assertThat(page.locator(".st-beside").first()).containsText("The secretariat: ");
		assertThat(page.locator("main")).containsText("It is the wording of 2021.");
		assertThat(page.locator("main")).containsText("The partners are named, their cities are not.");
		assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Comment on"))).hasCount(0);
		page.locator(".st-beside").first().scrollIntoViewIfNeeded();
		reviewer.picture("61m-answers-beside-the-draft");
		Accessible.check(page);
		assertThat(visit("asef").open("/reports/" + CYCLE + "/rounds/1").locator(".st-draft")).hasCount(0);
	}

	private void openARound(Visit secretariat) {
		Page page = secretariat.open("/reports/" + CYCLE + "/rounds");
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneId.of("Europe/Rome"));
		page.getByLabel("First day").fill(today.toString());
		page.getByLabel("Last day").fill(today.minusDays(1).toString());
		page.getByText("All coordinators of the cycle").click();
		secretariat.button("Open the round").click();
		assertThat(page.locator("main")).containsText("The round cannot close before it opens");
		assertThat(page.getByLabel("All coordinators of the cycle")).isChecked();
		page.getByLabel("Last day").fill(today.plusDays(14).toString());
		Accessible.check(page);
		secretariat.longPicture("61e-open-a-round");
		secretariat.button("Open the round").click();
		assertThat(page.locator("main")).containsText("Round 1 is open");
		page.getByLabel("New last day").fill(today.plusDays(13).toString());
		page.getByLabel("Why it is prolonged").fill("Ministries asked for a week more.");
		secretariat.button("Prolong the round").click();
		assertThat(page.locator("main")).containsText("The round is not prolonged. Choose a last day after");
		page.getByLabel("New last day").fill(today.plusDays(21).toString());
		secretariat.button("Prolong the round").click();
		assertThat(page.locator("main")).containsText("Round 1 is prolonged.");
		assertThat(row(page, "Round 1")).containsText("prolonged: Ministries asked for a week more.");
		Accessible.check(page);
		secretariat.longPicture("61f-a-round-is-open").narrowPicture("61f-rounds-narrow");
	}

	private void commentOnParagraphs(Visit reviewer) {
		Page page = reviewer.open("/reports/" + CYCLE + "/rounds/1");
		Locator progress = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions()
			.setName(Pattern.compile("^Comment on A03-I02 .* Progress and achievements, paragraph 1$")));
		progress.focus();
		page.keyboard().press("Enter");
		Locator mine = page.getByRole(AriaRole.GROUP,
				new Page.GetByRoleOptions().setName(Pattern.compile("^Your comment on A03-I02")));
		assertThat(mine.getByLabel("What should be different, and why")).isFocused();
		page.keyboard().type("It was twelve countries.");
		mine.getByText("Suggest other words").click();
		assertThat(mine.getByLabel("The paragraph in other words")).hasValue("The day was marked in eleven countries.");
		mine.getByLabel("The paragraph in other words").fill("The day was marked in twelve countries.");
		assertThat(page.locator(".st-round-bar")).containsText(saved());
		assertThat(mine.locator("del")).hasText("eleven");
		assertThat(mine.locator("ins")).hasText("twelve");
		reviewer.picture("61g-suggested-wording");
		Accessible.check(page);
		page.getByRole(AriaRole.BUTTON,
				new Page.GetByRoleOptions().setName(Pattern.compile("^Comment on Foreword, as a whole")))
			.click();
		page.keyboard().type("Whose words are these?");
		assertThat(page.locator("#your-comments")).hasText("Your comments: 2");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions()
			.setName(Pattern.compile("^Comment on Expert reflections and outlook, paragraph 1"))).click();
		page.keyboard().type("Say with whom.");
		assertThat(page.locator("#your-comments")).hasText("Your comments: 3");
		page.getByRole(AriaRole.BUTTON,
				new Page.GetByRoleOptions().setName(Pattern.compile("^Comment on Foreword, paragraph 1")))
			.click();
		page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Your comment on Foreword, paragraph 1"))
			.getByText("Withdraw this comment")
			.click();
		assertThat(page.locator(".st-round-bar")).containsText(saved());
		ViewportSize before = page.viewportSize();
		page.setViewportSize(390, before.height);
		reviewer.picture("61i-comment-round-narrow");
		page.setViewportSize(before.width, before.height);
		page.reload();
		assertThat(mine.getByLabel("The paragraph in other words")).hasValue("The day was marked in twelve countries.");
		assertThat(mine.locator("ins")).hasText("twelve");
		assertThat(page.locator("#your-comments")).hasText("Your comments: 3");
	}

	private void aCoordinatorReadsTheDraftAndNobodysComments() {
		Page coordinators = visit("asef").open("/reports/" + CYCLE + "/rounds/1");
		assertThat(coordinators.locator(".st-draft")).containsText("The day was marked in eleven countries.");
		assertThat(coordinators.locator("#your-comments")).hasText("Your comments: none yet");
		assertThat(coordinators.locator("main")).not().containsText("It was twelve countries.");
	}

	private void answer(Visit secretariat) {
		this.management.createJobQuery()
			.activityId("intermediateCatchEvent_roundClosed")
			.list()
			.forEach((job) -> this.management.executeJob(job.getId()));
		theRoundCouldBeOpenAgain(secretariat);
		Tasklist tasklist = secretariat.tasklist().list("Secretariat").awaitTask("Answer comments of round 1");
		TaskForm form = tasklist.task("Answer comments of round 1");
		form.press("Send the answers");
		assertThat(form.notice()).containsText("Say what becomes of comment 1");
		form.choose("Decision on comment 1", "Not taken");
		form.press("Send the answers");
		assertThat(form.notice()).containsText("Say why comment 1 is not taken");
		form.fill("Reason for the decision on comment 1", "It is the wording of 2021.");
		form.press("Take these words over");
		assertThat(
				form.group("Decision on comment 2").getByLabel("Taken", new Locator.GetByLabelOptions().setExact(true)))
			.isChecked();
		assertThat(form.status()).containsText(Pattern.compile("Saved|taken over"));
		form.choose("Decision on comment 3", "Partly");
		assertThat(form.group("Decision on comment 3")).not().containsText("Please correct");
		form.fill("Reason for the decision on comment 3", "The partners are named, their cities are not.");
		secretariat.longPicture("61k-answer-comments");
		narrow(form, "61l-answer-comments-narrow");
		Accessible.check(secretariat.page());
		form.press("Send the answers");
		form.press("Yes, send them");
		assertThat(tasklist.messages()).containsText("The answers are sent");
		assertThat(this.reports.latest(CYCLE).orElseThrow().initiatives()).filteredOn((it) -> it.id().equals("A03-I02"))
			.singleElement()
			.satisfies((it) -> assertThat(it.update().progress()).isEqualTo("The day was marked in twelve countries."));
	}

	private void theRoundCouldBeOpenAgain(Visit secretariat) {
		Page page = secretariat.open("/reports/" + CYCLE + "/rounds");
		assertThat(row(page, "Round 1")).containsText("closed, waits for answers");
		page.getByLabel("New last day").fill("2020-01-01");
		page.getByLabel("Why it is opened again").fill("Two ministries were late.");
		secretariat.button("Open the round again").click();
		assertThat(page.locator("main")).containsText("The round is not opened again. Choose a last day after");
		assertThat(page.getByLabel("Why it is opened again")).hasValue("Two ministries were late.");
		Accessible.check(page);
		secretariat.longPicture("61j-open-the-round-again").narrowPicture("61j-open-again-narrow");
	}

	private void takeTheTableAway(Visit secretariat) {
		Page page = secretariat.open("/reports/" + CYCLE + "/rounds");
		assertThat(page.locator("main")).containsText("Round 1 is over and stays as it is.");
		assertThat(row(page, "Round 1")).containsText("answered");
		Download table = page.waitForDownload(
				() -> page.getByLabel("Comments of round 1 as CSV", new Page.GetByLabelOptions().setExact(true))
					.click());
		assertThat(table.path()).content()
			.contains("It was twelve countries.", "The day was marked in twelve countries.", "Partly",
					"It is the wording of 2021.");
		Download workbook = page.waitForDownload(
				() -> page.getByLabel("Comments of round 1 as XLSX", new Page.GetByLabelOptions().setExact(true))
					.click());
		assertThat(workbook.suggestedFilename()).isEqualTo("ASEMME12-round-1.xlsx");
	}

	private static void everyPageOfTheDraftIsLookedAt(Visit secretariat) {
		String draft = "/reports/" + CYCLE;
		assertThat(secretariat.look(draft + "/paragraphs", "62a-paragraphs").locator("main"))
			.containsText("The day was marked in eleven countries.");
		assertThat(secretariat.look(draft + "/missing", "62b-missing").locator("main")).containsText("A01-I01");
		assertThat(secretariat.look(draft + "/chapters", "62c-chapters").locator("main")).containsText("Foreword");
		assertThat(secretariat.look(draft + "/commissions", "62d-commissions").locator("h1")).isVisible();
		assertThat(secretariat.look(draft + "/template", "62e-template").locator("h1")).isVisible();
		assertThat(secretariat.look(draft + "/draft", "62f-draft").locator("body")).containsText(FOREWORD);
		assertThat(secretariat.look(draft + "/draft/initiatives/A03-I02/sheet.html", "62g-sheet").locator("h1"))
			.containsText("A03-I02");
	}

	private void takeIn(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat").awaitTask("Take in comments");
		TaskForm form = tasklist.task("Take in comments");
		secretariat.picture("62-take-in-comments");
		form.press("Finish the report");
		assertThat(form.notice()).containsText("Say whether comment 1 is taken in");
		assertThat(form.notice().locator(".st-panel")).isFocused();
		secretariat.picture("63-undecided");
		Accessible.check(secretariat.page());
		form.choose("Decision on comment 1", "Not taken in");
		form.choose("Decision on comment 2", "Taken in");
		form.choose("Decision on comment 3", "Partly");
		reason(form, 2).fill("The universities are named, their faculties are not.");
		assertThat(form.status()).containsText(saved());
		form.press("Finish the report");
		assertThat(form.notice()).containsText("Say why comment 1 is not taken in");
		reason(form, 0).fill("The tables are what ministers ask for.");
		chapter(form).fill(FOREWORD + " Signed by the secretariat.");
		assertThat(form.status()).containsText(saved());
		form.press("Compile again");
		assertThat(form.status()).containsText(Pattern.compile("Compiled version \\d"));
		narrow(form, "64-decisions-narrow");
		secretariat.page().reload();
		TaskForm again = secretariat.shownTasklist().open();
		assertThat(reason(again, 0)).hasValue("The tables are what ministers ask for.");
		assertThat(again.group("Decision on comment 3").getByLabel("Partly")).isChecked();
		secretariat.picture("65-decisions-kept");
	}

	private static Locator reason(TaskForm form, int index) {
		return form.field("decisions.%d.reason".formatted(index)).locator("textarea");
	}

	private void finish(Visit secretariat) {
		Tasklist tasklist = secretariat.shownTasklist();
		TaskForm form = tasklist.open();
		form.press("Finish the report");
		assertThat(form.notice()).containsText("Are all comments taken in as you have decided?");
		secretariat.picture("66-finish-the-report-asked");
		form.press("Yes, finish the report");
		assertThat(tasklist.messages()).containsText("the report is ready to be put to the senior officials");
		ReportModel last = this.reports.latest(CYCLE).orElseThrow();
		assertThat(last.version()).isGreaterThanOrEqualTo(5);
		assertThat(last.text(FreeChapter.FOREWORD)).isEqualTo(FOREWORD + " Signed by the secretariat.");
		assertThat(last.text(FreeChapter.OUTLOOK)).isEqualTo("Partners expect more exchange.");
	}

	private void readWhatBecameOfThem(Visit reviewer) {
		Page page = reviewer.open("/reports");
		assertThat(row(page, CYCLE.value())).containsText(Pattern.compile("Version \\d, compiled on"));
		reviewer.picture("67-reports-with-drafts");
		Accessible.check(page);
		page.getByText("Comments").click();
		assertThat(page).hasURL(Pattern.compile("/reports/" + CYCLE + "/comments$"));
		assertThat(row(page, "The report in general")).containsText("The tables are what ministers ask for.");
		assertThat(row(page, "Foreword")).containsText("Taken in");
		assertThat(row(page, "A01-I01")).containsText("Partly taken in");
		reviewer.longPicture("68-what-became-of-comments");
		Accessible.check(page);
		assertThat(visit("asef").open("/reports/" + CYCLE + "/comments").locator("main"))
			.containsText("Only the Standing Working Group and the secretariat");
	}

	private static Locator row(Page page, String about) {
		return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(about));
	}

	/** The form itself as on a phone; Tasklist has its lists above it there. */
	private static void narrow(TaskForm form, String name) {
		Visit visit = form.visit();
		ViewportSize before = visit.page().viewportSize();
		visit.page().setViewportSize(390, before.height);
		form.frame().locator(".stocktake").first().evaluate("form => form.scrollIntoView()");
		visit.picture(name);
		visit.page().setViewportSize(before.width, before.height);
	}

	private static Locator chapter(TaskForm form) {
		return form.field("text").locator("textarea").first();
	}

	private static Pattern saved() {
		return Pattern.compile("^Saved \\d\\d:\\d\\d");
	}

}
