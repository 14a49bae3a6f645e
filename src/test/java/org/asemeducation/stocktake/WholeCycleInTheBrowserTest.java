package org.asemeducation.stocktake;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.Letterbox;
import org.asemeducation.stocktake.browser.TaskForm;
import org.asemeducation.stocktake.browser.Tasklist;
import org.asemeducation.stocktake.browser.Visit;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A cycle from opening it over its four meetings to the published report and the form of
 * the next one, as the secretariat, a coordinator and a reviewer do it in Tasklist and
 * Cockpit. Each station leaves a picture in {@code target/screenshots}.
 */
@BrowserTest
class WholeCycleInTheBrowserTest {

	private static final String CYCLE = "ASEMME10";

	private static final String OWN = "A01-I02";

	private static final String OTHER = "A03-I02";

	private static final String PROGRESS = "Four editions of the young leaders’ programme brought 212 people together.";

	private static final String NEXT = "ASEMME11";

	private static final String PLAN = "Fifth edition in Jakarta, sixth in Manila";

	private static final String FOREWORD = "Two years after Valletta, partners look back on 52 initiatives.";

	@TempDir
	static Path outbox;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ManagementService jobs;

	private final Letterbox letters = new Letterbox(outbox);

	private Chromium chromium;

	@DynamicPropertySource
	static void outbox(DynamicPropertyRegistry properties) {
		properties.add("stocktake.outbox", outbox::toString);
	}

	@Test
	void secretariatCoordinatorAndReviewerComeToAPublishedReportAndTheNextCycle(Chromium chromium) throws Exception {
		this.chromium = chromium;
		Visit secretariat = visit();
		Visit coordinator = visit();
		Visit reviewer = visit();
		openCycle(secretariat);
		sendRequests(secretariat);
		String request = letter("asef", OWN);
		assertThat(request).contains("A02-I01", OTHER, "A09-I01", "A17-I02", "A17-I03");
		followMail(coordinator, request);
		writeAndSubmit(coordinator);
		giveBack(reviewer);
		correct(coordinator);
		accept(reviewer);
		leaveDraft(coordinator);
		findCoordinator(secretariat);
		holdIsomAfterPostponingIt(secretariat);
		hold(secretariat, "SOM1", List.of("ISOM"));
		closeGathering(secretariat);
		decideOnDraft(secretariat);
		writeChapters(secretariat);
		editReport(secretariat);
		makeNoComments(reviewer);
		hold(secretariat, "SOM2", List.of("SOM1"));
		takeInChanges(secretariat);
		hold(secretariat, "ASEMME", List.of());
		recordAdoption(secretariat);
		readReport();
		checkSealedFiles();
		watch(secretariat);
		correctAWord(secretariat);
		openNextCycle(secretariat);
		seeWhatWasPromised(coordinator);
		signOut(secretariat);
	}

	private Visit visit() {
		return this.chromium.visit(this.port);
	}

	private void openCycle(Visit secretariat) {
		secretariat.open("/");
		secretariat.picture("01-start-page");
		secretariat.open("/login");
		secretariat.picture("02-sign-in");
		secretariat.signIn("aes@stocktake.example");
		secretariat.picture("03-signed-in");
		Tasklist tasklist = secretariat.tasklist();
		secretariat.picture("04-empty-tasklist");
		TaskForm form = tasklist.start("Open a reporting cycle");
		form.fill("Name", CYCLE).fill("Title", "From Malta to Seoul").fill("Time zone", "Europe/Rome");
		meeting(form, "ISOM", "2029-01-22", "Brussels", "AES");
		meeting(form, "SOM1", "2029-06-04", "Malta", "Malta");
		meeting(form, "SOM2", "2030-01-21", "Seoul", "Republic of Korea");
		meeting(form, "ASEMME", "2030-01-22", "Seoul", "Republic of Korea");
		assertThat(form.field("deadline").locator("input")).hasValue("2029-10-15");
		assertThat(form.field("papers").locator("input")).hasValue("2030-01-07");
		form.press("Add a question");
		form.field("questions").locator("input").first().fill("What was the impact of COVID-19?");
		secretariat.picture("05-open-cycle-form");
		form.press("Preview");
		assertThat(form.notice()).containsText("A06-I01");
		assertThat(form.notice()).containsText("A02-I02");
		assertThat(form.notice()).containsText("Find a coordinator");
		assertThat(form.notice()).containsText("ASEF");
		secretariat.picture("06-preview");
		form.press("Open the cycle");
		assertThat(tasklist.messages()).containsText("The cycle is open");
		tasklist.list("Secretariat");
		assertThat(tasklist.entry("Send the requests now")).isVisible();
		secretariat.picture("07-cycle-open");
	}

	/** Lines for one person are gathered for a minute: here they need not be. */
	private String letter(String account, String words) {
		return this.letters.await(account + "@stocktake.example", words,
				() -> this.jobs.createJobQuery()
					.processDefinitionKey("mail")
					.timers()
					.duedateHigherThan(new Date())
					.list()
					.forEach((timer) -> this.jobs.setJobDuedate(timer.getId(), new Date(0))));
	}

	private static void meeting(TaskForm form, String kind, String day, String place, String host) {
		Locator meeting = form.group(kind);
		meeting.getByLabel("First day").fill(day);
		meeting.getByLabel("Place").fill(place);
		meeting.getByLabel("Host").fill(host);
	}

	private void sendRequests(Visit secretariat) {
		Tasklist tasklist = secretariat.shownTasklist();
		TaskForm form = tasklist.task("Send the requests now");
		secretariat.picture("08-send-requests");
		form.press("Send the requests now");
		assertThat(form.notice()).containsText("each contact gets one mail");
		assertThat(form.notice())
			.containsText(Pattern.compile("Who is written to: [1-9]\\d* (person|people), one mail each"));
		secretariat.picture("09-send-requests-asked");
		form.press("Yes, send them");
		assertThat(tasklist.messages()).containsText("The requests are on their way");
	}

	private void followMail(Visit coordinator, String request) {
		Page page = coordinator.open(Letterbox.link(request, OWN));
		coordinator.picture("10-link-of-the-mail");
		coordinator.signIn("asef@stocktake.example");
		assertThat(page).hasURL(Pattern.compile("/i/" + CYCLE + "/" + OWN + "$"));
		assertThat(page.getByLabel("Progress and achievements")).isVisible();
		coordinator.longPicture("11-form-on-its-own-page");
		coordinator.narrowPicture("12-form-on-its-own-page-narrow");
	}

	private void writeAndSubmit(Visit coordinator) {
		Tasklist tasklist = coordinator.tasklist().list("My updates");
		assertThat(tasklist.entry(":")).hasCount(6);
		assertThat(tasklist.entry(":").first()).containsText(OWN);
		TaskForm form = tasklist.task(OWN);
		coordinator.picture("13-my-updates");
		coordinator.narrowPicture("14-my-updates-narrow");
		form = coordinator.shownTasklist().open();
		form.fill("Progress and achievements", PROGRESS).press("Save");
		assertThat(form.status()).containsText("Saved");
		coordinator.page().reload();
		form = coordinator.shownTasklist().open();
		assertThat(form.field("progress").locator("textarea")).hasValue(PROGRESS);
		form.press("Submit for review");
		assertThat(form.notice()).containsText("Completion");
		assertThat(form.notice().locator(".st-panel")).isFocused();
		coordinator.picture("15-incomplete");
		form.fill("Progress and achievements", "TBC")
			.answerEveryLine()
			.choose("Completion", "Partly completed")
			.choose("Aims", "Partly achieved")
			.choose("Continuation", "Ongoing");
		form.press("Add an activity");
		form.fill("Activity", "Fifth edition in Jakarta").fill("When", "2030");
		form.press("Submit for review");
		assertThat(form.notice()).containsText("\"TBC\" is only a placeholder");
		assertThat(form.field("progress").locator("textarea")).hasAttribute("aria-invalid", "true");
		coordinator.picture("16-placeholder");
		form.fill("Progress and achievements", PROGRESS).fill("Highlights", "More than 200 people.");
		form.press("Submit for review");
		assertThat(tasklist.messages()).containsText("The update is submitted");
		assertThat(tasklist.entry(OWN)).hasCount(0);
		coordinator.picture("17-submitted");
	}

	private void giveBack(Visit reviewer) {
		Tasklist tasklist = reviewer.signIn("swg@stocktake.example").tasklist().list("To review");
		TaskForm form = tasklist.task(OWN);
		assertThat(form.frame()).containsText(PROGRESS);
		reviewer.picture("18-to-review");
		form.press("Return with remarks");
		assertThat(form.notice()).containsText("Write at least one remark");
		form.press("Add a remark on “Highlights”");
		form.fill("Remark on “Highlights”", "Which countries did they come from?");
		reviewer.picture("19-remark");
		form.press("Return with remarks");
		reviewer.picture("20-return-asked");
		form.press("Yes, return it");
		assertThat(tasklist.messages()).containsText("The update is returned");
		assertThat(tasklist.entry(OWN)).hasCount(0);
		letter("asef", "Which countries did they come from?");
	}

	private void correct(Visit coordinator) {
		Tasklist tasklist = coordinator.tasklist().list("Returned to me");
		TaskForm form = tasklist.task(OWN);
		assertThat(form.frame().locator(".st-fixes")).containsText("Which countries did they come from?");
		assertThat(form.field("highlights")).containsText("Which countries did they come from?");
		coordinator.picture("21-returned-to-me");
		form.field("highlights").scrollIntoViewIfNeeded();
		coordinator.picture("22-remark-at-the-field");
		assertThat(form.field("progress")).containsText("Locked");
		assertThat(form.field("progress").locator("textarea")).hasCount(0);
		form.fill("Highlights", "More than 200 people from 34 countries.").press("Submit for review");
		assertThat(form.notice()).containsText("Remark 1: mark it as done, or say why not.");
		form.frame().getByLabel("Done", new Locator.GetByLabelOptions().setExact(true)).check();
		form.press("Submit for review");
		assertThat(tasklist.messages()).containsText("The update is submitted");
	}

	private void accept(Visit reviewer) {
		Tasklist tasklist = reviewer.tasklist().list("To review");
		TaskForm form = tasklist.task(OWN);
		assertThat(form.frame()).containsText("34 countries");
		assertThat(form.frame().locator(".st-changes")).containsText("Which countries did they come from?");
		assertThat(form.frame().locator(".st-changes")).containsText("Done");
		reviewer.picture("22a-answers-to-remarks");
		form.press("Accept");
		reviewer.picture("23-accept-asked");
		form.press("Yes, accept it");
		assertThat(tasklist.messages()).containsText("The update is accepted");
	}

	private void leaveDraft(Visit coordinator) {
		TaskForm form = coordinator.tasklist().list("My updates").task(OTHER);
		form.fill("Progress and achievements", "Two of five modules are written so far.").press("Save");
		assertThat(form.status()).containsText("Saved");
	}

	private void findCoordinator(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat");
		assertThat(tasklist.entry("Find a coordinator: A02-I02")).isVisible();
		TaskForm form = tasklist.task("Find a coordinator: A06-I01");
		secretariat.picture("24-find-a-coordinator");
		form.field("partyId").locator("select").selectOption("ETF – European Training Foundation");
		form.press("Name the coordinator");
		assertThat(form.notice())
			.containsText("Name ETF – European Training Foundation as the coordinator of A06-I01?");
		assertThat(form.notice()).containsText("each of its contacts gets a mail, which cannot be called back");
		secretariat.picture("24a-coordinator-asked");
		form.press("No, go back");
		assertThat(form.notice()).isEmpty();
		assertThat(tasklist.entry("Find a coordinator: A06-I01")).isVisible();
		form.press("Name the coordinator").press("Yes, name it");
		assertThat(tasklist.messages()).containsText("The coordinator is named");
		letter("etf", "A06-I01");
	}

	private void holdIsomAfterPostponingIt(Visit secretariat) {
		confirm(secretariat, "ISOM");
		Tasklist tasklist = secretariat.tasklist().list("Secretariat");
		TaskForm form = tasklist.task("Prepare meeting: ISOM");
		form.press("Postpone or drop ISOM");
		form.choose("Is ISOM postponed or dropped?", "Postponed: it takes place later");
		form.press("Save the outcome");
		assertThat(form.notice()).containsText("Say in a few words why the meeting is postponed");
		form.fill("New first day", "2029-02-12").fill("Reason", "Elections in the host country");
		form.press("Save the outcome");
		assertThat(form.notice()).containsText("Postpone ISOM to Monday 12 February 2029?");
		secretariat.picture("25a-isom-postponed-asked");
		form.press("Yes, postpone it");
		assertThat(tasklist.messages()).containsText("The outcome of ISOM is saved");
		assertThat(tasklist.task("Confirm date and host: ISOM").frame())
			.containsText("It was postponed: Elections in the host country");
		secretariat.picture("25b-isom-postponed");
		hold(secretariat, "ISOM", List.of());
	}

	private void hold(Visit secretariat, String kind, List<String> minutes) {
		confirm(secretariat, kind);
		prepare(secretariat, kind);
		sayItWasHeld(secretariat, kind);
		if (!minutes.isEmpty()) {
			adoptMinutes(secretariat, kind, minutes);
		}
		record(secretariat, kind);
	}

	private void confirm(Visit secretariat, String kind) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat");
		TaskForm form = tasklist.task("Confirm date and host: " + kind);
		secretariat.picture("25-%s-1-confirm".formatted(kind.toLowerCase()));
		form.press("Confirm date and host");
		assertThat(form.notice()).containsText("“Prepare meeting” is next");
		secretariat.picture("25-%s-1-confirm-asked".formatted(kind.toLowerCase()));
		form.press("Yes, confirm it");
		assertThat(tasklist.messages()).containsText(kind + " is confirmed");
	}

	private void prepare(Visit secretariat, String kind) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat");
		TaskForm form = tasklist.task("Prepare meeting: " + kind);
		secretariat.picture("25-%s-2-prepare".formatted(kind.toLowerCase()));
		form.press("Preparation is done");
		assertThat(form.notice()).containsText("“Hold, postpone or drop” is next");
		form.press("Yes, it is ready");
		assertThat(tasklist.messages()).containsText(kind + " is prepared");
	}

	private void sayItWasHeld(Visit secretariat, String kind) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat");
		TaskForm form = tasklist.task("Hold, postpone or drop: " + kind);
		secretariat.picture("25-%s-3-hold".formatted(kind.toLowerCase()));
		form.press("Save the outcome");
		assertThat(form.notice()).containsText("“Record the meeting”");
		secretariat.picture("25-%s-3-hold-asked".formatted(kind.toLowerCase()));
		form.press("Yes, it was");
		assertThat(tasklist.messages()).containsText("The outcome of %s is saved".formatted(kind));
	}

	private void adoptMinutes(Visit secretariat, String kind, List<String> minutes) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat");
		TaskForm form = tasklist.task("Adopt previous minutes: " + kind);
		minutes.forEach((earlier) -> assertThat(form.group(earlier + " (" + CYCLE + ")")).isVisible());
		secretariat.picture("25-%s-4-minutes".formatted(kind.toLowerCase()));
		form.press("Save what was decided");
		assertThat(form.notice()).containsText("“Record the meeting” is next");
		form.press("Yes, save it");
		assertThat(tasklist.messages()).containsText("The decision on the minutes is saved");
	}

	private void record(Visit secretariat, String kind) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat");
		TaskForm form = tasklist.task("Record the meeting: " + kind);
		form.fill("Partners", "41").fill("Stakeholders", "12").fill("Persons", "130");
		form.fill("Decisions", "The next speakers are chosen.");
		secretariat.page().reload();
		form = secretariat.shownTasklist().open();
		assertThat(form.field("persons").locator("input")).hasValue("130");
		assertThat(form.field("decisions").locator("textarea")).hasValue("The next speakers are chosen.");
		secretariat.picture("25-%s-5-record".formatted(kind.toLowerCase()));
		form.press("Record the meeting");
		assertThat(form.notice()).containsText("The record cannot be changed afterwards");
		secretariat.picture("25-%s-5-record-asked".formatted(kind.toLowerCase()));
		form.press("Yes, record it");
		assertThat(tasklist.messages()).containsText(kind + " is recorded");
		assertThat(kept(secretariat, "meeting.%s.%s".formatted(CYCLE, kind))).as("what is sent is not kept").isNull();
	}

	private void closeGathering(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat");
		TaskForm form = tasklist.task("Close the gathering now");
		form.press("Close the gathering now");
		assertThat(form.notice()).containsText("nobody can write or submit any more");
		secretariat.picture("26-close-gathering-asked");
		form.press("Yes, close it");
		assertThat(tasklist.messages()).containsText("The gathering is closed");
	}

	private void decideOnDraft(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat").awaitTask("Decide on unsubmitted drafts");
		TaskForm form = tasklist.task("Decide on unsubmitted drafts");
		assertThat(form.frame()).containsText(OTHER);
		secretariat.picture("27-decide-on-drafts");
		form.frame().getByText("Read the draft").click();
		assertThat(form.frame()).containsText("Two of five modules are written so far.");
		secretariat.picture("27b-draft-unfolded");
		form.press("Decide");
		assertThat(form.notice()).containsText("Decide to take this draft in or to leave it out");
		form.frame().getByLabel("Leave it out").check();
		form.press("Decide");
		assertThat(form.notice()).containsText("the report says “draft not submitted”");
		secretariat.picture("27c-decide-asked");
		form.press("Yes, decide so");
		assertThat(tasklist.messages()).containsText("The decisions are saved");
	}

	private void writeChapters(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat").awaitTask("Write foreword");
		tasklist.task("Write foreword")
			.fill("Foreword", FOREWORD)
			.press("Finish the foreword")
			.press("Yes, it is finished");
		assertThat(tasklist.messages()).containsText("The foreword is finished");
		TaskForm outlook = tasklist.task("Write outlook");
		outlook.press("Finish the outlook").press("Yes, leave it out");
		assertThat(tasklist.messages()).containsText("The outlook is finished");
	}

	private void makeNoComments(Visit reviewer) {
		Tasklist tasklist = reviewer.tasklist().list("To review").awaitTask("Comment on the draft");
		tasklist.task("Comment on the draft").press("No comments").press("Yes, no comments");
		assertThat(tasklist.messages()).containsText("There are no comments");
	}

	private void editReport(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat").awaitTask("Edit report");
		TaskForm form = tasklist.task("Edit report");
		form.press("Compile again");
		assertThat(form.status()).containsText("Compiled");
		secretariat.picture("28-edit-report");
		Page draft = secretariat.page().waitForPopup(() -> form.frame().getByText("Read the draft").click());
		assertThat(draft.locator("body")).containsText(PROGRESS);
		assertThat(draft.locator("body")).containsText(FOREWORD);
		assertThat(draft.locator("body"))
			.containsText(Pattern.compile("draft not submitted", Pattern.CASE_INSENSITIVE));
		draft.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/29-draft-report.png")));
		draft.close();
		form.press("Finish editing");
		form.press("Yes, it is finished");
		assertThat(tasklist.messages()).containsText("Editing is finished");
	}

	private void takeInChanges(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat").awaitTask("Take in SOM2's changes");
		TaskForm form = tasklist.task("Take in SOM2's changes");
		Locator line = form.frame().locator("[data-line='1']");
		assertThat(line).containsText("Fifth edition in Jakarta");
		secretariat.picture("35-take-in-changes");
		form.press("Change: line 1");
		form.fill("Activity", "Fifth edition in Jakarta and Manila");
		form.press("Keep the change");
		assertThat(line).containsText("Say who asked for it");
		form.fill("Asked for by", "Philippines").press("Keep the change");
		assertThat(line).containsText("Changed, asked for by Philippines");
		assertThat(form.status()).containsText("Kept");
		somebodyElseIsFaster(form, line);
		form.press("Add a line");
		form.press("Change: line 1");
		assertThat(form.status()).containsText("One line at a time");
		form.field("initiative").locator("select").selectOption(OTHER);
		form.fill("Activity", "Finish the five modules").fill("When", "2031").fill("Asked for by", "SOM2");
		form.press("Take the change back: line 1");
		assertThat(form.status()).containsText("One line at a time");
		assertThat(form.field("activity").locator("textarea")).hasValue("Finish the five modules");
		assertThat(line).containsText("Changed, asked for by Philippines");
		secretariat.picture("36-line-being-added");
		form.press("Take in the changes");
		assertThat(form.notice().last()).containsText("Something is still being edited");
		form.press("Add the line");
		assertThat(form.frame().locator("[data-line='2']")).containsText("Added, asked for by SOM2");
		form.press("Strike: line 1");
		form.fill("Asked for by", "Malta").press("Strike the line");
		assertThat(line).containsText("Struck, asked for by Malta");
		secretariat.longPicture("37-changed-added-struck");
		secretariat.narrowPicture("38-changed-added-struck-narrow");
		form = secretariat.shownTasklist().open();
		form.press("Take the change back: line 1");
		assertThat(line.locator(".st-change")).hasCount(0);
		form.press("Change: line 1");
		form.fill("Activity", PLAN).fill("Asked for by", "Philippines").press("Keep the change");
		assertThat(line).containsText("Changed, asked for by Philippines");
		form.fill("Foreword", FOREWORD + " Officials asked for this sentence.");
		assertThat(form.status()).containsText("Saved");
		form.press("Take in the changes").press("Yes, seal it");
		assertThat(form.notice().last()).containsText("nobody is recorded to have asked for it");
		form.press("Record what was asked");
		form.field("about").locator("select").selectOption("foreword");
		form.fill("What was asked to change", "A longer foreword.").fill("Asked for by", "SOM2").press("Record it");
		assertThat(form.frame().locator("[data-asked='1']")).containsText("Asked for by SOM2");
		secretariat.longPicture("38-asked-beside-the-annex");
		form.press("Take in the changes");
		assertThat(form.notice().last()).containsText("1 changed, 1 added");
		secretariat.picture("39-seal-for-ministers-asked");
		form.press("Yes, seal it");
		assertThat(tasklist.messages()).containsText("the version for ministers is being sealed");
	}

	private void somebodyElseIsFaster(TaskForm form, Locator line) {
		form.press("Change: line 1");
		form.fill("Activity", "Fifth edition in Bali");
		Visit colleague = visit().signIn("aes@stocktake.example");
		TaskForm theirs = colleague.tasklist().list("Secretariat").task("Take in SOM2's changes");
		theirs.press("Change: line 1");
		theirs.fill("Activity", "Fifth edition in Hanoi").fill("Asked for by", "Viet Nam").press("Keep the change");
		assertThat(theirs.status()).containsText("Kept");
		colleague.close();
		form.press("Keep the change");
		assertThat(line).containsText("Somebody has changed line 1 meanwhile");
		assertThat(line).containsText("Line 1 now reads as follows");
		assertThat(line).containsText("Fifth edition in Hanoi");
		assertThat(form.field("activity").locator("textarea")).hasValue("Fifth edition in Bali");
		form.visit().picture("35b-somebody-was-faster");
		form.press("Keep the change");
		assertThat(line).containsText("Changed, asked for by Philippines");
		assertThat(line).containsText("Fifth edition in Bali");
	}

	/** What this browser keeps of a form, or nothing. */
	private static Object kept(Visit visit, String form) {
		return visit.page()
			.evaluate("name => Object.keys(localStorage).find((key) => key.split('~')[0] === name)",
					"stocktake." + form);
	}

	private void recordAdoption(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat").awaitTask("Record adoption");
		TaskForm form = tasklist.task("Record adoption");
		assertThat(form.frame()).containsText("2 lines of 2 initiatives");
		assertThat(form.field("on").locator("input")).hasValue("2030-01-22");
		secretariat.picture("40-record-adoption");
		form.choose("Was the work plan adopted?", "Not adopted").fill("Why not", "Put off for two years.");
		secretariat.page().reload();
		form = secretariat.shownTasklist().open();
		assertThat(form.group("Was the work plan adopted?").getByLabel("Not adopted")).isChecked();
		assertThat(form.field("reason").locator("textarea")).hasValue("Put off for two years.");
		form.choose("Was the work plan adopted?", "Adopted, as annex to the Chair’s Conclusions");
		form.press("Record adoption");
		assertThat(form.notice()).containsText("become the commitments");
		secretariat.picture("41-adoption-asked");
		form.press("Yes, it was adopted");
		assertThat(tasklist.messages()).containsText("The decision is recorded");
		assertThat(kept(secretariat, "adoption." + CYCLE)).as("what is sent is not kept").isNull();
		assertThat(letter("asef", "ministers have adopted")).contains(PLAN, "Finish the five modules");
	}

	private void checkSealedFiles() throws Exception {
		Visit stranger = visit();
		Page page = stranger.open("/reports/" + CYCLE + "/sealed");
		assertThat(page.locator("h2").first()).containsText("for ministers, published");
		assertThat(page.locator("tbody tr")).hasCount(10);
		stranger.picture("42-sealed-versions");
		stranger.narrowPicture("43-sealed-versions-narrow");
		Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("annex.docx"));
		Download annex = page.waitForDownload(() -> row.locator("a").click());
		byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(annex.path()));
		assertThat(row.locator("code")).hasText(HexFormat.of().formatHex(sum));
		Accessible.check(page);
		assertThat(stranger.look("/initiatives/%s/sheet.html".formatted(OWN), "43-sheet").locator("body"))
			.containsText(PROGRESS);
	}

	private void readReport() throws IOException {
		Visit stranger = visit();
		Page page = stranger.open("/reports");
		page.waitForCondition(() -> {
			page.reload();
			return page.getByText("From Malta to Seoul").count() > 0;
		});
		stranger.picture("30-reports");
		Accessible.check(page);
		findAnInitiative(stranger);
		stranger.open("/reports/" + CYCLE + "/report.html");
		assertThat(page.locator("body")).containsText(PROGRESS);
		assertThat(page.locator("body")).containsText("34 countries");
		assertThat(page.locator("body").textContent()).contains(initiatives());
		Accessible.check(page);
		stranger.picture("31-report");
		stranger.longPicture("32-report-whole");
		stranger.narrowPicture("33-report-narrow");
		Locator file = page.locator("a[href$='report.docx']").first();
		URI address = URI.create(file.getAttribute("href"));
		assertThat(address.isAbsolute()).as("%s, which holds wherever the page is put", address).isTrue();
		assertThat(address.getPath()).matches("/reports/" + CYCLE + "/sealed/\\d+/report.docx");
		// the public address is not where the test's server listens
		file.evaluate("(link, path) => link.setAttribute('href', path)", address.getPath());
		Download word = page.waitForDownload(file::click);
		assertThat(new String(Files.readAllBytes(word.path()), 0, 2, StandardCharsets.ISO_8859_1)).isEqualTo("PK");
	}

	private static void findAnInitiative(Visit stranger) {
		Page page = stranger.open("/reports/" + CYCLE);
		stranger.fitsAPhone().longPicture("31-web-edition").narrowPicture("31-web-edition-narrow");
		Accessible.check(page);
		page.getByLabel("Words", new Page.GetByLabelOptions().setExact(true)).fill(PROGRESS);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show").setExact(true)).click();
		assertThat(page.locator(".st-web-rows li")).hasCount(1);
		page.getByText("Read it there").click();
		assertThat(page).hasURL(Pattern.compile("/reports/" + CYCLE + "/initiatives/" + OWN + "#.+"));
		assertThat(page.locator(":target")).containsText(PROGRESS);
		stranger.picture("31-web-initiative");
		Accessible.check(page);
	}

	private List<String> initiatives() {
		List<String> all = this.jdbc.sql("select initiative from cycle_initiative where cycle = :cycle")
			.param("cycle", CYCLE)
			.query(String.class)
			.list();
		assertThat(all).hasSize(52);
		return all;
	}

	private void watch(Visit secretariat) {
		Locator board = secretariat.cockpit().board();
		for (String meeting : List.of("ISOM", "SOM1", "SOM2", "ASEMME")) {
			assertThat(board).containsText(Pattern.compile(meeting + "[^!]*?held", Pattern.CASE_INSENSITIVE));
		}
		assertThat(secretariat.cockpit().line(OWN)).containsText("Accepted");
		secretariat.picture("44-cockpit-of-the-published-cycle");
	}

	private void correctAWord(Visit secretariat) {
		Page page = secretariat.look("/desk/corrections/" + CYCLE, "44-corrections");
		String place = page.locator("#place option")
			.filter(new Locator.FilterOptions().setHasText(OWN))
			.first()
			.getAttribute("value");
		page.getByLabel("Where").selectOption(place);
		page.getByLabel("Wrong words").fill("Words that stand nowhere");
		page.getByLabel("Right words").fill("Put right: " + PROGRESS);
		page.getByLabel("Note for readers").fill("A number was wrong.");
		secretariat.button("Publish the corrected version").click();
		assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
		assertThat(page.getByLabel("Note for readers")).hasValue("A number was wrong.");
		page.getByLabel("Where").selectOption(place);
		page.getByLabel("Wrong words").fill(PROGRESS);
		secretariat.button("Publish the corrected version").click();
		assertThat(page.locator("main ol")).containsText("A number was wrong.");
		secretariat.picture("44-corrected");
		assertThat(visit().open("/reports/%s/initiatives/%s".formatted(CYCLE, OWN)).locator("main"))
			.containsText("Put right: " + PROGRESS);
	}

	private void openNextCycle(Visit secretariat) {
		TaskForm form = secretariat.tasklist().start("Open a reporting cycle");
		form.fill("Name", NEXT).fill("Title", "From Seoul onwards").fill("Time zone", "Asia/Seoul");
		meeting(form, "SOM2", "2032-01-20", "Vienna", "Austria");
		form.press("Preview");
		form.press("Open the cycle");
		Tasklist tasklist = secretariat.shownTasklist();
		assertThat(tasklist.messages()).containsText("The cycle is open");
		tasklist.list("Secretariat")
			.awaitTask("Send the requests now")
			.task("Send the requests now (" + NEXT)
			.press("Send the requests now")
			.press("Yes, send them");
		assertThat(tasklist.messages()).containsText("The requests are on their way");
		assertThat(letter("asef", "/i/" + NEXT + "/")).contains(OWN);
	}

	private void seeWhatWasPromised(Visit coordinator) {
		Tasklist tasklist = coordinator.tasklist().list("My updates");
		TaskForm form = tasklist.awaitTask(OWN).task(OWN);
		assertThat(form.field("commitments")).containsText(PLAN);
		form.field("commitments").scrollIntoViewIfNeeded();
		coordinator.picture("45-what-was-promised");
	}

	private void signOut(Visit secretariat) {
		secretariat.tasklist().signOut();
		assertThat(secretariat.page()).hasURL(Pattern.compile("/login\\?signed-out$"));
		secretariat.picture("34-signed-out");
		secretariat.open("/");
		assertThat(secretariat.page().getByText("Sign in").first()).isVisible();
		assertThat(secretariat.button("Sign out")).hasCount(0);
	}

}
