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
import org.asemeducation.stocktake.browser.Tasklist;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.cycle.NewMeeting;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Tasks;
import org.asemeducation.stocktake.report.ChapterWriting;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.UpdateKey;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A coordinator asks for more time in the update's form; the secretariat answers in
 * Tasklist and goes through its entries: helps others, changes the ladder, the register
 * and the plan, takes an update in late and closes the cycle.
 */
@BrowserTest
class ExtensionInTheBrowserTest {

	private static final CycleName CYCLE = new CycleName("ASEMME14");

	private static final String INITIATIVE = "A01-I02";

	private static final String ENTERED = "A03-I02";

	private static final String OTHER = "A01-I01";

	@LocalServerPort
	private int port;

	@Autowired
	private Clock clock;

	@Autowired
	private Tasks tasks;

	@Autowired
	private DaysOfUpdates days;

	@Autowired
	private ChapterWriting chapters;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void moreTimeIsAskedForAndGranted(Chromium chromium, @Autowired CycleOpening opening, @Autowired CycleActs acts) {
		LocalDate today = gather(opening, acts);
		Visit coordinator = chromium.visit(this.port).signIn("asef@stocktake.example");
		ask(coordinator, today);
		Visit secretariat = chromium.visit(this.port).signIn("aes@stocktake.example");
		decide(secretariat, today);
		coordinator.page().reload();
		assertThat(coordinator.page().locator(".st-panel-note").first())
			.containsText("The secretariat has given you more time");
		coordinator.picture("77-extension-granted");
		askForASlot(coordinator, secretariat);
		helpOthers(secretariat, today);
		haveSomebodyElseTakeOver(secretariat);
		enterForThem(secretariat);
		changeSettings(secretariat);
		enterAPerson(secretariat);
		changeThePlan(secretariat, today);
		closeAndLeaveChaptersOut(acts);
		takeInLate(secretariat);
		closeTheCycle(secretariat, chromium.visit(this.port).signIn("aes@stocktake.example"));
	}

	private LocalDate gather(CycleOpening opening, CycleActs acts) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		LocalDate som2 = today.plusDays(160);
		opening.open(new NewCycle(CYCLE.value(), "A few days more", "Europe/Rome",
				List.of(new NewMeeting(MeetingKind.SOM2, som2, "Seoul", MeetingFormat.IN_PERSON, null)),
				som2.minusDays(140), today.plusDays(50), som2.minusDays(70), som2.minusDays(56), som2.minusDays(28),
				som2.minusDays(14), List.of(), null, List.of(-14, -3)), "aes");
		acts.sendRequests(CYCLE, "aes");
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.tasks.open(BusinessKey.of(CYCLE.value()), "userTask_closeGathering").isPresent());
		this.jdbc.sql("update mail set state = 'sent', sent_at = now(), secret = null where cycle = :cycle")
			.param("cycle", CYCLE.value())
			.update();
		return today;
	}

	private void ask(Visit coordinator, LocalDate today) {
		coordinator.open("/i/" + CYCLE + "/" + INITIATIVE);
		var page = coordinator.page();
		page.getByText("Do you need more time?").click();
		page.getByText("Ask for more time", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
			.click();
		assertThat(page.locator(".st-plan").filter(new Locator.FilterOptions().setHasText("Do you need more time?")))
			.containsText("Give the day that would do.");
		page.locator("[data-field=until] input").first().fill(today.plusDays(60).toString());
		page.locator("[data-field=reason] input").first().fill("Our data come in three weeks later this year");
		coordinator.picture("75-extension-asked");
		Accessible.check(page);
		page.getByText("Ask for more time", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
			.click();
		assertThat(page.locator(".st-panel-note").first()).containsText("The secretariat has not answered yet");
	}

	/** A slot is asked for in the same form, and given at the desk. */
	private void askForASlot(Visit coordinator, Visit secretariat) {
		coordinator.open("/i/" + CYCLE + "/" + INITIATIVE);
		Locator panel = coordinator.page()
			.locator(".st-plan")
			.filter(new Locator.FilterOptions().setHasText("Do you want to speak at a meeting?"));
		panel.locator("summary").click();
		panel.getByText("Ask for a slot", new Locator.GetByTextOptions().setExact(true)).click();
		assertThat(panel).containsText("Give the minutes as a number from 1 to 240.");
		panel.getByLabel("SOM2").check();
		panel.locator("[data-field=title] input").first().fill("Two hundred pairs");
		panel.locator("[data-field=minutes] input").first().fill("10");
		panel.locator("[data-field=purpose] textarea").first().fill("To find hosts for the next call");
		Accessible.check(coordinator.page());
		panel.scrollIntoViewIfNeeded();
		coordinator.picture("81-slot-asked");
		panel.getByText("Ask for a slot", new Locator.GetByTextOptions().setExact(true)).click();
		assertThat(coordinator.page().locator("body")).containsText("has asked for 10 minutes at SOM2");
		secretariat.open("/desk/meetings/" + CYCLE + "/SOM2/slots");
		secretariat.page().getByLabel("When in the meeting").fill("second day, 09:30");
		Accessible.check(secretariat.page());
		secretariat.longPicture("82-slot-to-answer");
		secretariat.button("Give the slot: Two hundred pairs").click();
		assertThat(secretariat.page().locator("main")).containsText("Given: 10 minutes, second day, 09:30.");
		coordinator.page().reload();
		assertThat(coordinator.page().locator("body"))
			.containsText("You have 10 minutes at SOM2 for “Two hundred pairs”: second day, 09:30.");
	}

	private void decide(Visit secretariat, LocalDate today) {
		Tasklist tasklist = secretariat.tasklist();
		TaskForm form = tasklist.list("Secretariat").task("Decide on extension: " + INITIATIVE);
		assertThat(form.frame()).containsText("Our data come in three weeks later this year");
		form.fill("Reason", "They asked in good time");
		form.press("Show what follows");
		assertThat(form.notice()).containsText(INITIATIVE + ": nothing is extended yet");
		assertThat(form.notice()).containsText("asef@stocktake.example");
		secretariat.longPicture("76-extension-preview");
		Accessible.check(secretariat.page());
		form.press("Give more time");
		assertThat(tasklist.messages()).containsText("may be submitted until the end of");
		assertThat(this.days.of(UpdateKey.of(CYCLE.value(), INITIATIVE)).deadline()).isEqualTo(today.plusDays(60));
	}

	private void helpOthers(Visit secretariat, LocalDate today) {
		Tasklist tasklist = secretariat.tasklist();
		TaskForm form = help(tasklist);
		form.press("Show what follows");
		assertThat(form.notice()).containsText("Choose at least one initiative.");
		form.tick(OTHER);
		form.choose("What to do for them", "Give more time");
		form.fill("New day", today.plusDays(100).toString()).fill("Reason", "The person has changed");
		form.press("Show what follows");
		assertThat(form.notice()).containsText("It can be done for none of them");
		assertThat(form.notice()).containsText("Say that you allow it");
		form.field("pastFreeze").locator("input").check();
		form.press("Show what follows");
		assertThat(form.notice()).containsText("Give more time: 1 initiative. Nothing is done yet.");
		secretariat.longPicture("78-help-more-time");
		Accessible.check(secretariat.page());
		form.press("Give more time: 1 initiative");
		assertThat(tasklist.messages()).containsText("Done for 1 initiative: " + OTHER);
		assertThat(this.days.of(UpdateKey.of(CYCLE.value(), OTHER)).last()).isEqualTo(today.plusDays(100));
		remind(secretariat);
	}

	private void haveSomebodyElseTakeOver(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist();
		TaskForm form = help(tasklist);
		assertThat(form.field("leaving").locator("option")).hasText(new String[] { "Choose the initiatives first" });
		String initiative = this.jdbc.sql("""
				select i.initiative from cycle_initiative i join coordination k on k.initiative = i.initiative
				join party p on p.id = k.party and p.acronym = 'IAU'
				where i.cycle = :cycle and k.role = 'coordinator' order by i.position limit 1""")
			.param("cycle", CYCLE.value())
			.query(String.class)
			.single();
		form.tick(initiative);
		form.choose("What to do for them", "Have somebody else take over");
		form.press("Show what follows");
		assertThat(form.notice()).containsText("Who takes over");
		Locator leaving = form.field("leaving").locator("select");
		Locator iau = leaving.locator("option").filter(new Locator.FilterOptions().setHasText("(IAU)")).first();
		leaving.selectOption(iau.getAttribute("value"));
		form.fill("For whom they speak", "Nobody of the register");
		form.fill("Who takes over", "Sami Successor").fill("Their e-mail address", "sami@successor.example");
		form.fill("Reason", "A new post");
		form.press("Show what follows");
		assertThat(form.notice()).containsText("\"Nobody of the register\" is no party of the register");
		form.fill("For whom they speak", "").press("Show what follows");
		assertThat(form.notice()).containsText("Have somebody else take over:");
		Accessible.check(secretariat.page());
		secretariat.longPicture("83-help-hand-over");
		form.frame().getByText(Pattern.compile("^Hand over: \\d+ initiatives?$")).click();
		assertThat(tasklist.messages()).containsText("Done for");
		assertThat(this.jdbc.sql("select active from contact where email = 'sami@successor.example'")
			.query(Boolean.class)
			.single()).isTrue();
	}

	private void enterForThem(Visit secretariat) {
		TaskForm form = help(secretariat.tasklist());
		form.tick(ENTERED);
		form.choose("What to do for them", "Enter for them");
		form.press("Show what follows").press("Begin to enter: 1 initiative");
		assertThat(form.notice()).containsText("You are entering 1 update");
		secretariat.longPicture("84-help-enter");
		Page entering = secretariat.page()
			.waitForPopup(() -> form.notice().getByText("Open the form of " + ENTERED).click());
		assertThat(entering.getByLabel("Progress and achievements").first()).isEditable();
		entering.close();
	}

	private void remind(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist();
		TaskForm form = help(tasklist);
		form.tick(INITIATIVE);
		form.tick(OTHER);
		form.choose("What to do for them", "Remind now");
		form.press("Show what follows");
		assertThat(form.notice()).containsText("Who is mailed:");
		assertThat(form.notice()).containsText("asef@stocktake.example");
		secretariat.longPicture("83-help-remind");
		secretariat.phonePicture("84-help-remind-phone");
		form.press("Send the reminders: 2 initiatives");
		assertThat(tasklist.messages()).containsText("Done for 2 initiatives");
		form = help(secretariat.tasklist());
		form.tick(INITIATIVE);
		form.choose("What to do for them", "Remind now");
		form.press("Show what follows");
		assertThat(form.notice()).containsText("They are reminded of it today already.");
	}

	private TaskForm help(Tasklist tasklist) {
		TaskForm form = tasklist.start("Help a coordinator");
		Locator cycle = form.frame().getByLabel("Which cycle");
		if (cycle.count() > 0) {
			cycle.selectOption(CYCLE.value());
		}
		assertThat(form.frame()).containsText("A few days more (" + CYCLE + ")");
		return form;
	}

	private void changeSettings(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist();
		TaskForm form = tasklist.start("Settings");
		Locator cycle = form.frame().getByLabel("Which cycle");
		if (cycle.count() > 0) {
			cycle.selectOption(CYCLE.value());
		}
		form.fill("Days from the deadline", "-10, often");
		form.press("Show what follows");
		assertThat(form.notice()).containsText("is not a whole number of days");
		form.fill("Days from the deadline", "-10, -2");
		form.press("Show what follows");
		assertThat(form.notice()).containsText("Reminders to come, as long as nobody answers:");
		secretariat.longPicture("85-settings");
		secretariat.phonePicture("86-settings-phone");
		Accessible.check(secretariat.page());
		form.press("Change the ladder");
		assertThat(tasklist.messages()).containsText("The ladder of " + CYCLE + " is changed.");
		assertThat(this.jdbc.sql("select array_to_string(reminders, ' ') from cycle where name = :cycle")
			.param("cycle", CYCLE.value())
			.query(String.class)
			.single()).isEqualTo("-10 -2");
	}

	private void enterAPerson(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist();
		TaskForm form = tasklist.start("Change the register");
		form.press("Enter and invite");
		assertThat(form.notice()).containsText("Name the party: its name or acronym");
		form.fill("Name", "Nora Field").fill("E-mail address", "nora.field@stocktake.example");
		form.fill("For whom they speak", "Malta");
		secretariat.longPicture("87-register-entry");
		secretariat.phonePicture("88-register-entry-phone");
		Accessible.check(secretariat.page());
		form.press("Enter and invite");
		assertThat(tasklist.messages()).containsText("The person is entered.");
		assertThat(this.jdbc.sql("select count(*) from contact where email = 'nora.field@stocktake.example'")
			.query(Long.class)
			.single()).isOne();
	}

	private void changeThePlan(Visit secretariat, LocalDate today) {
		Tasklist tasklist = secretariat.tasklist();
		TaskForm form = tasklist.start("Change the plan");
		form.select("act", "suspend");
		form.fill("Initiative", INITIATIVE).fill("In force from", today.plusDays(90).toString());
		form.press("Show what it means");
		assertThat(form.notice()).containsText("Say in at most 500 characters why.");
		form.fill("Why", "Its programme pauses");
		form.press("Show what it means");
		assertThat(form.notice()).containsText("Nothing is changed yet.");
		secretariat.longPicture("89-change-plan");
		secretariat.phonePicture("90-change-plan-phone");
		Accessible.check(secretariat.page());
		form.press("Change the plan so");
		assertThat(tasklist.messages()).containsText("The plan is changed.");
		secretariat.open("/desk/plan/changes?initiative=" + INITIATIVE);
		assertThat(secretariat.page().locator("main")).containsText("Its programme pauses");
		secretariat.page().getByText("Call it off").first().click();
		assertThat(secretariat.page().locator("main")).containsText("The change is called off");
	}

	private void closeTheCycle(Visit secretariat, Visit colleague) {
		TaskForm another = colleague.tasklist().start("Close a cycle");
		another.select("cycle", CYCLE.value()).fill("Reason", "As we said");
		Tasklist tasklist = secretariat.tasklist();
		TaskForm form = tasklist.start("Close a cycle");
		form.select("cycle", CYCLE.value());
		assertThat(form.frame()).containsText("What stays open");
		assertThat(form.frame()).containsText("Not held or not recorded: ISOM, SOM1, SOM2, ASEMME.");
		form.press("Close the cycle");
		assertThat(form.notice()).containsText("Say in a few words why it is closed.");
		form.fill("Reason", "The meeting is cancelled for good");
		secretariat.longPicture("91-close-cycle");
		secretariat.phonePicture("92-close-cycle-phone");
		Accessible.check(secretariat.page());
		form.press("Close the cycle");
		form.press("Yes, close it");
		assertThat(tasklist.messages()).containsText("The cycle is closed.");
		another.press("Close the cycle");
		another.press("Yes, close it");
		assertThat(another.notice()).containsText("The cycle %s is closed: it can be read".formatted(CYCLE));
		colleague.picture("92b-close-cycle-refused");
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.tasks.open(BusinessKey.of(CYCLE.value()), "userTask_editReport").isEmpty());
		secretariat.open("/camunda/app/cockpit/default/#/dashboard?cycle=" + CYCLE);
		assertThat(secretariat.page().locator("body")).containsText("Closed");
		secretariat.picture("93-closed-in-cockpit");
	}

	private void closeAndLeaveChaptersOut(CycleActs acts) {
		acts.closeGathering(CYCLE, "aes");
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.tasks.open(BusinessKey.of(CYCLE.value()), "userTask_writeForeword").isPresent());
		for (FreeChapter chapter : FreeChapter.values()) {
			this.chapters.finish(CYCLE, chapter, 0, true, "aes");
		}
	}

	private String late() {
		return this.jdbc.sql("""
				select min(initiative) from update_request
				where cycle = :cycle and settled_as = 'no-update-received'""")
			.param("cycle", CYCLE.value())
			.query(String.class)
			.single();
	}

	private void takeInLate(Visit secretariat) {
		Tasklist tasklist = secretariat.tasklist().list("Secretariat").awaitTask("Edit report");
		TaskForm form = help(tasklist);
		form.tick(late());
		form.choose("What to do for them", "Accept what came late, after the gathering");
		form.press("Show what follows");
		form.press("Take it in");
		form.press("Yes, take it in");
		assertThat(form.notice()).containsText("Say in a few words why it is taken in.");
		form.fill("Reason", "It came by letter");
		form.field("progress").locator("textarea").fill("Two conferences took place.");
		secretariat.longPicture("79-take-in-late");
		Accessible.check(secretariat.page());
		form.press("Take it in");
		form.press("Yes, take it in");
		assertThat(tasklist.messages()).containsText("is taken in. Compile the draft report again.");
		TaskForm edit = secretariat.tasklist().list("Secretariat").task("Edit report");
		assertThat(edit.frame()).containsText("The draft is out of date");
		secretariat.picture("80-draft-out-of-date");
		edit.press("Compile again");
		assertThat(edit.status()).containsText("Compiled version 2");
		assertThat(edit.frame()).not().containsText("The draft is out of date");
		secretariat.open("/reports");
		assertThat(secretariat.page().locator("main")).not().containsText("out of date");
	}

}
