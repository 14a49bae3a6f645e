package org.asemeducation.stocktake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.TaskForm;
import org.asemeducation.stocktake.browser.Tasklist;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.cycle.CycleName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A draft of a plan goes round: opened by the secretariat, answered by a party, and
 * completed line by line.
 */
@BrowserTest
class CompletionInTheBrowserTest {

	private static final CycleName ROUND = new CycleName("PLAN-2021");

	private static final Path DRAFT = Path.of("src/main/resources/plan/action-plan-draft-2021-06.yaml");

	@LocalServerPort
	private int port;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aDraftGoesRoundAndBecomesANewVersion(Chromium chromium) {
		Visit secretariat = chromium.visit(this.port).signIn("aes@stocktake.example");
		open(secretariat);
		sendTheRequests(secretariat);
		writeWords(chromium.visit(this.port).signIn("asef@stocktake.example"));
		accept(secretariat);
		completeThePlan(secretariat);
		download(secretariat);
	}

	private void open(Visit secretariat) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		Tasklist tasklist = secretariat.tasklist();
		TaskForm form = tasklist.start("Open a reporting cycle");
		form.press("Complete a draft of a plan instead");
		secretariat.picture("completion-01-choose-the-draft");
		Accessible.check(secretariat.page());
		Locator file = form.frame().locator("input[type=file]");
		file.setInputFiles(Path.of("pom.xml"));
		assertThat(form.notice()).containsText("The plan is not read: pom.xml");
		file.setInputFiles(DRAFT);
		assertThat(form.frame()).containsText("lines in 36 initiatives wait for words");
		assertThat(form.field("asked.0.parties").locator("input")).hasValue("ASEM-DUO");
		form.fill("Name", ROUND.value()).fill("Title", "Draft of June 2021").fill("Time zone", "Europe/Rome");
		form.press("Preview");
		assertThat(form.notice()).containsText("Choose a date.");
		form.fill("Requests go out", today.plusDays(5).toString());
		form.fill("Words are asked for until", today.plusDays(40).toString());
		form.fill("End of gathering (freeze)", today.plusDays(60).toString());
		form.field("asked.1.parties").locator("input").fill("The Moon");
		form.press("Preview");
		assertThat(form.notice()).containsText("Lines that have nobody");
		form.press("Open the round");
		assertThat(form.notice()).containsText("The register knows no party “The Moon”");
		form.field("asked.1.parties").locator("input").fill("ASEM-DUO; ASEF");
		secretariat.open("/");
		tasklist = secretariat.tasklist();
		form = tasklist.start("Open a reporting cycle");
		assertThat(form.frame()).containsText("what you entered is still in this browser");
		form.press("Complete a draft of a plan instead");
		assertThat(form.frame()).containsText("What you entered earlier in this browser is still here");
		assertThat(form.field("name").locator("input")).hasValue(ROUND.value());
		assertThat(form.field("freeze").locator("input")).hasValue(today.plusDays(60).toString());
		assertThat(form.field("asked.1.parties").locator("input")).hasValue("ASEM-DUO; ASEF");
		secretariat.picture("completion-03-still-here").phonePicture("completion-03-still-here-390");
		form.field("asked.1.parties").locator("input").fill("ASEM-DUO");
		form.press("Preview");
		assertThat(form.notice()).containsText("Nothing has happened yet");
		secretariat.picture("completion-02-preview").phonePicture("completion-04-form-390");
		Accessible.check(secretariat.page());
		form.press("Open the round");
		assertThat(tasklist.messages()).containsText("The round is open");
		form = tasklist.start("Open a reporting cycle");
		form.press("Complete a draft of a plan instead");
		assertThat(form.field("file").locator("input[type=file]")).isVisible();
		secretariat.open("/");
		secretariat.tasklist();
	}

	private void sendTheRequests(Visit secretariat) {
		Tasklist tasklist = secretariat.shownTasklist();
		tasklist.list("Secretariat");
		TaskForm form = tasklist.task("Send the requests now (" + ROUND + ")");
		form.press("Send the requests now");
		form.press("Yes, send them");
		assertThat(tasklist.messages()).containsText("The requests are on their way");
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.jdbc.sql("""
					select count(*) = (select count(*) from cycle_initiative where cycle = :cycle)
					from update_request where cycle = :cycle""")
				.param("cycle", ROUND.value())
				.query(Boolean.class)
				.single());
	}

	private void writeWords(Visit party) {
		TaskForm form = party.form("/i/%s/%s".formatted(ROUND, request()));
		assertThat(form.frame()).containsText("To be completed by ASEF");
		assertThat(form.frame()).containsText("Activities and milestones, line 1");
		assertThat(form.frame()).not().containsText("Progress and achievements");
		form.press("Submit for review");
		assertThat(form.notice()).containsText("say what becomes of it");
		answer(form, 0, "New words stand there instead", "TBC");
		answer(form, 1, "I cannot say yet: it stays open", "Our board meets in May");
		form.press("Submit for review");
		assertThat(form.notice()).containsText("still holds a place");
		party.longPicture("completion-05-words-refused");
		answer(form, 0, "New words stand there instead", "Two summer universities\nOne leaders’ summit");
		party.longPicture("completion-06-words").narrowPicture("completion-07-words-390");
		Accessible.check(party.page());
		form.press("Submit for review");
		assertThat(party.page().locator("main")).containsText("Your words are submitted");
	}

	private void accept(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist();
		tasklist.list("To review");
		TaskForm form = tasklist.task("Review words for the plan: " + request());
		assertThat(form.frame()).containsText("Two summer universities");
		secretariat.longPicture("completion-08-review");
		form.press("Accept");
		form.press("Yes, accept it");
		assertThat(tasklist.messages()).containsText("The words are accepted");
	}

	private void completeThePlan(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist();
		tasklist.list("Secretariat");
		TaskForm closing = tasklist.task("Close the gathering now (" + ROUND + ")");
		closing.press("Close the gathering now");
		closing.press("Yes, close it");
		tasklist.awaitTask("Complete the plan (" + ROUND + ")");
		TaskForm form = tasklist.task("Complete the plan (" + ROUND + ")");
		assertThat(form.frame()).containsText("Placeholders with words: 1");
		assertThat(form.frame().locator("tr[data-outcome=replaced] del")).hasText("To be completed by ASEF");
		assertThat(form.frame().locator("tr[data-outcome=replaced] ins").first()).hasText("Two summer universities");
		secretariat.picture("completion-09-complete")
			.longPicture("completion-10-complete-whole")
			.phonePicture("completion-11-complete-390");
		Accessible.check(secretariat.page());
		lookAtWhatItWouldChange(secretariat, form);
		form.press("Complete the plan");
		assertThat(form.notice()).containsText("The plan in force stays as it is");
		form.press("Yes, make it");
		assertThat(tasklist.messages()).containsText("The plan has a new version");
	}

	private void lookAtWhatItWouldChange(Visit secretariat, TaskForm form) {
		Locator inForce = form.field("inForce").locator("input");
		inForce.check();
		Locator effect = form.frame()
			.locator(".st-panel-warning", new Locator.LocatorOptions().setHasText("It would mean"));
		assertThat(effect)
			.containsText(Pattern.compile("\\d+ initiatives added, \\d+ changed, \\d+ left alone, \\d+ ended"));
		effect.getByText(Pattern.compile("^Would be added \\(\\d+\\)$")).click();
		assertThat(effect.getByText("D01-I03")).isVisible();
		secretariat.picture("completion-14-in-force").phonePicture("completion-15-in-force-390");
		Accessible.check(secretariat.page());
		form.press("Complete the plan");
		assertThat(form.notice()).containsText(Pattern.compile("It becomes the plan in force: \\d+ initiatives added"));
		form.press("No, go back");
		inForce.uncheck();
		assertThat(effect).hasCount(0);
	}

	private void download(Visit secretariat) {
		Page page = secretariat.open("/");
		page.getByText("Completed drafts of a plan").click();
		assertThat(page.locator("main")).containsText("It was not put in force.");
		page.getByText("Old and new of %s, line by line".formatted(ROUND)).click();
		assertThat(page.getByText("Two summer universities")).isVisible();
		secretariat.picture("completion-12-completed").phonePicture("completion-13-completed-390");
		Accessible.check(page);
		Download yaml = page.waitForDownload(() -> page.getByText("YAML").click());
		assertThat(yaml.path()).content().contains("Two summer universities", "To be completed by ESN");
		assertThat(page.waitForDownload(() -> page.getByText("XLSX").click()).path()).isNotEmptyFile();
	}

	private static void answer(TaskForm form, int line, String outcome, String words) {
		form.field("words.%d.outcome".formatted(line)).getByText(outcome).click();
		form.field("words.%d.sentence".formatted(line)).locator("textarea").fill(words);
	}

	private String request() {
		return this.jdbc.sql("select initiative from placeholder where cycle = :cycle and in_plan = 'D01-I03' limit 1")
			.param("cycle", ROUND.value())
			.query(String.class)
			.single();
	}

}
