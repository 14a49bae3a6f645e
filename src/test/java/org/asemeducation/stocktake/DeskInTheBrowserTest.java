package org.asemeducation.stocktake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.TaskForm;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.cycle.NewMeeting;
import org.asemeducation.stocktake.cycle.attendance.Workbooks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The secretariat's desk: templates of mails, closed dates, superiors, meetings, the
 * calendar's address, the plan.
 */
@BrowserTest
class DeskInTheBrowserTest {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@AfterEach
	void clearAway() {
		this.jdbc.sql("delete from mail_template").update();
		this.jdbc.sql("delete from closed_date").update();
		this.jdbc.sql("delete from superior").update();
		this.jdbc.sql("delete from calendar_feed").update();
	}

	@Test
	void aTemplateIsChangedLookedAtAndSaved(Chromium chromium) {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/templates");
		desk.picture("75-templates");
		Accessible.check(page);
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Reminder before the deadline")).click();
		// when
		String words = page.getByLabel("Words (en)").inputValue();
		page.getByLabel("Words (en)").fill(words.replace("How it works", "How it works for you {{nothing}}"));
		button(page, "Preview");
		// then
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("{{nothing}} is unknown here: use one of");
		desk.picture("76-template-refused");
		// when
		page.getByLabel("Words (en)").fill(words.replace("How it works", "How it works for you"));
		button(page, "Preview");
		// then
		assertThat(page.locator(".st-letter-page h2").first()).hasText("Also waiting for you");
		assertThat(page.locator(".st-letter-page")).containsText("How it works for you");
		Accessible.check(page);
		page.locator("#preview").scrollIntoViewIfNeeded();
		desk.longPicture("77-template-preview");
		// when
		button(page, "Save: the next mail has these words");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved: the next mail has these words.");
		assertThat(page.getByText("These are the secretariat’s own words.")).isVisible();
		page.setViewportSize(390, 800);
		desk.picture("78-template-narrow");
	}

	@Test
	void closedDaysAreEntered(Chromium chromium) {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/closed-dates");
		// when
		page.getByLabel("First day").fill("2040-12-24");
		page.getByLabel("Last day").fill("2041-01-01");
		page.getByLabel("Whose").fill("Malta");
		page.getByLabel("Why").fill("Christmas");
		button(page, "Enter these days");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The days are entered");
		assertThat(page.locator("tbody tr")).containsText("Mon 24 Dec 2040 – Tue 1 Jan 2041");
		Accessible.check(page);
		desk.picture("79-closed-dates");
	}

	@Test
	void aSuperiorIsEntered(Chromium chromium) {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/superiors");
		// when
		page.getByLabel("Party").fill("Malta");
		page.getByLabel("Name").fill("Ada Lane");
		page.getByLabel("E-mail address").fill("Ada.Lane@ministry.example");
		button(page, "Enter this superior");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The superior is entered");
		assertThat(page.locator("tbody tr")).containsText("ada.lane@ministry.example");
		Accessible.check(page);
		desk.picture("81-superiors");
		desk.narrowPicture("82-superiors-narrow");
	}

	@Test
	void theRegisterIsChangedAndAPersonErased(Chromium chromium, @Autowired Register register) {
		// given
		PartyId party = register
			.register(new NewParty("Register of pictures", "RoP", "stakeholder", "Europe", null, false, true))
			.id();
		register.addContact(new NewContact(party, "Pia Picture", "pia@pictures.example", "en", null, "coordinator"));
		register.addContact(new NewContact(party, "Ben Before", "ben@pictures.example", "en", null, "coordinator"));
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/register");
		Accessible.check(page);
		desk.picture("83-register");
		asOnAPhone(page, desk, "84-register-narrow");
		// when
		page.getByLabel("Name or acronym").fill("rop");
		button(page, "Find");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Register of pictures")).click();
		page.getByLabel("Country").fill("LV");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).first().click();
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The party is changed.");
		assertThat(page.getByLabel("Country")).hasValue("LV");
		// when
		page.getByText("Correct the name, or remove the party").click();
		page.getByLabel("Name in full").fill("Register of all pictures");
		button(page, "Correct the name");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The name is corrected.");
		assertThat(page.locator("h1")).hasText("Register of all pictures");
		// when
		page.getByText("Ben Before, coordinator: no longer for this party").click();
		assertThat(page.locator("main")).containsText("It is all they do: their account is closed");
		Accessible.check(page);
		desk.longPicture("85a-role-ends");
		asOnAPhone(page, desk, "85b-role-ends-narrow");
		button(page, "End it for Ben Before, coordinator");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("Ben Before no longer acts as coordinator for RoP.");
		assertThat(page.getByRole(AriaRole.TABLE).first()).containsText("Ben Before");
		// when
		page.getByText("Change Pia Picture, coordinator").click();
		page.getByLabel("Receives no mail, but for what opens the account").check();
		Accessible.check(page);
		desk.longPicture("85-register-party");
		asOnAPhone(page, desk, "86-register-party-narrow");
		page.locator("section").getByRole(AriaRole.BUTTON).click();
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("Pia Picture is changed.");
		assertThat(page.locator("section.st-panel")).containsText("receives no mail");
		// when
		page.getByText("Change Pia Picture, coordinator").click();
		page.getByText("Hand out or erase the data of Pia Picture").click();
		assertThat(page.locator("[data-held] tbody")).containsText("Roles in the register");
		assertThat(page.locator("[data-named]")).containsText("Where else name or address is blanked");
		Accessible.check(page);
		desk.longPicture("87-person");
		asOnAPhone(page, desk, "88-person-narrow");
		page.locator("#export-reason").fill("She asked for it.");
		Download file = page.waitForDownload(() -> button(page, "To read (HTML)"));
		org.assertj.core.api.Assertions.assertThat(file.suggestedFilename()).matches("person-[0-9]+\\.html");
		page.locator("#erase-reason").fill("She asked for it.");
		page.getByLabel("I have looked at what goes and what stays").check();
		button(page, "Erase for good");
		// then
		assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("called “Somebody of RoP”");
		assertThat(page.locator("h1")).hasText("Somebody of RoP");
		Accessible.check(page);
		desk.picture("89-person-erased");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("People of the register")).click();
		Accessible.check(page);
		desk.picture("90-people");
		asOnAPhone(page, desk, "91-people-narrow");
		// when
		desk.open("/desk/register/information");
		page.getByLabel("Party").fill("Groningen Declaration Network");
		page.getByLabel("Name").fill("Office");
		page.getByLabel("E-mail address").fill("office@gdn.example");
		button(page, "Enter this address");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("They are mailed what is published");
		Accessible.check(page);
		desk.picture("92-information");
		asOnAPhone(page, desk, "93-information-narrow");
		// when
		desk.open("/desk/register/people?search=office@gdn.example");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Office").setExact(true)).click();
		// then
		assertThat(page.locator("[data-held] tbody")).containsText("For information");
		assertThat(page.getByLabel("What stands in the way")).containsText("take it out there first");
		Accessible.check(page);
		desk.longPicture("93a-address");
		asOnAPhone(page, desk, "93b-address-narrow");
		// when
		desk.open("/desk/register?search=oecd");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Organisation for Economic")).click();
		// then
		assertThat(page.locator("main")).containsText("Updates that name it");
	}

	@Test
	void whatAPersonsPageCannotLoadIsSaidAndNobodyIsErasedUnseen(Chromium chromium, @Autowired Register register) {
		// given
		long contact = register.contactByEmail("etf@stocktake.example").orElseThrow().id().value();
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.page();
		page.route("**/api/register/people/*/named", Route::abort);
		// when
		desk.open("/desk/register/people/" + contact);
		// then
		assertThat(page.locator("[data-named]")).containsText("This could not be loaded");
		assertThat(page.locator("[data-held] tbody")).containsText("Roles in the register");
		assertThat(page.getByLabel("I have looked at what goes and what stays")).isDisabled();
		Accessible.check(page);
		desk.longPicture("91b-person-not-loaded");
		// when
		assertThat(page.locator("#erasing")).isDisabled();
		page.locator("#erase-reason").fill("They asked for it");
		page.unroute("**/api/register/people/*/named");
		button(page, "Try again");
		// then
		assertThat(page.getByLabel("I have looked at what goes and what stays")).isEnabled();
		assertThat(page.locator("#erasing")).isEnabled();
		assertThat(page.locator("#erase-reason")).hasValue("They asked for it");
	}

	@Test
	void whatTheDeskSetsUpIsEntered(Chromium chromium, @Autowired Register register) {
		// given
		PartyId party = register.register(new NewParty("Harbour university", "HARB", "stakeholder")).id();
		register.addContact(new NewContact(party, "Hal Harbour", "hal@harbour.example", "en", null, "coordinator"));
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		institution(desk);
		conclusions(desk);
		contributions(desk);
		term(desk);
		contact(desk);
	}

	private static void institution(Visit desk) {
		Page page = desk.open("/desk/institutions");
		page.locator("#institution").fill("harb");
		page.locator("#partner").selectOption("Latvia");
		button(page, "Enter it");
		assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("It is entered, and counts");
		page.getByLabel("Name or acronym").fill("harbour");
		button(page, "Find");
		assertThat(page.locator("tbody tr")).hasText("Harbour universityLatvia");
		Accessible.check(page);
		desk.picture("94-institutions");
		asOnAPhone(page, desk, "95-institutions-narrow");
	}

	private void conclusions(Visit desk) {
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values ('CONCLUDES', 'Here', 'Europe/Rome', 'opened', now(), 'aes')""").update();
		this.jdbc
			.sql("""
					insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
					    coordinators)
					select 'CONCLUDES', 'Z04-I' || to_char(n, 'FM000'), n, 1, 'Act', 'Of a long plan', false, 'adopted', 'ASEF'
					from generate_series(1, 130) n""")
			.update();
		Page page = desk.open("/desk/conclusions?cycle=CONCLUDES");
		page.getByLabel("Paragraphs for Z04-I002").fill("42 and 57");
		Accessible.check(page);
		button(page, "Keep, and go on to the next page");
		assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Kept for 1 initiative.");
		assertThat(page.getByLabel("Paragraphs for Z04-I101")).isVisible();
		asOnAPhone(page, desk, "96-conclusions-narrow");
		page.getByLabel("Paragraphs for Z04-I101").fill("43");
		page.getByLabel("Words in the initiative").fill("z04-i002");
		button(page, "Keep, and find");
		assertThat(page.getByLabel("Paragraphs for Z04-I002")).hasValue("42 and 57");
		assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Kept for 1 initiative.");
		desk.picture("97-conclusions-found");
		this.jdbc.sql("delete from cycle_initiative where cycle = 'CONCLUDES'").update();
		this.jdbc.sql("delete from cycle where name = 'CONCLUDES'").update();
	}

	private static void contributions(Visit desk) {
		Page page = desk.open("/desk/contributions");
		page.getByLabel("Action 2 contributes to 1.1").check();
		button(page, "Confirm what is ticked");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("contributions are confirmed; reports show them");
		assertThat(page.getByLabel("Action 2 contributes to 1.1")).isChecked();
	}

	private static void term(Visit desk) {
		Page page = desk.open("/desk/reviewing-body");
		page.getByLabel("Member").selectOption(new SelectOption().setIndex(1));
		page.getByLabel("Group").selectOption("1");
		page.getByLabel("First day").fill("2041-01-01");
		button(page, "Enter this term");
		assertThat(page.locator("main")).containsText("Enter this term?");
		page.locator("main form").getByRole(AriaRole.BUTTON).last().click();
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The term is entered");
		Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("1 Jan 2041 – open"));
		assertThat(row).containsText("Expert Group 1");
		row.getByRole(AriaRole.BUTTON).click();
		assertThat(page.locator("main")).containsText("Take this term out?");
		page.locator("main form").getByRole(AriaRole.BUTTON).last().click();
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The term is taken out.");
		assertThat(row).hasCount(0);
	}

	private static void contact(Visit desk) {
		Page page = desk.open("/desk/contacts?search=hal@harbour");
		assertThat(page.locator("tbody tr")).containsText("HARB (coordinator)");
		page.getByText("Change Hal Harbour").click();
		page.locator("tbody").getByRole(AriaRole.BUTTON).first().click();
		assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Hal Harbour gets a new invitation");
		desk.open("/desk/contacts?search=hal@harbour");
		page.getByText("Change Hal Harbour").click();
		Accessible.check(page);
		button(page, "Remove at once");
		assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Hal Harbour was removed and is signed out.");
		desk.open("/desk/contacts?search=hal@harbour");
		assertThat(page.locator("main")).containsText("0 contacts");
	}

	/** What was opened stays open; nothing is wider than the phone. */
	private static void asOnAPhone(Page page, Visit desk, String name) {
		page.setViewportSize(390, 800);
		assertThat(page.locator("main")).isVisible();
		org.assertj.core.api.Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
			.as(name)
			.isLessThanOrEqualTo(390);
		desk.longPicture(name);
		page.setViewportSize(1280, 900);
	}

	@Test
	void aMeetingIsHostedAnnouncedAndPrepared(Chromium chromium, @Autowired CycleOpening opening) {
		// given
		LocalDate day = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone()).plusDays(200);
		opening.open(new NewCycle("ASEMME15", "With a host", "Europe/Rome",
				List.of(new NewMeeting(MeetingKind.SOM1, day, "Seoul", MeetingFormat.HYBRID, null)), day.minusDays(100),
				day.minusDays(60), day.minusDays(40), day.minusDays(30), day.minusDays(20), day.minusDays(10),
				List.of(), null, null), "aes");
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Visit host = chromium.visit(this.port).signIn("asef@stocktake.example");
		// when the secretariat names a host, who proposes
		Page page = shown(desk, "host");
		page.locator("#party").selectOption("Asia-Europe Foundation");
		button(page, "Save the host");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("Asia-Europe Foundation hosts it");
		Accessible.check(page);
		TaskForm step = host.tasklist().list("Our meetings").task("Propose date and place: SOM1");
		step.fill("Place", "Singapore");
		Accessible.check(host.page());
		host.picture("91-host-proposes");
		step.press("Propose date and place");
		// then
		assertThat(host.shownTasklist().messages()).containsText("Your proposal is with the secretariat.");
		TaskForm confirm = desk.tasklist().list("Secretariat").task("Confirm date and host: SOM1 (ASEMME15)");
		assertThat(confirm.frame()).containsText("Asia-Europe Foundation proposes");
		desk.picture("92-proposal-to-confirm");
		confirm.press("Confirm date and host").press("Yes, confirm it");
		assertThat(desk.shownTasklist().messages()).containsText("SOM1 is confirmed.");
		org.assertj.core.api.Assertions.assertThat(host.page().request().get("/reports/ASEMME15/draft").status())
			.isEqualTo(403);
		// when the secretariat prepares
		page = shown(desk, "agenda");
		page.getByLabel("Title").last().fill("Welcome by the host");
		page.getByLabel("Order").last().fill("0");
		button(page, "Save the agenda");
		assertThat(page.locator(".st-agenda li").first()).containsText("1 Welcome by the host");
		page = shown(desk, "announcement");
		page.getByLabel("Your words with it").fill("Please book early.");
		page.getByLabel("along, as it stands now").check();
		button(page, "Look at the mail");
		assertThat(page.locator(".st-letter")).containsText("1 Welcome by the host");
		Accessible.check(page);
		desk.longPicture("93-announcement-looked-at");
		button(page, "Send it now");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("SOM1 is announced");
		page = shown(desk, "participants");
		page.getByLabel("Or type the list").fill("ASEF; Kim Lee; Speaker\n; A guest");
		button(page, "Save the list");
		assertThat(page.locator("main")).containsText("1 stakeholder, 2 persons");
		for (String place : List.of("host", "announcement", "agenda", "slots", "participants", "decisions", "minutes",
				"")) {
			Accessible.check(shown(desk, place));
			desk.longPicture("94-meeting-" + (place.isEmpty() ? "all" : place));
			desk.narrowPicture("95-meeting-narrow-" + (place.isEmpty() ? "all" : place));
		}
		// then everybody reads it
		page = host.open("/meetings/ASEMME15/SOM1");
		assertThat(page.locator("main")).containsText("1 Welcome by the host");
		Accessible.check(page);
		host.longPicture("96-meeting").narrowPicture("97-meeting-narrow");
		Accessible.check(desk.open("/meetings/ASEMME15/SOM1/state-of-play"));
		desk.longPicture("98-state-of-play").narrowPicture("99-state-of-play-narrow");
	}

	@Test
	void thePlanIsChangedComparedAndExchanged(Chromium chromium) {
		// given
		LocalDate ahead = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone()).plusDays(100);
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/plan/changes");
		Accessible.check(page);
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change who coordinates")).click();
		// when
		exactly(page, "Initiative").fill("A03-I02");
		exactly(page, "Who coordinates").fill("ETF\nASEF\nThe Moon");
		page.getByLabel("In force from").fill(ahead.toString());
		exactly(page, "Why").fill("ETF has offered to lead");
		page.getByLabel("Decided by").fill("SOM1 (ASEMME9)");
		button(page, "Look at what it means");
		// then
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("The register has no party “The Moon”");
		Accessible.check(page);
		desk.longPicture("110-plan-change-refused");
		// when
		exactly(page, "Who coordinates").fill("ETF\nASEF\nMalta (support)");
		button(page, "Look at what it means");
		assertThat(page.locator("main")).containsText("ETF leads and ASEF coordinate, Malta (support), in place of");
		Accessible.check(page);
		desk.longPicture("111-plan-change-preview").narrowPicture("112-plan-change-preview-narrow");
		button(page, "Change the plan so");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("It is entered: from");
		assertThat(page.locator("main")).containsText("still to come");
		Accessible.check(page);
		desk.longPicture("113-plan-changes").narrowPicture("114-plan-changes-narrow");
		// when the plan of today is compared with that of the day
		page = desk.open("/desk/plan/history?with=" + ahead);
		assertThat(page.locator("main")).containsText("Coordinators changed");
		assertThat(page.locator("main ins").first()).isVisible();
		Accessible.check(page);
		desk.longPicture("115-plan-history").narrowPicture("116-plan-history-narrow");
		// when it is exported, changed and brought back
		page = desk.open("/desk/plan");
		Accessible.check(page);
		desk.picture("117-plan").narrowPicture("118-plan-narrow");
		byte[] file = page.request().get("/desk/plan/export.yaml").body();
		String text = new String(file, StandardCharsets.UTF_8);
		bring(page, "plan.yaml", text.replaceFirst("new: false", "new: perhaps"));
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("should be true or false, not \"perhaps\".");
		Accessible.check(page);
		desk.picture("119-plan-refused");
		Download back = page.waitForDownload(() -> button(desk.page(), "Download the file with these reasons in it"));
		org.assertj.core.api.Assertions.assertThat(back.suggestedFilename()).isEqualTo("not-taken-plan.yaml");
		bring(page, "plan.yaml",
				text.replaceFirst("new: false", "new: true").replaceFirst("title: ASEM-DUO", "title: The DUO"));
		assertThat(page.locator("main")).containsText("0 initiatives added, 1 changed");
		Accessible.check(page);
		desk.longPicture("120-plan-import").narrowPicture("121-plan-import-narrow");
		// then it can be called off
		page = desk.open("/desk/plan/changes");
		button(page, "Call off change");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The change is called off");
	}

	@Test
	void aPlanIsLoadedFromTheWorkbookThatWasExported(Chromium chromium) throws IOException {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/plan");
		byte[] exported = downloaded(page, "XLSX", "action-plan.xlsx");
		// when
		bring(page, exported);
		// then
		assertThat(page.getByText("This plan is in force already: loading it would change nothing.")).isVisible();
		// when one title is another, in a file nearly as large as one may be
		bring(page, retitled(exported, "Fellowships for all"));
		assertThat(page.locator("main")).containsText("0 initiatives added, 1 changed, 51 left alone");
		assertThat(page.locator("main ins").first()).isVisible();
		Accessible.check(page);
		desk.longPicture("122-workbook-checked").fitsAPhone();
		exactly(page, "Why").fill("A better title");
		page.getByLabel("Decided by").fill("SOM2 (ASEMME9)");
		button(page, "Load this plan");
		// then
		assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The plan is in force: ");
		assertThat(page.locator("tbody td:has-text('Fellowships for all')")).hasCount(1);
		desk.longPicture("123-plan-loaded");
		// when the old one comes back
		bring(page, exported);
		exactly(page, "Why").fill("The old title was the right one");
		button(page, "Load this plan");
		// then
		assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The plan is in force: ");
		assertThat(page.locator("main")).not().containsText("Fellowships for all");
		bring(page, exported);
		assertThat(page.getByText("This plan is in force already: loading it would change nothing.")).isVisible();
		org.assertj.core.api.Assertions
			.assertThat(downloaded(page, "table of five columns as DOCX", "action-plan.docx"))
			.startsWith('P', 'K');
		org.assertj.core.api.Assertions.assertThat(desk.mishaps()).isEmpty();
	}

	private static byte[] downloaded(Page page, String link, String name) throws IOException {
		Download file = page
			.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).click());
		org.assertj.core.api.Assertions.assertThat(file.suggestedFilename()).isEqualTo(name);
		return Files.readAllBytes(file.path());
	}

	/** With a picture that nobody reads. */
	private static byte[] retitled(byte[] exported, String title) throws IOException {
		byte[] picture = new byte[1_900_000];
		new Random(7).nextBytes(picture);
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(exported));
				ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			book.addPicture(picture, Workbook.PICTURE_TYPE_PNG);
			book.getSheetAt(0).getRow(1).getCell(4).setCellValue(title);
			book.write(out);
			return out.toByteArray();
		}
	}

	private static void bring(Page page, byte[] workbook) {
		page.getByLabel("Plan file").setInputFiles(new FilePayload("plan.xlsx", "application/octet-stream", workbook));
		button(page, "Check the file");
	}

	private static Locator exactly(Page page, String label) {
		return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
	}

	private static void bring(Page page, String name, String text) {
		page.getByLabel("Plan file")
			.setInputFiles(new FilePayload(name, "text/yaml", text.getBytes(StandardCharsets.UTF_8)));
		button(page, "Check the file");
	}

	private static Page shown(Visit desk, String place) {
		return desk.open("/desk/meetings/ASEMME15/SOM1" + (place.isEmpty() ? "" : "/" + place));
	}

	@Test
	void aCycleIsBegunAndStartedAfresh(Chromium chromium) {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		desk.tasklist().start("Open a reporting cycle").fill("Name", "ASEMME30");
		// when
		TaskForm again = desk.tasklist().start("Open a reporting cycle");
		// then
		assertThat(again.frame()).containsText("What you entered earlier in this browser is still here.");
		assertThat(again.field("name").locator("input")).hasValue("ASEMME30");
		desk.picture("98-cycle-begun");
		Accessible.check(desk.page());
		// when
		again.press("Start afresh");
		// then
		assertThat(again.field("name").locator("input")).hasValue("");
		assertThat(again.frame()).not().containsText("is still here");
		assertThat(desk.tasklist().start("Open a reporting cycle").frame()).not().containsText("is still here");
	}

	@Test
	void theCalendarHasAnAddress(Chromium chromium) {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/calendar");
		// when
		button(page, "Make an address");
		// then
		assertThat(page.locator("pre")).containsText("/calendar/");
		Accessible.check(page);
		desk.picture("80-calendar");
	}

	private static void button(Page page, String name) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
	}

	@Test
	void aMeetingIsHeldAndItsMinutesAreAgreed(Chromium chromium, @Autowired CycleOpening opening) {
		// given
		LocalDate day = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone()).plusDays(210);
		opening.open(new NewCycle("HELD", "Held and written down", "Europe/Rome",
				List.of(new NewMeeting(MeetingKind.SOM1, day, "Riga", MeetingFormat.IN_PERSON, null)),
				day.minusDays(100), day.minusDays(60), day.minusDays(40), day.minusDays(30), day.minusDays(20),
				day.minusDays(10), List.of(), null, null), "aes");
		this.jdbc.sql("""
				insert into slot (cycle, kind, initiative, title, minutes, purpose, asked_at, asked_by)
				values ('HELD', 'SOM1', 'A01-I02', 'Young leaders', 10, 'To show what they do', now(), 'asef')""")
			.update();
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/");
		link(page, "Meetings").click();
		assertThat(page.locator("main")).containsText("HELD: Held and written down");
		seen(desk, "130-meetings");
		link(page, "SOM1 of HELD").click();
		seen(desk, "131-meeting");
		assertThat(page.locator("main")).containsText("Riga");
		assertThatItIsDownloaded(page, "for Word", "HELD-SOM1-state-of-play.docx");
		assertThatItIsDownloaded(page, "as a workbook", "HELD-SOM1-state-of-play.xlsx");
		// when it is prepared
		noSlot(desk);
		participants(desk);
		desk.open("/desk/meetings/HELD/SOM1/agenda");
		assertThatItIsDownloaded(page, "Download it as Word", "HELD-SOM1-agenda-draft.docx");
		// when it is held
		this.jdbc.sql("update meeting set state = 'held', held_on = :day where cycle = 'HELD' and kind = 'SOM1'")
			.param("day", day.minusDays(210))
			.update();
		decisions(desk);
		minutes(desk, chromium.visit(this.port).signIn("asef@stocktake.example"));
	}

	private static void noSlot(Visit desk) {
		Page page = desk.page();
		link(page, "Slots").click();
		button(page, "Do not give the slot: Young leaders");
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("say why there is no slot");
		page.getByLabel("Or why not").fill("The day is full.");
		seen(desk, "132-slot-not-given");
		button(page, "Do not give the slot: Young leaders");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("It is answered");
		assertThat(page.locator("main")).containsText("Not given: The day is full.");
	}

	private static void participants(Visit desk) {
		Page page = desk.open("/desk/meetings/HELD/SOM1/participants");
		load(page, new String[] { "party", "name", "function" }, new String[] { "The Moon", "Kim Lee", "" });
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("The Moon");
		seen(desk, "133-participants-refused");
		load(page, new String[] { "party", "name", "function" }, new String[] { "ASEF", "Kim Lee", "Speaker" },
				new String[] { "", "A guest", "" });
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The list is loaded: 2 persons.");
		assertThat(page.locator("tbody tr").first()).containsText("Kim Lee");
		assertThatItIsDownloaded(page, "Download it as CSV", "HELD-SOM1-participants.csv");
		seen(desk, "134-participants-loaded");
	}

	private static void load(Page page, String[]... rows) {
		page.getByLabel("Excel workbook (.xlsx)")
			.setInputFiles(new FilePayload("list.xlsx", "application/octet-stream", Workbooks.of(rows)));
		button(page, "Load the workbook");
	}

	private static void decisions(Visit desk) {
		Page page = desk.open("/desk/meetings/HELD/SOM1/decisions");
		Locator first = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Decision 1"));
		first.getByLabel("What was decided").fill("The summit goes on.");
		first.getByLabel("Initiative").fill("A99-I99");
		button(page, "Save the decisions");
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("HELD has no such initiative");
		assertThat(first.getByLabel("What was decided")).hasValue("The summit goes on.");
		seen(desk, "135-decisions-refused");
		first.getByLabel("Initiative").fill("A01-I02");
		button(page, "Save the decisions");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The decisions are saved.");
		assertThat(first.getByLabel("Initiative")).hasValue("A01-I02");
	}

	private static void minutes(Visit desk, Visit member) {
		Page page = desk.open("/desk/meetings/HELD/SOM1/minutes");
		write(desk, "All agreed.", 1);
		assertThatItIsDownloaded(page, "Version 1, sent on", "HELD-SOM1-minutes-1.docx");
		Page theirs = member.open("/meetings/HELD/SOM1");
		link(theirs, "Minutes").click();
		assertThat(theirs.locator("main")).containsText("All agreed.");
		theirs.getByLabel("Your remark").fill("We did not agree.");
		seen(member, "136-minutes");
		button(theirs, "Send the remark");
		assertThat(theirs.getByRole(AriaRole.STATUS)).containsText("Your remark is with the secretariat.");
		assertThat(theirs.locator("main")).containsText("Not answered yet.");
		page.reload();
		Locator remark = page.locator("section").filter(new Locator.FilterOptions().setHasText("We did not agree."));
		remark.getByText("Not taken", new Locator.GetByTextOptions().setExact(true)).click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("say why it is not taken");
		seen(desk, "137-minutes-remark");
		remark.getByText("Taken", new Locator.GetByTextOptions().setExact(true)).click();
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("It is answered");
		assertThat(remark).containsText("Taken.");
		write(desk, "All but one agreed.", 2);
		theirs.reload();
		assertThat(theirs.locator("main")).containsText("All but one agreed.");
		assertThat(theirs.locator("main")).containsText("Taken.");
		assertThat(theirs.locator("main")).not().containsText("Not answered yet.");
	}

	private static void write(Visit desk, String text, int version) {
		Page page = desk.page();
		page.getByLabel("Text").fill(text);
		button(page, "Save the minutes");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The minutes are saved.");
		button(page, "Send what is saved to the roster");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("Version %d is sent".formatted(version));
	}

	@Test
	void whatWasEnteredIsTakenOutAgain(Chromium chromium) {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/register");
		// when a party is added
		page.getByLabel("Name in full").fill("Bridge institute");
		page.getByLabel("Acronym").last().fill("BRI");
		page.locator("#kind").selectOption("stakeholder");
		button(page, "Add this party");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The party is added.");
		assertThat(page.locator("h1")).hasText("Bridge institute");
		seen(desk, "140-party-added");
		// when it is added again
		desk.open("/desk/register");
		page.getByLabel("Name in full").fill("Bridge institute");
		button(page, "Add this party");
		// then
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Bridge institute");
		assertThat(page.getByLabel("Name in full")).hasValue("Bridge institute");
		seen(desk, "141-party-refused");
		// when an address for information goes
		desk.open("/desk/register/information");
		page.getByLabel("Party").fill("BRI");
		page.getByLabel("Name").fill("Bridge office");
		page.getByLabel("E-mail address").fill("office@bridge.example");
		button(page, "Enter this address");
		button(page, "Remove Bridge office");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The address is taken out");
		assertThat(page.locator("main")).not().containsText("office@bridge.example");
		// when closed days go
		desk.open("/desk/closed-dates");
		page.getByLabel("First day").fill("2042-05-09");
		page.getByLabel("Whose").fill("BRI");
		page.getByLabel("Why").fill("Bridge day");
		button(page, "Enter these days");
		button(page, "Remove Fri 9 May 2042");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The days are no longer closed.");
		assertThat(page.locator("main")).containsText("No closed dates are entered.");
		// when a superior goes
		desk.open("/desk/superiors");
		page.getByLabel("Party").fill("BRI");
		page.getByLabel("Name").fill("Bo Bridge");
		page.getByLabel("E-mail address").fill("bo@bridge.example");
		button(page, "Enter this superior");
		button(page, "Remove the superior of BRI");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The superior is removed");
		assertThat(page.locator("main")).containsText("No superior is entered");
		seen(desk, "142-superior-removed");
	}

	@Test
	void whoWasInvitedFromOutsideIsHandedOutAndErased(Chromium chromium) {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/proposals/invitations");
		page.getByLabel("Name").fill("Olga Outside");
		page.getByLabel("Organisation").fill("Far Academy");
		page.getByLabel("E-mail address").fill("olga@far.example");
		button(page, "Send the invitation");
		Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Olga Outside"));
		assertThat(row).containsText("Nothing written yet");
		// when
		button(page, "Withdraw the invitation of Olga Outside");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The invitation is withdrawn");
		assertThat(row).containsText("Withdrawn");
		seen(desk, "143-invitation-withdrawn");
		// when
		desk.open("/desk/register/people");
		page.getByLabel("Name or address").fill("olga@far");
		button(page, "Find");
		link(page, "Olga Outside").click();
		// then
		assertThat(page.locator("[data-held] tbody")).isVisible();
		seen(desk, "144-outsider");
		handOut(page, "To read (HTML)", "outsider-\\d+\\.html");
		handOut(page, "For programs (JSON)", "outsider-\\d+\\.json");
		// when
		page.locator("#erase-reason").fill("She asked for it.");
		page.getByLabel("I have looked at what goes and what stays").check();
		button(page, "Erase for good");
		// then
		assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The person is erased");
		assertThat(page.locator("main")).not().containsText("Olga Outside");
		seen(desk, "145-outsider-erased");
		desk.open("/desk/proposals/invitations");
		assertThat(page.locator("main")).not().containsText("Olga Outside");
		assertThat(page.locator("main")).not().containsText("olga@far.example");
	}

	private static void handOut(Page page, String format, String name) {
		page.locator("#export-reason").fill("She asked for it.");
		Download file = page.waitForDownload(() -> button(page, format));
		org.assertj.core.api.Assertions.assertThat(file.suggestedFilename()).matches(name);
	}

	@Test
	void whatIsHeldAboutAContactIsHandedOutForPrograms(Chromium chromium, @Autowired Register register)
			throws IOException {
		// given
		long contact = register.contactByEmail("iau@stocktake.example").orElseThrow().id().value();
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/register/people/" + contact);
		page.locator("#export-reason").fill("They asked for it.");
		// when
		Download file = page.waitForDownload(() -> button(page, "For programs (JSON)"));
		// then
		org.assertj.core.api.Assertions.assertThat(file.suggestedFilename())
			.isEqualTo("person-%d.json".formatted(contact));
		org.assertj.core.api.Assertions.assertThat(Files.readString(file.path()))
			.contains("\"address\" : \"iau@stocktake.example\"");
	}

	@Test
	void theCalendarHasAnotherAddressAndThenNone(Chromium chromium) {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/calendar");
		button(page, "Make an address");
		String first = feed(page);
		assertThat(page.request().get(first)).isOK();
		// when
		button(page, "Make a new address");
		String second = feed(page);
		// then
		assertThat(page.request().get(first)).not().isOK();
		assertThat(page.request().get(second)).isOK();
		seen(desk, "146-calendar-again");
		// when
		button(page, "Stop it");
		// then
		assertThat(page.locator("main")).containsText("You have no address yet.");
		assertThat(page.request().get(second)).not().isOK();
		seen(desk, "147-calendar-stopped");
	}

	private static String feed(Page page) {
		return page.locator("pre").textContent().replaceFirst("^https?://[^/]+", "");
	}

	@Test
	void aTemplateHasWordsInAnotherLanguageAndGoesBack(Chromium chromium) {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/templates");
		link(page, "Reminder on the day").click();
		String shipped = page.getByLabel("Words (en)").inputValue();
		// when
		page.locator("#shown").fill("fr");
		button(page, "Show the words in this language");
		// then
		assertThat(page.getByLabel("Words (fr)")).hasValue(shipped);
		// when
		page.getByLabel("Words (fr)").fill(shipped.replaceFirst("Subject: ", "Subject: Rappel "));
		button(page, "Save: the next mail has these words");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved: the next mail has these words.");
		assertThat(page.getByText("These are the secretariat’s own words.")).isVisible();
		seen(desk, "148-template-french");
		link(page, "Templates").first().click();
		link(page, "changed (fr)").click();
		assertThat(page.getByLabel("Words (fr)")).hasValue(Pattern.compile("^Subject: Rappel "));
		// when
		button(page, "Go back to the words that Stocktake ships");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The words that Stocktake ships count again");
		assertThat(page.getByLabel("Words (fr)")).hasValue(shipped);
		assertThat(page.locator("main")).containsText("back to the words that Stocktake ships");
		seen(desk, "149-template-back");
	}

	private static Locator link(Page page, String name) {
		return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static void assertThatItIsDownloaded(Page page, String link, String name) {
		Download file = page.waitForDownload(
				() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click());
		org.assertj.core.api.Assertions.assertThat(file.suggestedFilename()).isEqualTo(name);
	}

	/** Without loading it anew, for what answers a form. */
	private static void seen(Visit visit, String name) {
		Accessible.check(visit.page());
		visit.fitsAPhone().longPicture(name).phonePicture(name + "-narrow");
	}

}
