package org.asemeducation.stocktake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.Letterbox;
import org.asemeducation.stocktake.browser.TaskForm;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.cycle.NewMeeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * From the link of an invitation to the plan that has the new initiative, and from the
 * start page of somebody who coordinates to a proposal that is withdrawn.
 */
@BrowserTest
class ProposalInTheBrowserTest {

	private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/proposal/[A-Za-z0-9_-]+)");

	private static final String KIM = "kim@far.example";

	@TempDir
	static Path outbox;

	@LocalServerPort
	private int port;

	@Autowired
	private Clock clock;

	@DynamicPropertySource
	static void mails(DynamicPropertyRegistry registry) {
		registry.add("stocktake.outbox", outbox::toString);
	}

	@Test
	void fromTheInvitationToThePlan(Chromium chromium, @Autowired CycleOpening opening) {
		// given
		cycle(opening, "PROPOSED");
		Letterbox letters = new Letterbox(outbox);
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		// when
		Page page = desk.open("/desk/plan/changes");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("invite somebody to propose one")).click();
		page.getByLabel("Name").fill("Kim Park");
		page.getByLabel("Organisation").fill("Far University");
		page.getByLabel("E-mail address").fill("Kim@Far.example");
		page.getByLabel("Words of yours in the mail").fill("We spoke about this in Valletta.");
		button(page, "Send the invitation");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The invitation is good until");
		Accessible.check(page);
		pictures(desk, "proposal-invitations");
		// when
		String mail = letters.await(KIM, "invited to propose a change", () -> {
		});
		Visit outside = chromium.visit(this.port);
		Page own = outside.open(link(mail));
		TaskForm form = outside.shownForm();
		// then
		assertThat(own.getByText("Welcome, Kim Park")).isVisible();
		Accessible.check(own);
		form.press("Send the proposal").press("Yes, send it");
		assertThat(form.notice()).containsText("Choose what you propose.");
		own.getByLabel("What do you propose?").selectOption(new SelectOption().setLabel("A new initiative"));
		form.fill("Title", "Teachers on the <b>move</b>");
		own.getByLabel("Action under which it stands").selectOption("5");
		form.fill("What the initiative is about", "Teachers of schools visit each other for a term.");
		form.fill("Who coordinates", "ASEF");
		form.fill("Activities of the next two years", "A pilot in 2026\nTwenty visits in 2027");
		assertThat(form.status()).containsText("Saved");
		own.reload();
		form = outside.shownForm();
		assertThat(own.getByLabel("Who coordinates")).hasValue("ASEF");
		form.fill("Expected outputs", "Fifty teachers have been abroad");
		form.fill("Why you propose this", "Nothing in the plan is about schools.");
		assertThat(form.status()).containsText("Saved");
		pictures(outside, "proposal-form");
		form.press("Send the proposal").press("Yes, send it");
		assertThat(own.getByText("The proposal is sent. A mail confirms it.")).isVisible();
		own.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See where it stands")).click();
		assertThat(own.getByText("The proposal is with the secretariat.")).isVisible();
		Accessible.check(own);
		pictures(outside, "proposal-sent");
		letters.await(KIM, "Received: New initiative", () -> {
		});
		// when
		form = desk.tasklist().list("Secretariat").awaitTask("Check proposal").task("Check proposal");
		Accessible.check(desk.page());
		form.fill("Advice wanted by", LocalDate.now(this.clock).plusDays(14).toString());
		pictures(desk, "proposal-check");
		form.press("Put it to the Standing Working Group");
		assertThat(desk.shownTasklist().entry("Check proposal")).hasCount(0);
		theDayMovesAndThePersonIsFound(desk);
		Visit body = chromium.visit(this.port).signIn("swg@stocktake.example");
		form = body.tasklist().list("To review").awaitTask("Give advice").task("Give advice");
		form.fill("Reasons, or your comment", "Who pays?").press("Only comment");
		assertThat(form.status()).containsText("Your comment is there");
		assertThat(form.frame()).containsText("Who pays?");
		form.frame().getByLabel("What the Standing Working Group advises").selectOption("with-changes");
		form.fill("Reasons, or your comment", "Begin with ten schools.");
		Accessible.check(body.page());
		pictures(body, "proposal-advice");
		form.press("Record the advice");
		assertThat(body.shownTasklist().entry("Give advice")).hasCount(0);
		Page list = body.open("/desk/proposals?state=deciding");
		assertThat(list.locator("tbody tr")).hasCount(1);
		Accessible.check(list);
		pictures(body, "proposals-list");
		// when
		form = desk.tasklist().list("Secretariat").awaitTask("Record meeting decision").task("Record meeting decision");
		form.frame().getByLabel("What the meeting decided").selectOption("decided");
		form.field("meeting").locator("select").selectOption("SOM1 (PROPOSED)");
		assertThat(form.field("id").locator("input")).hasValue(Pattern.compile("A05-I\\d\\d"));
		String id = form.field("id").locator("input").inputValue();
		form.fill("What was decided, or why it is put off", "Agreed, with ten schools.");
		Accessible.check(desk.page());
		pictures(desk, "proposal-decision");
		form.press("Record the decision");
		assertThat(desk.shownTasklist().entry("Record meeting decision")).hasCount(0);
		// then
		Page plan = desk.open("/desk/plan");
		assertThat(plan.locator("main")).containsText(id);
		assertThat(plan.locator("main")).containsText("Teachers on the <b>move</b>");
		assertThat(desk.open("/desk/plan/history").locator("main"))
			.containsText("Teachers of schools visit each other for a term.");
		list = desk.open("/desk/proposals");
		list.locator("tbody a").first().click();
		assertThat(list.locator("main")).containsText("In force since");
		Accessible.check(list);
		pictures(desk, "proposal-decided");
		String told = letters.await(KIM, "Decided: New initiative", () -> {
		});
		own.navigate(link(told));
		assertThat(own.getByText("The proposal is decided.")).isVisible();
		org.assertj.core.api.Assertions.assertThat(outside.mishaps()).isEmpty();
	}

	@Test
	void somebodyWhoCoordinatesProposesFromTheStartPageAndWithdraws(Chromium chromium) {
		// given
		Visit coordinator = chromium.visit(this.port).signIn("asef@stocktake.example");
		Page page = coordinator.open("/");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Propose a change to the plan")).click();
		button(page, "Begin a proposal");
		TaskForm form = coordinator.shownForm();
		// when
		sendStakeholder(page, form, "Lighthouse Foundation", "lou@lighthouse.example");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See where it stands")).click();
		Accessible.check(page);
		button(page, "Withdraw the proposal");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("is withdrawn");
		assertThat(page.locator("tbody tr")).containsText("Withdrawn");
		Accessible.check(page);
		pictures(coordinator, "my-proposals");
	}

	@Test
	void aStakeholderThatAMeetingDecidesForIsOneClickAway(Chromium chromium, @Autowired CycleOpening opening) {
		// given
		cycle(opening, "LISTED");
		Visit coordinator = chromium.visit(this.port).signIn("etf@stocktake.example");
		Page page = coordinator.open("/my/proposals");
		button(page, "Begin a proposal");
		sendStakeholder(page, coordinator.shownForm(), "Beacon Foundation", "bea@beacon.example");
		assertThat(page.getByText("The proposal is sent.")).isVisible();
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		TaskForm form = desk.tasklist().list("Secretariat").awaitTask("Check proposal").task("Check proposal");
		form.fill("Advice wanted by", LocalDate.now(this.clock).plusDays(14).toString());
		form.press("Put it to the Standing Working Group");
		assertThat(desk.shownTasklist().entry("Check proposal")).hasCount(0);
		Visit body = chromium.visit(this.port).signIn("swg@stocktake.example");
		form = body.tasklist().list("To review").awaitTask("Give advice").task("Give advice");
		form.frame().getByLabel("What the Standing Working Group advises").selectOption("recommend");
		form.fill("Reasons, or your comment", "They are known for it.");
		form.press("Record the advice");
		assertThat(body.shownTasklist().entry("Give advice")).hasCount(0);
		// when
		form = desk.tasklist().list("Secretariat").awaitTask("Record meeting decision").task("Record meeting decision");
		form.frame().getByLabel("What the meeting decided").selectOption("decided");
		form.field("meeting").locator("select").selectOption("SOM1 (LISTED)");
		form.fill("What was decided, or why it is put off", "Welcome.");
		form.press("Record the decision");
		assertThat(desk.shownTasklist().entry("Record meeting decision")).hasCount(0);
		Page list = desk.open("/desk/proposals");
		list.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New stakeholder “Beacon Foundation”"))
			.click();
		list.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The stakeholder in the register")).click();
		// then
		assertThat(list.locator("h1")).containsText("Beacon Foundation");
		assertThat(list.locator("main")).containsText("bea@beacon.example");
		org.assertj.core.api.Assertions.assertThat(desk.mishaps()).isEmpty();
	}

	private static void sendStakeholder(Page page, TaskForm form, String name, String email) {
		page.getByLabel("What do you propose?").selectOption(new SelectOption().setLabel("A new stakeholder"));
		form.fill("Name of the stakeholder", name);
		page.getByLabel("What it is").selectOption("stakeholder");
		form.fill("Contact", "Lou Light");
		form.fill("E-mail address of the contact", email);
		form.fill("Why you propose this", "They light the way.");
		form.press("Send the proposal").press("Yes, send it");
	}

	private static void button(Page page, String name) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
	}

	private static void pictures(Visit visit, String name) {
		visit.longPicture("90-" + name);
		visit.narrowPicture("91-" + name + "-narrow");
	}

	private static String link(String mail) {
		Matcher link = LINK.matcher(mail);
		org.assertj.core.api.Assertions.assertThat(link.find()).as(mail).isTrue();
		return link.group(1);
	}

	private void theDayMovesAndThePersonIsFound(Visit desk) {
		Page page = desk.open("/desk/proposals?state=advising");
		page.locator("tbody a").first().click();
		page.getByLabel("Another day for the advice").fill(LocalDate.now(this.clock).plusDays(21).toString());
		page.getByLabel("Why").fill("The group meets a week later.");
		button(page, "Move the day");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The day is moved");
		Accessible.check(page);
		pictures(desk, "proposal-day-moved");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hand out or erase the data of its proposer"))
			.click();
		assertThat(page.locator("h1")).containsText("Kim Park");
		Accessible.check(page);
		pictures(desk, "outsider");
		page = desk.open("/desk/reviewing-body");
		page.getByLabel("In PROPOSED").selectOption("expert-groups");
		page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Reviewing body of PROPOSED"))
			.getByRole(AriaRole.BUTTON)
			.click();
		assertThat(page.getByText("Nothing has changed yet.")).isVisible();
		Accessible.check(page);
		pictures(desk, "reviewing-body-preview");
	}

	private void cycle(CycleOpening opening, String name) {
		LocalDate request = LocalDate.now(this.clock).plusDays(100);
		LocalDate freeze = request.plusDays(100);
		List<NewMeeting> meetings = List.of(meeting(MeetingKind.ISOM, request.minusDays(20)),
				meeting(MeetingKind.SOM1, request.minusDays(10)), meeting(MeetingKind.SOM2, freeze.plusDays(70)),
				meeting(MeetingKind.ASEMME, freeze.plusDays(71)));
		opening.open(new NewCycle(name, "A cycle that meets", "Europe/Rome", meetings, request, request.plusDays(60),
				freeze, freeze.plusDays(14), freeze.plusDays(42), freeze.plusDays(56), List.of(), null, null), "aes");
	}

	private static NewMeeting meeting(MeetingKind kind, LocalDate planned) {
		return new NewMeeting(kind, planned, "Valletta", MeetingFormat.IN_PERSON, "Malta");
	}

}
