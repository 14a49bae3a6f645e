package org.asemeducation.stocktake;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the secretariat starts in Tasklist that no longer story is about: each act on the
 * plan, with what becomes of the plan and of the initiative's history.
 */
@BrowserTest
class ActsInTheBrowserTest {

	private static final CycleName CYCLE = new CycleName("ASEMME16");

	@LocalServerPort
	private int port;

	@Autowired
	private Clock clock;

	@Autowired
	private Tasks tasks;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void anInitiativeIsAdded(Chromium chromium) {
		// given
		Visit desk = desk(chromium);
		// when
		TaskForm form = act(desk, "add");
		assertThat(form.field("act").locator("option")).hasText(new String[] { "Choose …", "Add an initiative",
				"Rename an initiative", "Move an initiative to another action", "Change who coordinates",
				"Merge an initiative into another", "Split an initiative off another", "Suspend an initiative",
				"Revive an initiative", "End an initiative" });
		form.press("Show what it means");
		assertThat(form.notice()).containsText("Say which initiative, as in A01-I02.");
		form.select("action", "3");
		assertThat(form.field("initiative").locator("input")).hasValue("A03-I04");
		form.fill("Title", "A virtual campus")
			.fill("Who coordinates", "ETF\nMalta (support)")
			.fill("Activities and milestones", "Open it\nKeep it open")
			.fill("Expected outcomes by 2030", "Students meet");
		change(desk, form, today(), "A03-I04 “A virtual campus” is added to action 3.");
		// then
		assertThat(row(desk.open("/desk/plan"), "A03-I04")).containsText("A virtual campus NEW");
		Locator added = row(planOf(desk, today()), "A03-I04");
		assertThat(added).containsText("ETF");
		added.locator("summary").click();
		assertThat(added).containsText("Keep it open");
		assertThat(added).containsText("Students meet");
		look(desk, "plan-add");
		history(desk, "A03-I04", "Change of the plan: A03-I04 “A virtual campus” is added to action 3.");
	}

	@Test
	void anInitiativeIsRenamed(Chromium chromium) {
		// given
		LocalDate day = today().plusDays(30);
		Visit desk = desk(chromium);
		// when
		TaskForm form = act(desk, "rename").fill("Initiative", "A04-I02");
		assertThat(form.field("title").locator("input")).hasValue("ASEM-DUO Fellowship Programme");
		form.fill("Title", "The DUO of researchers");
		change(desk, form, day, "A04-I02 “ASEM-DUO Fellowship Programme” is renamed to “The DUO of researchers”.");
		// then
		assertThat(row(planOf(desk, day.minusDays(1)), "A04-I02")).containsText("ASEM-DUO Fellowship Programme");
		assertThat(row(planOf(desk, day), "A04-I02")).containsText("The DUO of researchers");
		look(desk, "plan-rename");
		assertThat(
				history(desk, "A04-I02", "is renamed to “The DUO of researchers”.").getByRole(AriaRole.HEADING).first())
			.containsText("ASEM-DUO Fellowship Programme");
	}

	@Test
	void anInitiativeMovesToAnotherAction(Chromium chromium) {
		// given
		LocalDate day = today().plusDays(31);
		Visit desk = desk(chromium);
		// when
		TaskForm form = act(desk, "move").fill("Initiative", "A04-I03");
		form.select("action", "5");
		change(desk, form, day, "A04-I03 moves from action 4 to action 5.");
		// then
		assertThat(action(planOf(desk, day.minusDays(1)), "4")).containsText("A04-I03");
		assertThat(action(planOf(desk, day), "4")).not().containsText("A04-I03");
		assertThat(action(desk.page(), "5").getByRole(AriaRole.ROW).last()).containsText("A04-I03");
		look(desk, "plan-move");
		history(desk, "A04-I03", "A04-I03 moves from action 4 to action 5.");
	}

	@Test
	void othersCoordinateAnInitiative(Chromium chromium) {
		// given
		Visit desk = desk(chromium);
		// when
		TaskForm form = act(desk, "coordinators").fill("Initiative", "A03-I02");
		assertThat(form.field("parties").locator("textarea")).hasValue("ASEF");
		form.fill("Who coordinates", "The Moon");
		form.press("Show what it means");
		assertThat(form.notice()).containsText("The register has no party “The Moon”");
		form.fill("Who coordinates", "ETF\nASEF");
		change(desk, form, today(), "A03-I02: ETF leads and ASEF coordinate, in place of ASEF coordinates.");
		// then
		assertThat(row(desk.open("/desk/plan"), "A03-I02")).containsText("ETF, ASEF");
		assertThat(row(planOf(desk, today()), "A03-I02")).containsText("ETF, ASEF");
		look(desk, "plan-coordinators");
		history(desk, "A03-I02", "ETF leads and ASEF coordinate");
	}

	@Test
	void anInitiativeIsMergedIntoAnother(Chromium chromium) {
		// given
		LocalDate day = today().plusDays(32);
		Visit desk = desk(chromium);
		// when
		TaskForm form = act(desk, "merge").fill("Initiative", "A03-I03").fill("Into which initiative", "A03-I01");
		form.frame().getByLabel("Its coordinators coordinate the other one, too").check();
		change(desk, form, day, "A03-I03 is merged into A03-I01 and ends.");
		// then
		assertThat(row(planOf(desk, day.minusDays(1)), "A03-I03")).isVisible();
		assertThat(row(planOf(desk, day), "A03-I03")).hasCount(0);
		assertThat(row(desk.page(), "A03-I01")).containsText("SEAMEO RIHED");
		look(desk, "plan-merge");
		history(desk, "A03-I01", "A03-I03 is merged into A03-I01 and ends.");
		history(desk, "A03-I03", "A03-I03 is merged into A03-I01 and ends.");
	}

	@Test
	void anInitiativeIsSplitOffAnother(Chromium chromium) {
		// given
		LocalDate day = today().plusDays(33);
		Visit desk = desk(chromium);
		// when
		TaskForm form = act(desk, "split").fill("Off which initiative", "A06-I02")
			.fill("Title", "Research Network 9")
			.fill("Who coordinates", "ASEF");
		form.select("action", "6");
		assertThat(form.field("initiative").locator("input")).hasValue("A06-I08");
		change(desk, form, day,
				"A06-I08 “Research Network 9” is split off A06-I02, which goes on, and stands under action 6.");
		// then
		assertThat(row(planOf(desk, day.minusDays(1)), "A06-I08")).hasCount(0);
		assertThat(row(planOf(desk, day), "A06-I08")).containsText("Research Network 9");
		assertThat(row(desk.page(), "A06-I02")).isVisible();
		look(desk, "plan-split");
		history(desk, "A06-I08", "is split off A06-I02");
		history(desk, "A06-I02", "A06-I08 “Research Network 9” is split off A06-I02");
	}

	@Test
	void anInitiativeIsSuspendedAndRevived(Chromium chromium) {
		// given
		LocalDate day = today().plusDays(34);
		Visit desk = desk(chromium);
		// when
		TaskForm form = act(desk, "suspend").fill("Initiative", "A05-I01");
		change(desk, form, today(), "A05-I01 is suspended.");
		// then
		assertThat(row(desk.open("/desk/plan"), "A05-I01")).hasCount(0);
		assertThat(row(planOf(desk, today()), "A05-I01")).containsText("suspended");
		look(desk, "plan-suspend");
		// when
		form = act(desk, "revive").fill("Initiative", "A05-I01");
		change(desk, form, day, "A05-I01, which was suspended, is in force again.");
		// then
		assertThat(row(planOf(desk, day.minusDays(1)), "A05-I01")).containsText("suspended");
		assertThat(row(planOf(desk, day), "A05-I01")).containsText("in force");
		look(desk, "plan-revive");
		history(desk, "A05-I01", "A05-I01, which was suspended, is in force again.");
	}

	@Test
	void anInitiativeEnds(Chromium chromium) {
		// given
		Visit desk = desk(chromium);
		// when
		TaskForm form = act(desk, "end").fill("Initiative", "A05-I04");
		change(desk, form, today(), "A05-I04 ends.");
		// then
		assertThat(row(desk.open("/desk/plan"), "A05-I04")).hasCount(0);
		assertThat(row(planOf(desk, today()), "A05-I04")).hasCount(0);
		look(desk, "plan-end");
		history(desk, "A05-I04", "A05-I04 ends.");
	}

	@Test
	void othersAreHelpedAndToldAndEntered(Chromium chromium, @Autowired CycleOpening opening,
			@Autowired CycleActs acts) {
		gather(opening, acts);
		Visit desk = desk(chromium);
		someoneOfAnotherPartyTakesOver(desk);
		aDateMovesAndSomebodyIsNotTold(desk);
		somebodyKnownSpeaksForAnotherParty(desk);
		begun("A07-I01");
		begun("A07-I02");
		acts.closeGathering(CYCLE, "aes");
		leaveTheDraftsOut(desk);
		severalDraftsAreAcceptedLate(desk);
	}

	private void gather(CycleOpening opening, CycleActs acts) {
		LocalDate som2 = today().plusDays(160);
		opening.open(new NewCycle(CYCLE.value(), "Others help", "Europe/Rome",
				List.of(new NewMeeting(MeetingKind.SOM2, som2, "Seoul", MeetingFormat.IN_PERSON, null)),
				som2.minusDays(140), today().plusDays(50), som2.minusDays(70), som2.minusDays(56), som2.minusDays(28),
				som2.minusDays(14), List.of(), null, List.of(-14, -3)), "aes");
		acts.sendRequests(CYCLE, "aes");
		await("userTask_closeGathering");
		this.jdbc.sql("update mail set state = 'sent', sent_at = now(), secret = null where cycle = :cycle")
			.param("cycle", CYCLE.value())
			.update();
	}

	private void await(String task) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.tasks.open(BusinessKey.of(CYCLE.value()), task).isPresent());
	}

	private void begun(String initiative) {
		this.jdbc.sql("""
				insert into draft (cycle, initiative, version, content, saved_at, saved_by)
				values (:cycle, :initiative, 1, '{"progress": "Two conferences took place."}', now(), 'aes')""")
			.param("cycle", CYCLE.value())
			.param("initiative", initiative)
			.update();
	}

	private void someoneOfAnotherPartyTakesOver(Visit desk) {
		Tasklist tasklist = desk.tasklist();
		TaskForm form = tasklist.start("Help a coordinator").tick("A06-I03");
		form.choose("What to do for them", "Have somebody else take over");
		form.select("leaving", option(form, "leaving", "(ETF)"));
		form.fill("Who takes over", "Una Universal").fill("Their e-mail address", "una@universal.example");
		form.fill("For whom they speak", "UNESCO Institute for Lifelong Learning");
		form.fill("Reason", "The work moves").press("Show what follows");
		assertThat(form.notice()).containsText("Have somebody else take over: 1 initiative. Nothing is done yet.");
		look(desk, "help-other-party");
		form.press("Hand over: 1 initiative");
		assertThat(tasklist.messages()).containsText("Done for 1 initiative: A06-I03");
	}

	private static String option(TaskForm form, String field, String words) {
		return form.field(field)
			.locator("option")
			.filter(new Locator.FilterOptions().setHasText(words))
			.first()
			.getAttribute("value");
	}

	private void aDateMovesAndSomebodyIsNotTold(Visit desk) {
		Tasklist tasklist = desk.tasklist();
		TaskForm form = tasklist.start("Move a date").select("date", CYCLE + "/deadline");
		form.fill("New day", today().plusDays(55).toString()).fill("Reason", "Holidays").press("Show what follows");
		Locator told = form.notice().locator(".st-addressees");
		if (told.getAttribute("open") == null) {
			told.locator("summary").click();
		}
		told.locator("li")
			.filter(new Locator.FilterOptions().setHasText("asef@stocktake.example"))
			.locator("input")
			.uncheck();
		assertThat(told.locator("summary")).containsText("1 left out");
		look(desk, "move-date-left-out");
		form.press("Move the date");
		assertThat(tasklist.messages()).containsText("Deadline of ASEMME16 is moved to");
		assertThat(number(
				"select count(*) from audit where act = 'leave out of mails' and subject = '%s'".formatted(CYCLE)))
			.isOne();
	}

	private void somebodyKnownSpeaksForAnotherParty(Visit desk) {
		Tasklist tasklist = desk.tasklist();
		TaskForm form = tasklist.start("Change the register");
		form.fill("Name", "Ann Other").fill("E-mail address", "not an address");
		form.fill("For whom they speak", "Malta").press("Enter and invite");
		assertThat(form.frame().locator(".st-message-error")).isVisible();
		look(desk, "register-refused");
		form.fill("E-mail address", "etf@stocktake.example").press("Enter and invite");
		assertThat(tasklist.messages()).containsText("The person is entered.");
		assertThat(number("""
				select count(*) from contact_role r join contact c on c.id = r.contact join party p on p.id = r.party
				where c.email = 'etf@stocktake.example' and p.name = 'Malta'""")).isOne();
	}

	private long number(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private void leaveTheDraftsOut(Visit desk) {
		Tasklist tasklist = desk.tasklist().list("Secretariat").awaitTask("Decide on unsubmitted drafts");
		TaskForm form = tasklist.task("Decide on unsubmitted drafts");
		Locator out = form.frame().getByLabel("Leave it out");
		assertThat(out).hasCount(2);
		out.nth(0).check();
		out.nth(1).check();
		form.press("Decide").press("Yes, decide so");
		assertThat(tasklist.messages()).containsText("The decisions are saved");
	}

	private void severalDraftsAreAcceptedLate(Visit desk) {
		Tasklist tasklist = desk.tasklist();
		TaskForm form = tasklist.start("Help a coordinator").tick("A07-I01").tick("A07-I02").tick("A01-I01");
		form.choose("What to do for them", "Accept what came late, after the gathering");
		form.fill("Reason", "They came the day after").press("Show what follows");
		assertThat(form.notice()).containsText("2 initiatives. Nothing is done yet.");
		assertThat(form.notice()).containsText("It cannot be done for 1 initiative; they are left alone");
		look(desk, "help-accept-late");
		form.press("Accept the drafts: 2 initiatives");
		assertThat(tasklist.messages()).containsText("Done for 2 initiatives: A07-I01, A07-I02");
		Page page = desk.open("/camunda/app/cockpit/default/#/initiative?cycle=ASEMME16&id=A07-I02");
		assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("History of an initiative")))
			.containsText("Took in a late update");
		look(desk, "history-accepted-late");
	}

	private Visit desk(Chromium chromium) {
		return chromium.visit(this.port).signIn("aes@stocktake.example");
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	private static TaskForm act(Visit desk, String act) {
		return desk.tasklist().start("Change the plan").select("act", act);
	}

	/** Looks at what it means, and does it. */
	private static void change(Visit desk, TaskForm form, LocalDate from, String means) {
		String name = "act-" + form.field("act").locator("select").inputValue();
		Tasklist tasklist = desk.shownTasklist();
		form.fill("In force from", from.toString())
			.fill("Why", "It was decided so")
			.fill("Decided by", "SOM1 (ASEMME9)");
		look(desk, name + "-filled");
		form.press("Show what it means");
		assertThat(form.notice()).containsText("Nothing is changed yet.");
		assertThat(form.notice()).containsText(means);
		look(desk, name);
		form.press("Change the plan so");
		assertThat(tasklist.messages()).containsText("The plan is changed.");
	}

	private static void look(Visit visit, String name) {
		Accessible.check(visit.page());
		visit.picture(name).phonePicture(name + "-narrow");
	}

	private static Page planOf(Visit desk, LocalDate day) {
		return desk.open("/desk/plan/history?on=" + day);
	}

	private static Locator row(Page page, String initiative) {
		return page.locator("tr")
			.filter(new Locator.FilterOptions()
				.setHas(page.getByText(initiative, new Page.GetByTextOptions().setExact(true))));
	}

	private static Locator action(Page page, String number) {
		return page.locator("tbody").filter(new Locator.FilterOptions().setHasText("Action %s: ".formatted(number)));
	}

	private static Locator history(Visit desk, String initiative, String words) {
		Page page = desk.open("/camunda/app/cockpit/default/#/initiative?id=" + initiative);
		Locator history = page.getByRole(AriaRole.REGION,
				new Page.GetByRoleOptions().setName("History of an initiative"));
		assertThat(history.getByRole(AriaRole.HEADING).first()).containsText(initiative);
		assertThat(history).containsText(words);
		assertThat(history).containsText("decided by SOM1 (ASEMME9): It was decided so");
		look(desk, "history-" + initiative);
		return history;
	}

	@Test
	void thePlanOfADayIsChosenAndCompared(Chromium chromium) {
		// given
		LocalDate day = today().plusDays(35);
		Visit desk = desk(chromium);
		TaskForm form = act(desk, "rename").fill("Initiative", "A14-I01");
		form.fill("Title", "Rules for everybody");
		change(desk, form, day, "is renamed to “Rules for everybody”.");
		Page page = desk.open("/desk/plan");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The plan as of any day")).click();
		assertThat(page.locator("h1")).hasText("The plan today");
		// when
		page.getByLabel("As of").fill(day.toString());
		page.getByLabel("Compared with").fill(day.minusDays(1).toString());
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
		// then
		assertThat(page.locator("h1")).containsText("The plan as of ");
		Locator differences = page.locator("section[aria-labelledby=differences] li");
		assertThat(differences).hasCount(1);
		assertThat(differences).containsText("Renamed");
		assertThat(differences.locator("ins").first()).isVisible();
		assertThat(page.getByLabel("Compared with")).hasValue(day.minusDays(1).toString());
		look(desk, "plan-history-compared");
		// when
		differences.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Why A14-I01 was changed")).click();
		// then
		assertThat(page.locator("main")).containsText("It was decided so");
		// when nothing differs, and there is nothing to compare
		page.goBack();
		page.getByLabel("As of").fill(day.plusDays(400).toString());
		page.getByLabel("Compared with").fill(day.plusDays(401).toString());
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
		assertThat(page.locator("main")).containsText("The plan reads the same on both days.");
		page.getByLabel("Compared with").fill("");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
		assertThat(page.locator("section[aria-labelledby=differences]")).hasCount(0);
		assertThat(row(page, "A14-I01")).containsText("Rules for everybody");
	}

}
