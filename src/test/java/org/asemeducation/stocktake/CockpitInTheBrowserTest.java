package org.asemeducation.stocktake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.Cockpit;
import org.asemeducation.stocktake.browser.TaskForm;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.cycle.NewMeeting;
import org.asemeducation.stocktake.notification.escalation.Escalating;
import org.asemeducation.stocktake.notification.reach.Mendings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the secretariat sees in Cockpit, and what nobody is offered in Camunda's
 * applications because they may not do it.
 */
@BrowserTest
class CockpitInTheBrowserTest {

	private static final String NAMELESS = "00000000-0000-0000-0000-000000000000";

	private static final CycleName CYCLE = new CycleName("ASEMME12");

	private static final String FINISHED = "A01-I01";

	private static final String SENT = "select count(*) from mail where cycle = :cycle and state = 'sent'";

	private static final Pattern MANUFACTURER = Pattern.compile("camunda", Pattern.CASE_INSENSITIVE);

	@LocalServerPort
	private int port;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void aCycleIsUnderWay(@Autowired CycleOpening opening, @Autowired CycleActs acts) {
		if (asked() > 0) {
			return;
		}
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		opening.open(new NewCycle(CYCLE.value(), "From Seoul onwards", "Asia/Seoul",
				List.of(new NewMeeting(MeetingKind.SOM1, today.plusDays(20), "Bucharest", MeetingFormat.IN_PERSON,
						"Romania")),
				today.plusDays(30), today.plusDays(60), today.plusDays(90), today.plusDays(100), today.plusDays(120),
				today.plusDays(130), List.of(), null, null), "aes");
		acts.sendRequests(CYCLE, "aes");
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> asked() == 52 && told() > 0);
		settle(FINISHED);
	}

	private int asked() {
		return number("select count(*) from update_request where cycle = :cycle");
	}

	private int told() {
		return number("select count(*) from claim where cycle = :cycle");
	}

	private int number(String sql) {
		return this.jdbc.sql(sql).param("cycle", CYCLE.value()).query(Integer.class).single();
	}

	private void settle(String initiative) {
		this.jdbc.sql("""
				update update_request set state = 'settled', settled_as = 'no-update-received', settled_at = now()
				where cycle = :cycle and initiative = :initiative""")
			.param("cycle", CYCLE.value())
			.param("initiative", initiative)
			.update();
	}

	@Test
	void theCycleIsTheFirstThingOnTheDashboard(Chromium chromium) {
		// when
		Visit secretariat = visit(chromium, "aes");
		Cockpit cockpit = secretariat.cockpit();

		// then
		assertThat(secretariat.page().locator(".dashboard > :first-child")).hasAttribute("aria-label",
				"Reporting cycle");
		assertThat(secretariat.page().getByText("Custom Plugins")).not().isVisible();
		assertThat(cockpit.board()).containsText("ASEMME12: From Seoul onwards");
		assertThat(cockpit.meeting("SOM1")).containsText("Bucharest");
		assertThat(cockpit.meeting("ASEMME")).containsText("No date yet");
		assertThat(cockpit.board()).containsText(Pattern.compile("23:59 \\(Asia/Seoul"));
		assertThat(cockpit.board()).containsText(Pattern.compile("next due \\w+ \\d+ \\w+ \\d+, \\d\\d:00"));
		assertThat(cockpit.board())
			.containsText(Pattern.compile("Where you are: \\w+ \\d+ \\w+ \\d+, \\d\\d:59 \\(Europe/Rome"));
		assertThat(cockpit.line("A01-I02"))
			.containsText(Pattern.compile("23:59 GMT\\+9\\w+ \\d+ \\w+ \\d+, \\d\\d:59 CES?T"));
		assertThat(cockpit.count("All initiatives")).containsText("52");
		assertThat(cockpit.line("")).hasCount(52);
		assertThat(secretariat.page()).hasTitle(Pattern.compile("^Stocktake Cockpit"));
		secretariat.picture("50-cockpit-dashboard");
		Accessible.check(secretariat.page());
	}

	@Test
	void theLedgerOfMailsIsOneClickAway(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		Page page = secretariat.page();
		secretariat.cockpit();

		// when
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What was sent, and what was not")).click();

		// then
		assertThat(page.getByLabel("Cycle")).hasValue(CYCLE.value());
		Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> number(SENT) > 0);
		page.reload();
		assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("sent")).first()).isVisible();
		Accessible.check(page);
		secretariat.longPicture("55-mails").narrowPicture("55-mails-narrow");
		assertThat(
				(boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
			.isTrue();
		page.locator("tbody tr")
			.filter(new Locator.FilterOptions().setHasText("request"))
			.first()
			.locator("a")
			.first()
			.click();
		assertThat(page.getByLabel("Text as sent")).containsText("please submit");
		assertThat(page.locator("main")).containsText("<mail-");
		Accessible.check(page);
		secretariat.longPicture("56-mail").narrowPicture("56-mail-narrow");
	}

	@Test
	void aMailIsSeenReadAndHeldBeforeItLeaves(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		Page page = secretariat.page();
		secretariat.cockpit();
		// when
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What will be sent")).click();
		Locator plan = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Mail plan"));
		// then
		assertThat(plan).containsText(Pattern.compile("Tomorrow, \\w+ \\d+ \\w+ \\d+: "));
		assertThat(plan.locator("tr[data-contact]").first()).isVisible();
		secretariat.picture("60-mail-plan");
		// when
		plan.getByLabel("Search").fill("IAU");
		assertThat(plan.locator("tr[data-contact]").first()).containsText("IAU");
		plan.locator("tr[data-contact]")
			.filter(new Locator.FilterOptions().setHasText("7 days before the deadline"))
			.getByRole(AriaRole.BUTTON)
			.click();
		// then
		assertThat(plan.locator("pre")).containsText("please submit");
		secretariat.longPicture("61-mail-plan-read");
		// when
		button(plan, "Hold").click();
		plan.getByLabel("Why is it held?").fill("Their desk officer is new");
		button(plan, "Hold this mail").click();
		// then
		assertThat(plan.locator(".st-done")).containsText("is held");
		plan.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Held")).first().click();
		assertThat(plan.locator("tr[data-contact]")).hasCount(1);
		Locator row = plan.locator("tr[data-contact]").first();
		assertThat(row).containsText("Their desk officer is new");
		secretariat.picture("62-mail-plan-held");
		page.reload();
		assertThat(row).containsText("Their desk officer is new");
		// when
		row.getByRole(AriaRole.BUTTON).click();
		button(plan, "Send a sample to me").click();
		assertThat(plan.locator(".st-done")).containsText("A sample is on its way to");
		button(plan, "Release").click();
		// then
		assertThat(plan.locator(".st-done")).containsText("is not held any more");
		assertThat(plan.locator("tr[data-contact]")).hasCount(0);
		assertThat(number("select count(*) from mail_hold where cycle = :cycle and released_at is null")).isZero();
		assertThat(
				(boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
			.isTrue();
		assertThat(secretariat.refusals()).isEmpty();
	}

	@Test
	void aMailThatIsQueuedIsHeldAndThenSentAtOnce(Chromium chromium) {
		// given a mail that leaves tomorrow
		long mail = queued("etf");
		Visit secretariat = visit(chromium, "aes");
		Page page = secretariat.page();
		secretariat.cockpit();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What will be sent")).click();
		Locator plan = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Mail plan"));
		plan.getByLabel("Search").fill("ETF");
		assertThat(plan.locator("tr[data-contact]").filter(new Locator.FilterOptions().setHasText("ASEF"))).hasCount(0);
		Locator waiting = plan.locator("tr[data-contact]")
			.filter(new Locator.FilterOptions().setHasText("sample for the secretariat"));
		assertThat(waiting).containsText("On its way");
		// when
		waiting.getByRole(AriaRole.BUTTON).click();
		assertThat(plan.locator("pre")).containsText("Trial words");
		button(plan, "Hold").click();
		plan.getByLabel("Why is it held?").fill("The numbers are checked once more");
		button(plan, "Hold this mail").click();
		// then
		assertThat(plan.locator(".st-done")).containsText("is held");
		plan.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Held")).first().click();
		Locator held = plan.locator("tr[data-contact]");
		assertThat(held).hasCount(1);
		assertThat(held).containsText("The numbers are checked once more");
		// when
		held.getByRole(AriaRole.BUTTON).click();
		button(plan, "Send now").click();
		assertThat(plan).containsText("It waits no longer");
		asOnAPhone(secretariat.longPicture("63-mail-plan-queued"), "63-mail-plan-queued-narrow");
		button(plan, "Yes, send it").click();
		// then
		assertThat(plan.locator(".st-done")).containsText("is on its way");
		assertThat(this.jdbc.sql("""
				select bundled_at <= now() and process_instance is not null
				    and not exists (select from held_back where mail = m.id and released_at is null)
				from mail m where id = :mail""").param("mail", mail).query(Boolean.class).single()).isTrue();
		assertThat(secretariat.refusals()).isEmpty();
	}

	@Test
	void theMailPlanLooksAgainButNotWhileAMailIsRead(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		Page page = secretariat.page();
		secretariat.cockpit();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What will be sent")).click();
		Locator plan = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Mail plan"));
		plan.getByLabel("Search").fill("IAU");
		Locator waiting = plan.locator("tr[data-contact]")
			.filter(new Locator.FilterOptions().setHasText("sample for the secretariat"));
		assertThat(plan.locator("tr[data-contact]").filter(new Locator.FilterOptions().setHasText("ASEF"))).hasCount(0);
		assertThat(waiting).hasCount(0);
		// when
		long mail = queued("iau");
		somebodyComesBackTo(page);
		// then
		assertThat(waiting).hasCount(1);
		Accessible.check(page);
		// when it is read, and sent by somebody else meanwhile
		waiting.getByRole(AriaRole.BUTTON).click();
		assertThat(plan.locator("pre")).containsText("Trial words");
		this.jdbc.sql("delete from mail_line where mail = :mail").param("mail", mail).update();
		this.jdbc.sql("delete from mail where id = :mail").param("mail", mail).update();
		List<String> asked = new ArrayList<>();
		page.onRequest((request) -> asked.add(request.url()));
		somebodyComesBackTo(page);
		page.evaluate("() => fetch('/api/me').then((answer) => answer.text())");
		// then
		assertThat(asked).noneMatch((url) -> url.contains("/api/mail-plan"));
		// when
		waiting.getByRole(AriaRole.BUTTON).click();
		somebodyComesBackTo(page);
		// then
		assertThat(waiting).hasCount(0);
	}

	private static void somebodyComesBackTo(Page page) {
		page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
	}

	private long queued(String account) {
		return this.jdbc.sql("""
				with written as (
				    insert into mail (cycle, contact, recipient, state, queued_at, bundled_at, subject, text, html)
				    select :cycle, id, email, 'queued', now(), now() + interval '1 day', 'Trial words', 'Trial words',
				        '<p>Trial words</p>' from contact where user_id = :user returning id
				)
				insert into mail_line (mail, kind) select id, 'sample' from written returning mail""")
			.param("cycle", CYCLE.value())
			.param("user", account)
			.query(Long.class)
			.single();
	}

	@Test
	void whoWouldBeInvitedIsSeenBeforeContactsAreLoaded(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		Page page = secretariat.open("/desk/contacts");
		page.getByLabel("File").setInputFiles(new FilePayload("contacts.csv", "text/csv", """
				party,name,e-mail,language,zone,role
				ETF,Ines Newcomer,ines@loaded.example,en,Europe/Rome,coordinator
				ASEF,Jun Newcomer,jun@loaded.example,en,Asia/Singapore,coordinator
				ASEF,Jun Newcomer,jun@loaded.example,en,Asia/Singapore,reviewer
				IAU,Kari Newcomer,kari@loaded.example,fr,,coordinator
				""".getBytes(StandardCharsets.UTF_8)));
		// when
		secretariat.button("Look at the new people").click();
		// then
		assertThat(page.locator("main")).containsText("3 people are new, and get an invitation each");
		page.getByLabel("Jun Newcomer").uncheck();
		Accessible.check(page);
		asOnAPhone(secretariat.longPicture("64-contacts-preview"), "64-contacts-preview-narrow");
		// when
		secretariat.button("Load and invite").click();
		// then
		assertThat(page.locator(".done"))
			.containsText("2 new people were invited; 1 were entered without an invitation");
		assertThat(page.locator("tr").filter(new Locator.FilterOptions().setHasText("jun@loaded.example")))
			.containsText("Not invited yet");
		assertThat(this.jdbc.sql("""
				select c.email from mail m join mail_line l on l.mail = m.id join contact c on c.id = m.contact
				where l.kind = 'invitation' and c.email like '%@loaded.example' order by 1""")
			.query(String.class)
			.list()).containsExactly("ines@loaded.example", "kari@loaded.example");
		this.jdbc.sql("update contact set active = false where email like '%@loaded.example'").update();
	}

	/** Without a reload, which would show the page as it was before. */
	private static void asOnAPhone(Visit visit, String name) {
		visit.page().setViewportSize(390, 844);
		visit.longPicture(name);
		assertThat((boolean) visit.page()
			.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).as(name)
			.isTrue();
		visit.page().setViewportSize(1400, 900);
	}

	private static Locator button(Locator place, String name) {
		return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
	}

	@Test
	void anAddressThatMailDoesNotReachIsMendedInTasklist(Chromium chromium, @Autowired Mendings mendings) {
		// given
		this.jdbc.sql("""
				insert into unreachable (contact, address, since, because)
				select id, email, now(), '550 5.1.1 nobody of that name' from contact where user_id = 'etf'""")
			.update();
		mendings.lookAfter();
		Visit secretariat = visit(chromium, "aes");

		// when
		TaskForm form = secretariat.tasklist().list("Secretariat").task("Mail does not reach a contact of ETF");

		// then
		assertThat(form.frame()).containsText("550 5.1.1 nobody of that name");
		secretariat.picture("58-mend-address");
		Accessible.check(secretariat.page());
		form.press("Save the new address");
		assertThat(form.notice()).containsText("No address is written yet");
		form.fill("New e-mail address", "mended@etf.example").press("Save the new address");
		assertThat(secretariat.page().getByText("The address is mended")).isVisible();
		assertThat(this.jdbc.sql("select email from contact where user_id = 'etf'").query(String.class).single())
			.isEqualTo("mended@etf.example");
	}

	@Test
	void anEscalationIsSoftenedInTasklist(Chromium chromium, @Autowired Escalating escalating) {
		// given
		this.jdbc.sql("""
				with above as (
				    insert into superior (party, name, email, entered_at, entered_by)
				    select id, 'Ada Lane', 'ada@ministry.example', now(), 'aes' from party where acronym = 'ASEF'
				    returning party)
				insert into escalation (cycle, party, raised_at) select :cycle, party, now() from above""")
			.param("cycle", CYCLE.value())
			.update();
		escalating.lookAfter();
		Visit secretariat = visit(chromium, "aes");

		// when
		TaskForm form = secretariat.tasklist().list("Secretariat").task("Decide on escalation: ASEF");

		// then
		assertThat(form.frame()).containsText("Ada Lane, ada@ministry.example");
		Locator proposed = form.frame().getByLabel("Proposed mail");
		assertThat(proposed).containsText("ASEMME12: ASEF still owes");
		secretariat.picture("83-escalation");
		proposed.scrollIntoViewIfNeeded();
		secretariat.picture("83-escalation-proposed");
		Accessible.check(secretariat.page());
		form.press("Decide");
		assertThat(form.notice()).containsText("Choose: send it as it stands, soften it, or hold it.");
		form.choose("What becomes of it?", "Soften: change the words, then send it")
			.fill("Subject", "A kind word")
			.fill("Text", "Dear Ada,\n\ncould you help?");
		assertThat(proposed).isHidden();
		secretariat.picture("84-escalation-softened");
		secretariat.page().setViewportSize(390, 900);
		form.field("text").scrollIntoViewIfNeeded();
		secretariat.picture("85-escalation-narrow");
		secretariat.page().setViewportSize(1400, 900);
		form.press("Decide");
		assertThat(form.notice()).containsText("Send this to Ada Lane?");
		Accessible.check(secretariat.page());
		form.press("Yes, send it");
		assertThat(secretariat.page().getByText("Your decision on this escalation is saved.")).isVisible();
		assertThat(this.jdbc.sql("select outcome || ' ' || subject from escalation where cycle = :cycle")
			.param("cycle", CYCLE.value())
			.query(String.class)
			.single()).isEqualTo("softened A kind word");
	}

	@Test
	void aCoordinatorReadsTheirOwnMails(Chromium chromium) {
		// given
		Visit coordinator = visit(chromium, "asef");
		Page page = coordinator.open("/");

		// when
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mails to me")).click();

		// then
		assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("request")).first())
			.isVisible();
		Accessible.check(page);
		coordinator.picture("57-mails-to-me");
	}

	@ParameterizedTest
	@CsvSource({ "1280, 800", "1920, 1080" })
	void theBoardFitsTheScreen(int width, int height, Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		secretariat.page().setViewportSize(width, height);

		// when
		Cockpit cockpit = secretariat.cockpit();

		// then
		assertThat((boolean) cockpit.board().evaluate("board => board.scrollWidth <= board.clientWidth")).isTrue();
		assertThat((boolean) secretariat.page()
			.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).isTrue();
		secretariat.picture("51-cockpit-dashboard-" + width);
	}

	@Test
	void finishedInitiativesStayInTheTableAndLeadToTheirUpdate(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		Cockpit cockpit = secretariat.cockpit();

		// when
		Locator finished = cockpit.line(FINISHED);

		// then
		assertThat(finished).containsText("No update received");
		assertThat(finished).containsText("Closed without update");
		finished.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(FINISHED)).first().click();
		assertThat(secretariat.page()).hasURL(Pattern.compile("/i/ASEMME12/" + FINISHED + "$"));
		assertThat(secretariat.page().locator("main")).containsText("No update of %s was received".formatted(FINISHED));
	}

	@Test
	void aRunningInitiativeLeadsToItsProcess(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		Cockpit cockpit = secretariat.cockpit();

		// when
		cockpit.board()
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open the process of A01-I02"))
			.click();

		// then
		assertThat(secretariat.page()).hasURL(Pattern.compile("#/process-instance/[-0-9a-f]+/runtime"));
		assertThat(secretariat.page().getByText("ASEMME12/A01-I02").first()).isVisible();
		assertThat(secretariat.page().getByText("Provide update").first()).isVisible();
		secretariat.picture("52-cockpit-process");
	}

	@Test
	void theEnginesOwnPagesSayNamesAndCounts(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		String update = instance("update", CYCLE + "/A02-I01");
		due(update, "2020-01-01");

		// when
		Page page = cockpit(secretariat,
				"process-definition/%s/runtime?tab=process-instances-table".formatted(definition("update")));

		// then
		Locator named = page.locator("td.instance-id a").filter(new Locator.FilterOptions().setHasText(CYCLE.value()));
		assertThat(named.first()).containsText(Pattern.compile("A\\d\\d-I\\d\\d .+ · .+ · ASEMME12"));
		assertThat(named.first()).hasAttribute("title", Pattern.compile("[-0-9a-f]{36}"));
		Locator late = page.locator("[data-container-id=userTask_provideUpdate] .st-step-late");
		assertThat(late).containsText("1 late");
		assertThat(late).hasAttribute("title", Pattern.compile("whose day is past, in all versions"));
		Accessible.check(page);
		secretariat.picture("58-cockpit-steps");
		// and a cell that is used again, for what has no name
		named.first().evaluate("cell => cell.firstChild.data = '%s'".formatted(NAMELESS));
		Locator nameless = page.locator("td.instance-id a").filter(new Locator.FilterOptions().setHasText(NAMELESS));
		assertThat(nameless).not().hasAttribute("title", Pattern.compile(".*"));
		assertThat(nameless).not().hasClass(Pattern.compile("st-named"));
		// and on the page of one
		page = cockpit(secretariat, "process-instance/%s/runtime?tab=user-tasks-tab".formatted(update));
		assertThat(page.locator(".cam-breadcrumb")).containsText(Pattern.compile("A02-I01 .+ · .+ · ASEMME12"));
		assertThat(page.locator(".process-information")).containsText(update);
		secretariat.picture("59-cockpit-instance");
		Accessible.check(page);
		assertThat(secretariat.refusals()).isEmpty();
	}

	@Test
	void whatHappenedToAnInitiativeIsOneHistory(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		Page page = secretariat.page();
		Cockpit cockpit = secretariat.cockpit();

		// when
		cockpit.board().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("History of A01-I02")).click();

		// then
		assertThat(page).hasURL(Pattern.compile("#/initiative\\?id=A01-I02&cycle=ASEMME12$"));
		Locator history = page.getByRole(AriaRole.REGION,
				new Page.GetByRoleOptions().setName("History of an initiative"));
		assertThat(history).containsText("An update was asked for");
		assertThat(history.locator("li[data-kind=mail]").first()).containsText("request");
		secretariat.picture("54-cockpit-history");
		Accessible.check(page);
		// and one kind of it, which the address keeps
		history.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Requests and days")).click();
		assertThat(page).hasURL(Pattern.compile("kind=request"));
		assertThat(history.locator("li[data-kind=mail]")).hasCount(0);
		page.reload();
		assertThat(history.locator("li")).hasCount(1);
		assertThat(history.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Requests and days")))
			.hasAttribute("aria-pressed", "true");
		// and beside its process
		secretariat.cockpit()
			.board()
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open the process of A01-I02"))
			.click();
		page.getByText("What happened").click();
		assertThat(history).containsText("An update was asked for");
		secretariat.picture("55-cockpit-process-history");
		// and what is not there
		page.navigate(page.url().replaceAll("#.*", "#/initiative?id=A99-I99"));
		assertThat(history).containsText("Neither the plan nor a cycle has an initiative A99-I99.");
	}

	@Test
	void howTheCycleGoesIsAPageOfItsOwn(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		Page page = secretariat.page();
		Cockpit cockpit = secretariat.cockpit();

		// when
		cockpit.board()
			.getByRole(AriaRole.LINK,
					new Locator.GetByRoleOptions().setName("What matters most, and how answers come in"))
			.click();

		// then
		Locator outlook = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("How the cycle goes"));
		assertThat(outlook.getByRole(AriaRole.HEADING).first()).hasText("How ASEMME12 goes");
		assertThat(outlook.getByLabel("Meetings").getByRole(AriaRole.LISTITEM)).containsText(new String[] { "SOM1" });
		assertThat(outlook.getByLabel("Deadlines").getByRole(AriaRole.LISTITEM)).hasCount(6);
		assertThat(outlook).containsText("0 of 52 initiatives have sent in a first version.");
		assertThat(outlook.getByRole(AriaRole.ROW)
			.filter(new Locator.FilterOptions().setHasText("Nobody coordinates it"))
			.first()).containsText("Find a coordinator");
		secretariat.picture("56-cockpit-cycle");
		Accessible.check(page);
		// and one kind, which the address keeps
		outlook.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Late: 0"))).click();
		assertThat(page).hasURL(Pattern.compile("concern=late"));
		assertThat(outlook).containsText("Nothing of that kind.");
	}

	@Test
	void aNumberLeadsToItsInitiativesWhichAreNarrowedFurtherAndShownAgain(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		Page page = secretariat.page();
		Cockpit cockpit = secretariat.cockpit();
		page.navigate(page.url().replaceAll("#.*", "#/cycle"));
		// when
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Nobody yet: \\d+$")))
			.click();
		// then
		assertThat(page).hasURL(Pattern.compile("#/dashboard\\?.*kind=none"));
		Locator narrow = cockpit.board()
			.locator("details")
			.filter(new Locator.FilterOptions().setHasText("Only initiatives of"));
		assertThat(narrow.locator("summary")).hasText("Narrowed to Nobody yet");
		assertThat(cockpit.board().locator(".st-found")).containsText(Pattern.compile("^[12] of 52 initiatives$"));
		// when
		narrow.locator("summary").click();
		narrow.getByLabel("Kind of coordinator").selectOption("stakeholder");
		// then
		assertThat(page).hasURL(Pattern.compile("kind=stakeholder"));
		assertThat(narrow.locator("summary")).hasText("Narrowed to Stakeholders");
		assertThat(narrow.getByLabel("Region").locator("option").first()).isAttached();
		Accessible.check(page);
		secretariat.picture("58-cockpit-narrowed");
		asOnAPhone(secretariat, "58-cockpit-narrowed-narrow");
		// when
		narrow.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show all again")).click();
		// then
		assertThat(cockpit.board().locator(".st-found")).containsText("52 of 52 initiatives");
		assertThat(narrow.locator("summary")).hasText("Narrow down");
	}

	@Test
	void whatMattersLeadsToTheTaskThatMendsIt(Chromium chromium) {
		Visit secretariat = visit(chromium, "aes");
		Page page = secretariat.page();
		secretariat.cockpit();
		page.navigate(page.url().replaceAll("#.*", "#/cycle"));

		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Find a coordinator: ")))
			.first()
			.click();

		assertThat(page.locator(".task-card h2.task")).containsText("Find a coordinator");
	}

	@Test
	void aLateInitiativeIsChosenAlreadyWhereItsCoordinatorsAreHelped(Chromium chromium) {
		Visit secretariat = visit(chromium, "aes");
		Page page = secretariat.page();

		page.navigate(
				"/camunda/app/tasklist/default/#/?processStart=helpCoordinator&cycle=ASEMME12&initiative=A01-I02");

		Locator dialog = page.locator(".modal-content");
		assertThat(dialog).containsText("1 chosen: A01-I02.");
		secretariat.picture("57-cockpit-late-helped");
	}

	@Test
	void aKeyboardSortsAndTheAddressKeepsIt(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		Cockpit cockpit = secretariat.cockpit();
		assertThat(cockpit.head("Initiative")).hasAttribute("aria-sort", "ascending");

		// when
		cockpit.head("Party").getByRole(AriaRole.BUTTON).focus();
		secretariat.page().keyboard().press("Enter");
		assertThat(cockpit.head("Party")).hasAttribute("aria-sort", "ascending");
		assertThat(cockpit.head("Initiative")).hasAttribute("aria-sort", "none");
		secretariat.page().keyboard().press("Enter");

		// then
		assertThat(cockpit.head("Party")).hasAttribute("aria-sort", "descending");
		assertThat(cockpit.head("Party").getByRole(AriaRole.BUTTON)).isFocused();
		assertThat(secretariat.page()).hasURL(Pattern.compile("sort=party&order=descending"));
		String last = cockpit.line("").first().innerText();
		secretariat.page().reload();
		assertThat(cockpit.head("Party")).hasAttribute("aria-sort", "descending");
		assertThat(cockpit.line("").first().innerText()).isEqualTo(last);
	}

	@Test
	void searchAndStateNarrowTheTableAndStayInTheAddress(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		Cockpit cockpit = secretariat.cockpit();

		// when
		cockpit.search().fill("asef");
		assertThat(cockpit.found()).containsText(Pattern.compile("^[1-9]\\d? of 52 initiatives$"));
		assertThat(cockpit.line("").first()).containsText("ASEF");
		cockpit.count("Draft begun").click();

		// then
		assertThat(cockpit.count("Draft begun")).hasAttribute("aria-pressed", "true");
		assertThat(cockpit.found()).hasText("0 of 52 initiatives");
		assertThat(cockpit.board()).containsText("No initiative is like that");
		assertThat(secretariat.page()).hasURL(Pattern.compile("search=asef&state=draft"));
		secretariat.page().reload();
		assertThat(cockpit.found()).hasText("0 of 52 initiatives");
		assertThat(cockpit.search()).hasValue("asef");
		cockpit.count("Draft begun").click();
		cockpit.search().fill("");
		assertThat(cockpit.found()).hasText("52 of 52 initiatives");
	}

	@Test
	void columnsAreChosenAndKeptAndComeAsAFile(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		Page page = secretariat.page();
		Cockpit cockpit = secretariat.cockpit();
		cockpit.search().fill("asef");
		assertThat(cockpit.found()).containsText(Pattern.compile("^[1-9]\\d? of 52 initiatives$"));

		// when
		cockpit.board().getByText("Columns", new Locator.GetByTextOptions().setExact(true)).click();
		cockpit.board().getByLabel("Due").uncheck();

		// then
		assertThat(page).hasURL(Pattern.compile("search=asef&columns=party,state,step"));
		assertThat(cockpit.head("Due")).hasCount(0);
		assertThat(cockpit.line("").first().locator("td")).hasCount(5);
		Accessible.check(page);
		secretariat.picture("59-cockpit-columns");
		String file = page
			.waitForDownload(() -> cockpit.board()
				.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("These initiatives as CSV"))
				.click())
			.suggestedFilename();
		assertThat(file).isEqualTo("ASEMME12-initiatives.csv");
		// and in this browser from then on
		page.navigate(page.url().replaceAll("#.*", "#/dashboard"));
		page.reload();
		assertThat(cockpit.found()).hasText("52 of 52 initiatives");
		assertThat(cockpit.head("Due")).hasCount(0);
		asOnAPhone(secretariat.picture("59-cockpit-columns-kept"), "59-cockpit-columns-narrow");
	}

	@Test
	void theReviewingBodyOpensTheStateOfPlay(Chromium chromium) {
		// given
		Visit reviewer = visit(chromium, "swg");
		Page page = reviewer.open("/");

		// when
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("State of play")).click();

		// then
		Accessible.check(page);
		asOnAPhone(reviewer.longPicture("65-state-of-play"), "65-state-of-play-narrow");
		assertThat(page
			.waitForDownload(() -> page
				.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("PDF of ASEMME12 for the next meeting"))
				.click())
			.suggestedFilename()).isEqualTo("ASEMME12-SOM1-state-of-play.pdf");
	}

	@Test
	void whatHappensMeanwhileIsShownWithoutAReload(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		secretariat.page().clock().install();
		Cockpit cockpit = secretariat.cockpit();
		assertThat(cockpit.line("A17-I03")).not().containsText("No update received");
		Locator link = cockpit.line("A17-I03").getByRole(AriaRole.LINK).first();
		link.focus();

		// when
		settle("A17-I03");
		secretariat.page().clock().runFor(31_000);

		// then
		assertThat(cockpit.line("A17-I03")).containsText("No update received");
		assertThat(link).isFocused();
	}

	@Test
	void aCycleAHistoryAndADiagramShowWhatHappensMeanwhileToo(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		secretariat.page().clock().install();
		String update = instance("update", CYCLE + "/A02-I01");
		due(update, "2040-01-01");
		// when somebody moves a meeting
		Page page = cockpit(secretariat, "cycle?cycle=" + CYCLE);
		Locator day = page.getByLabel("Meetings")
			.getByRole(AriaRole.LISTITEM)
			.filter(new Locator.FilterOptions().setHasText("SOM1"))
			.locator("time");
		LocalDate planned = LocalDate.parse(day.getAttribute("datetime"));
		moved("SOM1", planned.plusDays(3));
		meanwhile(page);
		// then
		assertThat(day).hasAttribute("datetime", planned.plusDays(3).toString());
		assertThatItWasNotLoadedAnew(page);
		moved("SOM1", planned);
		// when something happens to an initiative
		page = cockpit(secretariat, "initiative?id=A17-I02&cycle=" + CYCLE);
		Locator history = page.getByRole(AriaRole.REGION,
				new Page.GetByRoleOptions().setName("History of an initiative"));
		assertThat(history).containsText("An update was asked for");
		assertThat(history).not().containsText("Closed: no update was received");
		settle("A17-I02");
		meanwhile(page);
		// then
		assertThat(history).containsText("Closed: no update was received");
		assertThatItWasNotLoadedAnew(page);
		// when the day of a task passes
		page = cockpit(secretariat, "process-definition/%s/runtime".formatted(definition("update")));
		assertThat(page.locator("[data-container-id=userTask_provideUpdate] .badge").first()).isVisible();
		Locator late = page.locator("[data-container-id=userTask_provideUpdate] .st-step-late");
		assertThat(late).hasCount(0);
		due(update, "2020-01-01");
		meanwhile(page);
		// then
		assertThat(late).containsText("1 late");
		assertThatItWasNotLoadedAnew(page);
	}

	private void moved(String meeting, LocalDate to) {
		this.jdbc.sql("update meeting set planned_on = :to where cycle = :cycle and kind = :meeting")
			.param("to", to)
			.param("cycle", CYCLE.value())
			.param("meeting", meeting)
			.update();
	}

	private void due(String update, String day) {
		this.jdbc.sql("update act_ru_task set due_date_ = cast(:day as date) where proc_inst_id_ = :id")
			.param("day", day)
			.param("id", update)
			.update();
	}

	/** What the page bears here is gone when it is loaded anew. */
	private static void meanwhile(Page page) {
		page.evaluate("() => { window.asItWasOpened = true; }");
		page.clock().runFor(31_000);
	}

	private static void assertThatItWasNotLoadedAnew(Page page) {
		assertThat((boolean) page.evaluate("() => window.asItWasOpened === true")).isTrue();
	}

	@Test
	void whatCannotBeShownIsSaidAndTriedAgain(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		secretariat.page().clock().install();
		Cockpit cockpit = secretariat.cockpit();

		// when
		secretariat.page().route("**/api/cockpit/**", (route) -> route.abort());
		secretariat.page().clock().runFor(31_000);

		// then
		assertThat(cockpit.board()).containsText("The reporting cycle cannot be shown at the moment");
		assertThat(cockpit.board()).containsText("What you see is from");
		assertThat(cockpit.line("")).hasCount(52);
		secretariat.page().unroute("**/api/cockpit/**");
		secretariat.page().clock().runFor(31_000);
		assertThat(cockpit.board()).not().containsText("cannot be shown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "swg", "asef" })
	void nobodyElseSeesTheBoard(String account, Chromium chromium) {
		// given
		Visit visit = visit(chromium, account);

		// when
		visit.open("/camunda/app/cockpit/default/");
		visit.page().waitForLoadState(LoadState.NETWORKIDLE);

		// then
		assertThat(visit.page().locator(".st-cockpit")).hasCount(0);
		assertThat(visit.page().locator("body")).not().containsText("ASEMME12");
	}

	@Test
	void cockpitOffersTheSecretariatNothingThatIsRefused(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		String update = instance("update", CYCLE + "/A02-I01");
		String cycle = instance("cycle", CYCLE.value());
		String definition = this.jdbc.sql("select proc_def_id_ from act_ru_execution where id_ = :id")
			.param("id", cycle)
			.query(String.class)
			.single();

		// when
		for (String place : List.of("dashboard", "processes", "decisions", "tasks", "repository", "batch",
				"process-definition/%s/runtime?tab=process-instances-table".formatted(definition),
				"process-definition/%s/runtime?tab=job-definition-table".formatted(definition),
				"process-instance/%s/runtime?tab=variables-tab".formatted(update),
				"process-instance/%s/runtime?tab=user-tasks-tab".formatted(update),
				"process-instance/%s/runtime?tab=incidents-tab".formatted(update),
				"process-instance/%s/runtime?tab=jobs-tab".formatted(cycle))) {
			Page page = cockpit(secretariat, place);

			// then
			for (String action : List.of("Suspend", "Delete", "Cancel", "Add a new variable", "Change due date",
					"Manage group", "Manage user", "Change Overriding", "Edit variable")) {
				assertThat(page.locator("[uib-tooltip^='%s']:visible".formatted(action)).count())
					.as("%s: %s", place, action)
					.isZero();
			}
			assertThat(page.locator(".ctn-main .glyphicon-pencil:visible, .ctn-main .glyphicon-trash:visible"))
				.hasCount(0);
			assertThat(page.locator(".page-notifications .alert-danger")).hasCount(0);
		}
		assertThat(secretariat.refusals()).isEmpty();
	}

	private Page cockpit(Visit visit, String place) {
		visit.open("about:blank");
		Page page = visit.open("/camunda/app/cockpit/default/#/" + place);
		assertThat(page.locator(".ctn-main [ng-view] > *").first()).isVisible();
		page.waitForLoadState(LoadState.NETWORKIDLE);
		return page;
	}

	private String definition(String process) {
		return this.jdbc.sql("select id_ from act_re_procdef where key_ = :process order by version_ desc limit 1")
			.param("process", process)
			.query(String.class)
			.single();
	}

	private String instance(String process, String about) {
		return this.jdbc.sql("""
				select e.id_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
				where d.key_ = :process and e.business_key_ = :about and e.parent_id_ is null""")
			.param("process", process)
			.param("about", about)
			.query(String.class)
			.single();
	}

	@ParameterizedTest
	@CsvSource({ "aes, Secretariat", "aes, All updates", "asef, My updates" })
	void tasklistOffersNobodyWhatIsRefused(String account, String list, Chromium chromium) {
		// given
		Visit visit = visit(chromium, account);

		// when
		visit.tasklist().list(list);
		visit.page().locator("li.task h4.task a").first().click();
		assertThat(visit.page().locator(".task-card .stocktake").first()).isVisible();

		// then
		for (String words : List.of("Claim", "Set follow-up date", "Set due date", "Add groups", "Add Comment")) {
			assertThat(
					visit.page().getByText(words, new Page.GetByTextOptions().setExact(true)).locator("visible=true"))
				.hasCount(0);
		}
		assertThat(visit.page().locator(".task-filter .glyphicon-pencil:visible")).hasCount(0);
		visit.page().keyboard().press("Control+Alt+c");
		visit.page().waitForLoadState(LoadState.NETWORKIDLE);
		assertThat(visit.refusals()).isEmpty();
		visit.picture("53-tasklist-%s-%s".formatted(account, list.toLowerCase().replace(' ', '-')));
	}

	@ParameterizedTest
	@CsvSource({ "aes, cockpit, Cockpit", "aes, tasklist, Tasklist", "aes, welcome, Welcome",
			"asef, tasklist, Tasklist", "asef, welcome, Welcome", "swg, tasklist, Tasklist", "admin, admin, Admin" })
	void everyApplicationBearsOurNameAndNoOther(String account, String application, String name, Chromium chromium) {
		// given
		Visit visit = visit(chromium, account);

		// when
		Page page = visit.open("/camunda/app/%s/default/".formatted(application));

		// then
		assertThat(page.locator("[cam-widget-header]")).containsText("Stocktake " + name);
		assertThat(page).hasTitle(Pattern.compile("^Stocktake " + name));
		page.waitForLoadState(LoadState.NETWORKIDLE);
		assertThat(page.locator("body")).not()
			.containsText(MANUFACTURER, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
		assertThat(page.locator("link[rel~=icon]").last()).hasAttribute("href", "/stocktake/icon.svg");
		assertThat((String) page.locator("[cam-widget-footer] .row > :last-child")
			.evaluate("foot => getComputedStyle(foot, '::after').content")).contains("ASEM Education Process");
		visit.picture("54-%s-%s".formatted(application, account));
	}

	@ParameterizedTest
	@ValueSource(strings = { "swg", "asef" })
	void theProfileOffersNothingThatIsRefused(String account, Chromium chromium) {
		// given
		Visit visit = visit(chromium, account);

		// when
		Page page = visit.open("/camunda/app/welcome/default/");
		assertThat(page.locator(".user-profile-name").first()).isVisible();

		// then
		assertThat(page.locator(".user-profile a[ng-click]:visible")).hasCount(0);
		assertThat(visit.refusals()).isEmpty();
	}

	private Visit visit(Chromium chromium, String account) {
		return chromium.visit(this.port).signIn(account);
	}

	@Test
	void whatWasSentIsSearchedAndComesAsAFile(Chromium chromium) throws IOException {
		// given
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> number("""
				select count(*) from mail where cycle = :cycle and recipient = 'iau@stocktake.example'""") > 0);
		Visit secretariat = visit(chromium, "aes");
		Page page = secretariat.open("/desk/mails");
		// when
		page.getByLabel("Person").fill("iau@stock");
		page.getByLabel("Cycle").selectOption(CYCLE.value());
		page.getByLabel("Kind").selectOption("request");
		button(page.locator("main"), "Search").click();
		// then
		assertThat(page).hasURL(Pattern.compile("person=iau%40stock"));
		Locator rows = page.locator("tbody tr");
		assertThat(rows).hasCount(1);
		assertThat(rows).containsText("iau@stocktake.example");
		assertThat(page.getByLabel("Kind")).hasValue("request");
		Accessible.check(page);
		asOnAPhone(secretariat.longPicture("66-mails-found"), "66-mails-found-narrow");
		Download file = page.waitForDownload(
				() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download these as CSV"))
					.click());
		assertThat(file.suggestedFilename()).isEqualTo("mails.csv");
		assertThat(Files.readAllLines(file.path())).hasSize(2).last().asString().contains("iau@stocktake.example");
		// when the days are the wrong way round
		page.getByLabel("From").fill("2026-02-02");
		page.getByLabel("Until").fill("2026-02-01");
		button(page.locator("main"), "Search").click();
		// then
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("swap them");
		assertThat(page.getByLabel("Person")).hasValue("iau@stock");
		Accessible.check(page);
		// when
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show all")).click();
		// then
		assertThat(page.getByLabel("Person")).hasValue("");
		assertThat(page.getByLabel("Cycle")).hasValue("");
		assertThat(page.locator("caption")).containsText(Pattern.compile("\\d+ mails"));
		assertThat(rows.nth(1)).isVisible();
	}

	@Test
	void whatIsShownComesAsWorkbooks(Chromium chromium) {
		// given
		Visit secretariat = visit(chromium, "aes");
		Page page = secretariat.page();
		Cockpit cockpit = secretariat.cockpit();
		// when, then
		assertThat(downloaded(page, cockpit.board(), "These initiatives as XLSX"))
			.isEqualTo("ASEMME12-initiatives.xlsx");
		assertThat(downloaded(page, cockpit.board(), "State of play as a workbook"))
			.isEqualTo("ASEMME12-SOM1-state-of-play.xlsx");
		page.navigate(page.url().replaceAll("#.*", "#/cycle"));
		Locator outlook = outlook(page);
		assertThat(downloaded(page, outlook, "as a workbook")).isEqualTo("ASEMME12-SOM1-state-of-play.xlsx");
		// when it is for another meeting
		outlook.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("for another meeting")).click();
		assertThat(downloaded(page, page.locator("main"), "Workbook of ASEMME12 for ASEMME"))
			.isEqualTo("ASEMME12-ASEMME-state-of-play.xlsx");
	}

	private static String downloaded(Page page, Locator place, String link) {
		return page
			.waitForDownload(
					() -> place.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link).setExact(true))
						.click())
			.suggestedFilename();
	}

	private static Locator outlook(Page page) {
		return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("How the cycle goes"));
	}

	@Test
	void aLongTableIsTurnedPageByPage(Chromium chromium) {
		// given
		earlier(130);
		try {
			Visit secretariat = visit(chromium, "aes");
			Page page = cockpit(secretariat, "dashboard?cycle=EARLIER");
			Cockpit cockpit = secretariat.shownCockpit();
			assertThat(cockpit.line("")).hasCount(100);
			Locator pages = page.getByRole(AriaRole.NAVIGATION,
					new Page.GetByRoleOptions().setName("Pages of the table"));
			assertThat(button(pages, "Previous page")).isDisabled();
			// when
			button(pages, "Next page").click();
			// then
			assertThat(pages).containsText("Page 2 of 2");
			assertThat(cockpit.line("")).hasCount(30);
			assertThat(cockpit.line("Z01-I101")).isVisible();
			assertThat(page).hasURL(Pattern.compile("cycle=EARLIER&page=2$"));
			assertThat(button(pages, "Next page")).isDisabled();
			pages.scrollIntoViewIfNeeded();
			Accessible.check(page);
			asOnAPhone(secretariat.picture("67-cockpit-last-page"), "67-cockpit-last-page-narrow");
			page.reload();
			assertThat(cockpit.line("Z01-I101")).isVisible();
			// when
			button(pages, "Previous page").click();
			// then
			assertThat(pages).containsText("Page 1 of 2");
			assertThat(cockpit.line("Z01-I001")).isVisible();
			// when something is searched on the last page
			button(pages, "Next page").click();
			assertThat(cockpit.line("Z01-I101")).isVisible();
			cockpit.search().fill("I00");
			// then
			assertThat(cockpit.found()).containsText("9 of 130 initiatives");
			assertThat(pages).isHidden();
		}
		finally {
			clearAway("EARLIER");
		}
	}

	@Test
	void answersAreSeenBesideThoseOfTheCycleBeforeAndForetold(Chromium chromium) {
		// given
		earlier(8);
		watched();
		try {
			Visit secretariat = visit(chromium, "aes");
			Page page = cockpit(secretariat, "cycle?cycle=WATCHED");
			Locator outlook = outlook(page);
			// then
			assertThat(outlook.getByRole(AriaRole.HEADING).first()).hasText("How WATCHED goes");
			assertThat(outlook).containsText("4 of 8 initiatives have sent in a first version."
					+ " If answers come in as in EARLIER, about 6 of 8 will be in by the freeze.");
			assertThat(outlook.locator("figcaption span")).hasText(new String[] { "WATCHED", "EARLIER" });
			assertThat(outlook.locator(".st-curve > svg polyline")).hasCount(2);
			assertThat(outlook.locator(".st-guess")).hasCount(1);
			outlook.getByText("The numbers").click();
			Locator numbers = outlook.locator("details table");
			assertThat(numbers.locator("th[scope=col]"))
				.hasText(new String[] { "Days after the requests", "WATCHED (of 8)", "EARLIER (of 8)" });
			assertThat(numbers.locator("tbody tr").last()).hasText("55–6");
			Locator today = outlook.locator(".st-today");
			assertThat(today).containsText(Pattern.compile("^Today, \\w+ \\d+ \\w+ \\d+$"));
			assertThat((String) today.getAttribute("style")).startsWith("left: 50.00%");
			assertThat(outlook.locator(".st-beneath [data-over]"))
				.hasText(new Pattern[] { Pattern.compile("^Requests.*"), Pattern.compile("^Deadline.*") });
			Accessible.check(page);
			outlook.locator(".st-curve").scrollIntoViewIfNeeded();
			asOnAPhone(secretariat.picture("68-cockpit-curve"), "68-cockpit-curve-narrow");
			page.setViewportSize(390, 844);
			for (Locator label : outlook.locator(".st-curve text").all()) {
				assertThat(label.boundingBox().height).as("pixels of the words along the curve").isGreaterThan(9);
				assertThat(label.boundingBox().x).as("left of the words along the curve").isNotNegative();
			}
		}
		finally {
			clearAway("WATCHED");
			clearAway("EARLIER");
		}
	}

	@Test
	void whatMattersIsToldByKindAndLeadsToWhereItIsMended(Chromium chromium, @Autowired Register register,
			@Autowired Mendings mendings) {
		// given
		watched();
		coordinated(register, "Watch East", "Asia", "Z01-I001", "Z01-I007");
		coordinated(register, "Watch West", "Europe", "Z01-I003", "Z01-I004", "Z01-I005", "Z01-I006");
		this.jdbc
			.sql("""
					insert into unreachable (contact, address, since, because)
					select id, email, now(), '550 nobody of that name' from contact where email = 'watch.east@watch.example'""")
			.update();
		mendings.lookAfter();
		try {
			Visit secretariat = visit(chromium, "aes");
			Page page = cockpit(secretariat, "cycle?cycle=WATCHED");
			// when, then
			assertThat(only(page, "Mail does not arrive: 2"))
				.containsText(new String[] { "Contact of Watch East <watch.east@watch.example>", "Z01-I007" });
			assertThat(only(page, "Nobody to ask: 2"))
				.containsText(new String[] { "Its coordinators have no contact", "Nobody coordinates it" });
			Locator twice = only(page, "Returned twice or more: 1");
			assertThat(twice).containsText(new String[] { "Z01-I003 Initiative 3" });
			assertThat(twice).containsText(new String[] { "2 times" });
			assertThat(act(twice, "Read the rounds: Z01-I003")).hasAttribute("href", "/i/WATCHED/Z01-I003");
			assertThat(only(page, "Late: 3"))
				.containsText(new String[] { "Nothing is written", "Nothing is written", "A draft is begun" });
			assertThat(act(only(page, "Late: 3").last(), "Help its coordinators: Z01-I007")).hasAttribute("href",
					Pattern.compile("\\?processStart=helpCoordinator&cycle=WATCHED&initiative=Z01-I007$"));
			Accessible.check(page);
			secretariat.picture("70-cockpit-late");
			Locator inReview = only(page, "Long in review: 1");
			assertThat(inReview).containsText(new String[] { "SWG Desk" });
			// when it is followed
			act(inReview, "See who reviews: Z01-I004").click();
			// then
			assertThat(page).hasURL(Pattern.compile("/desk/reviews\\?cycle=WATCHED$"));
			assertThat(page.locator("tbody tr")).containsText(new String[] { "Z01-I004" });
			// when
			page = cockpit(secretariat, "cycle?cycle=WATCHED&concern=bounced");
			act(outlook(page).locator(".st-initiatives tbody tr"), "Mend the address: Z01-I001").click();
			// then
			TaskForm form = secretariat.shownTasklist().open();
			assertThat(form.frame()).containsText("550 nobody of that name");
			form.fill("New e-mail address", "mended@watch.example").press("Save the new address");
			assertThat(page.getByText("The address is mended")).isVisible();
			page = cockpit(secretariat, "cycle?cycle=WATCHED&concern=bounced");
			assertThat(outlook(page)).containsText("Nothing of that kind.");
		}
		finally {
			clearAway("WATCHED");
		}
	}

	@Test
	void initiativesAreNarrowedByObjectiveAndRegion(Chromium chromium, @Autowired Register register) {
		// given
		watched();
		coordinated(register, "Narrow East", "Asia", "Z01-I001", "Z01-I007");
		coordinated(register, "Narrow West", "Europe", "Z01-I005");
		this.jdbc.sql("""
				update cycle_initiative set objective = 2
				where cycle = 'WATCHED' and initiative in ('Z01-I001', 'Z01-I005')""").update();
		try {
			Visit secretariat = visit(chromium, "aes");
			Page page = cockpit(secretariat, "cycle?cycle=WATCHED");
			assertThat(outlook(page)).containsText("By strategic objective");
			// when
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Objective 2: 2").setExact(true)).click();
			// then
			Cockpit cockpit = secretariat.shownCockpit();
			assertThat(page).hasURL(Pattern.compile("objective=2"));
			assertThat(cockpit.found()).hasText("2 of 8 initiatives");
			// when
			cockpit.board().getByText("Narrowed to Objective 2").click();
			cockpit.board().getByLabel("Region").selectOption("Asia");
			// then
			assertThat(cockpit.found()).hasText("1 of 8 initiatives");
			assertThat(cockpit.line("Z01-I001")).isVisible();
			assertThat(page).hasURL(Pattern.compile("objective=2&region=Asia"));
			assertThat(cockpit.board().getByText("Narrowed to Objective 2, Asia")).isVisible();
			Accessible.check(page);
			asOnAPhone(secretariat.picture("71-cockpit-objective"), "71-cockpit-objective-narrow");
			// when
			cockpit.board().getByLabel("Objective").selectOption("none");
			// then
			assertThat(cockpit.found()).hasText("1 of 8 initiatives");
			assertThat(cockpit.line("Z01-I007")).isVisible();
			page.reload();
			assertThat(cockpit.line("Z01-I007")).isVisible();
			assertThat(cockpit.board().getByText("Narrowed to Not confirmed, Asia")).isVisible();
		}
		finally {
			clearAway("WATCHED");
		}
	}

	/** The rows with what matters of one kind. */
	private static Locator only(Page page, String kind) {
		Locator button = button(outlook(page), kind);
		button.click();
		assertThat(button).hasAttribute("aria-pressed", "true");
		return outlook(page).locator(".st-initiatives tbody tr");
	}

	private static Locator act(Locator row, String name) {
		return row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
	}

	/**
	 * A cycle of last year: of eight that were asked four came by day 40, six by day 55.
	 */
	private void earlier(int initiatives) {
		cycle("EARLIER", "published", initiatives, 400);
		this.jdbc.sql("update cycle set closed_at = now(), published_at = now() where name = 'EARLIER'").update();
		asked("EARLIER", "select n, 'settled', 'accepted' from generate_series(1, 8) n");
		sent("EARLIER", 400 - 35, 1, 2, 3, 4);
		sent("EARLIER", 400 - 55, 5, 6);
	}

	/**
	 * A cycle that asked 40 days ago: its deadline is over, its gathering ends in 20
	 * days.
	 */
	private void watched() {
		cycle("WATCHED", "gathering", 8, 40);
		asked("WATCHED",
				"""
						values (1, 'requested', null), (2, 'requested', null), (3, 'returned', null), (4, 'in-review', null),
						    (5, 'settled', 'accepted'), (6, 'settled', 'accepted'), (7, 'requested', null), (8, 'unstaffed', null)""");
		sent("WATCHED", 20, 3, 4, 5, 6);
		this.jdbc.sql("""
				with again as (
				    insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
				    values ('WATCHED', 'Z01-I003', 2, '{}', now() - interval '5 days', 'asef') returning id)
				insert into verdict (revision, accepted, given_at, given_by)
				select id, false, now() - interval '1 day', 'swg' from again
				union all select id, false, now() - interval '9 days', 'swg' from revision
				where cycle = 'WATCHED' and initiative = 'Z01-I003'""").update();
		this.jdbc.sql("""
				insert into review_duty (cycle, initiative, reviewer, dealt_at)
				select 'WATCHED', 'Z01-I004', id, now() from contact where user_id = 'swg'""").update();
		this.jdbc.sql("""
				insert into draft (cycle, initiative, version, content, saved_at, saved_by)
				values ('WATCHED', 'Z01-I007', 1, '{}', now(), 'asef')""").update();
	}

	/** Opened before the one that is under way, which stays the first to be shown. */
	private void cycle(String name, String state, int initiatives, int daysAgo) {
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by, requested_at)
				values (:name, 'From then on', 'UTC', :state, now() - make_interval(days => :days + 10), 'aes',
				    now() - make_interval(days => :days))""")
			.param("name", name)
			.param("state", state)
			.param("days", daysAgo)
			.update();
		this.jdbc.sql("""
				insert into deadline (cycle, kind, on_date, hard)
				select :name, kind, (now() at time zone 'UTC')::date - cast(:days as int) + after, kind = 'freeze'
				from (values ('request', 0), ('deadline', 30), ('freeze', 60), ('reviews', 70), ('comments', 75),
				    ('papers', 80)) as days (kind, after)""").param("name", name).param("days", daysAgo).update();
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators)
				select :name, 'Z01-I' || to_char(n, 'FM000'), n, 1, 'Act', 'Initiative ' || n, false, 'summary', ''
				from generate_series(1, :initiatives) n""")
			.param("name", name)
			.param("initiatives", initiatives)
			.update();
	}

	private void asked(String cycle, String states) {
		this.jdbc.sql("""
				insert into update_request (cycle, initiative, state, settled_as, asked_at, settled_at)
				select name, 'Z01-I' || to_char(n, 'FM000'), s.state, as_what, requested_at,
				    case when as_what is not null then now() end
				from cycle, (%s) as s (n, state, as_what) where name = :cycle""".formatted(states))
			.param("cycle", cycle)
			.update();
	}

	private void sent(String cycle, int daysAgo, int... numbers) {
		for (int number : numbers) {
			this.jdbc.sql("""
					insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
					values (:cycle, :initiative, 1, '{}', now() - make_interval(days => :days), 'asef')""")
				.param("cycle", cycle)
				.param("initiative", "Z01-I%03d".formatted(number))
				.param("days", daysAgo)
				.update();
		}
	}

	/** A party with a contact, which coordinates. */
	private void coordinated(Register register, String name, String region, String... initiatives) {
		PartyId party = register.register(new NewParty(name, null, "stakeholder", region, null, false, true)).id();
		register.addContact(new NewContact(party, "Contact of " + name,
				name.toLowerCase().replace(' ', '.') + "@watch.example", "en", null, NewContact.COORDINATOR));
		for (String initiative : initiatives) {
			this.jdbc.sql("""
					insert into coordination (initiative, party, role, position)
					values (:initiative, :party, 'coordinator', 1)""")
				.param("initiative", initiative)
				.param("party", party.value())
				.update();
		}
	}

	private void clearAway(String cycle) {
		this.jdbc.sql("delete from coordination where initiative like 'Z01-I0%'").update();
		this.jdbc.sql("delete from verdict where revision in (select id from revision where cycle = :cycle)")
			.param("cycle", cycle)
			.update();
		for (String table : List.of("review_duty", "draft", "revision", "update_request", "cycle_initiative",
				"deadline")) {
			this.jdbc.sql("delete from %s where cycle = :cycle".formatted(table)).param("cycle", cycle).update();
		}
		this.jdbc.sql("delete from cycle where name = :cycle").param("cycle", cycle).update();
	}

}
