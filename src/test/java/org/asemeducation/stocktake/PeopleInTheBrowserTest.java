package org.asemeducation.stocktake;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;
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
import org.asemeducation.stocktake.update.Submitter;
import org.asemeducation.stocktake.update.files.TestFiles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * What coordinators may answer in place of an update, and who else may write it. Each
 * test has initiatives of its own.
 */
@BrowserTest
class PeopleInTheBrowserTest {

	private static final CycleName CYCLE = new CycleName("ASEMME15");

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
		this.jdbc.sql("update mail set state = 'sent', sent_at = now(), secret = null where cycle = :cycle")
			.param("cycle", CYCLE.value())
			.update();
	}

	private int requested() {
		return this.jdbc.sql("select count(*) from update_request where cycle = :cycle")
			.param("cycle", CYCLE.value())
			.query(Integer.class)
			.single();
	}

	@Test
	void aContactSaysWhoItIsNow(Chromium chromium) {
		// given
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values ('ASEMME17', 'From here to there', 'Europe/Rome', 'opened', now(), 'aes')""").update();
		this.jdbc.sql("""
				insert into deadline (cycle, kind, on_date, hard) select 'ASEMME17', k, '2040-06-04', k = 'freeze'
				from unnest(array['request', 'deadline', 'freeze', 'reviews', 'comments', 'papers']) as k""").update();
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators)
				values ('ASEMME17', 'A05-I04', 1, 5, 'Act', 'Toolkit', false, 'summary', 'ETF')""").update();
		try {
			// when
			Visit visit = chromium.visit(this.port).signIn("etf@stocktake.example");
			visit.open("/my/contact/ASEMME17");
			Accessible.check(visit.page());
			visit.picture("121-contact").narrowPicture("121-contact-narrow");
			visit.page().getByLabel("It is now somebody else").check();
			visit.page().getByLabel("Their name").fill("Sam Roy");
			visit.page().getByLabel("Their e-mail address").fill("sam@etf.example");
			visit.button("Answer").click();
			// then
			assertThat(visit.page().locator("main")).containsText("it is now Sam Roy");
			Accessible.check(visit.page());
			visit.picture("122-contact-answered");
		}
		finally {
			for (String table : List.of("contact_confirmation", "cycle_initiative", "deadline")) {
				this.jdbc.sql("delete from %s where cycle = 'ASEMME17'".formatted(table)).update();
			}
			this.jdbc.sql("delete from cycle where name = 'ASEMME17'").update();
		}
	}

	@Test
	void anAnswerInPlaceOfAnUpdateIsReviewedAndProposedForThePlan(Chromium chromium) {
		// given
		Visit coordinator = chromium.visit(this.port).signIn("asef@stocktake.example");
		TaskForm form = coordinator.form("/i/" + CYCLE + "/A01-I02");
		form.fill("Highlights", "Half a sentence");
		// when
		Locator panel = part(coordinator.page(), "Is there no update to write?");
		form.press("Submit this answer");
		assertThat(panel).containsText("Choose what you answer in place of an update.");
		panel.getByLabel("It was merged into another initiative").check();
		panel.getByLabel("Merged into which initiative").selectOption("A01-I01");
		panel.getByLabel("Why, in a sentence").fill("Both are one programme since 2024.");
		coordinator.longPicture("90-answer");
		Accessible.check(coordinator.page());
		coordinator.page().setViewportSize(390, 900);
		panel.scrollIntoViewIfNeeded();
		coordinator.picture("90-answer-narrow");
		coordinator.page().setViewportSize(1400, 900);
		form.press("Submit this answer");
		assertThat(coordinator.page().locator("main")).containsText("Your answer is submitted");
		coordinator.open("/i/" + CYCLE + "/A01-I02");
		assertThat(coordinator.page().locator("main")).containsText("Both are one programme since 2024.");
		assertThat(coordinator.page().locator("main")).not().containsText("Half a sentence");
		// then
		Visit reviewer = chromium.visit(this.port).signIn("swg@stocktake.example");
		TaskForm review = reviewer.form("/i/" + CYCLE + "/A01-I02");
		assertThat(reviewer.page().locator("main")).containsText("It was merged into another initiative");
		reviewer.picture("91-answer-reviewed");
		Accessible.check(reviewer.page());
		review.press("Accept");
		review.press("Yes, accept it");
		assertThat(reviewer.page().locator("main")).containsText("accepted");
		Visit secretariat = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page desk = secretariat.open("/desk/plan-proposals");
		assertThat(desk.locator("main")).containsText("It was merged into A01-I01: propose to merge the two.");
		secretariat.picture("92-plan-proposals");
		secretariat.narrowPicture("92-plan-proposals-narrow");
		Accessible.check(desk);
		desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change the plan: A01-I02")).click();
		Locator dialog = desk.locator(".modal-content");
		assertThat(dialog.getByLabel("What to do")).hasValue("merge");
		assertThat(dialog.locator("[data-field=initiative]")).containsText("Now: “");
		assertThat(dialog.getByLabel("Into which initiative")).hasValue("A01-I01");
		Accessible.check(desk);
		secretariat.picture("92-plan-proposal-changed");
		secretariat.open("/desk/plan-proposals");
		desk.getByLabel("What was done about it").fill("Merged in the plan of next year");
		secretariat.button("Note it for A01-I02").click();
		assertThat(desk.locator("main")).containsText("It is noted, with your name.");
		assertThat(desk.locator("main")).containsText("Merged in the plan of next year");
		assertThat(desk.locator("main a[href*=changePlan]")).hasCount(0);
	}

	@Test
	void whatIsNotTheirsIsTheSecretariatsToFindSomebodyFor(Chromium chromium) {
		// given
		Visit coordinator = chromium.visit(this.port).signIn("asef@stocktake.example");
		Tasklist tasklist = coordinator.tasklist();
		TaskForm form = tasklist.list("My updates").task("Provide update: A03-I02");
		Locator panel = part(coordinator.page(), "Is there no update to write?");
		panel.getByLabel("It is not ours to answer").check();
		panel.getByLabel("Why, in a sentence").fill("The University of Malta took it over.");
		// when
		form.press("Submit this answer");
		form.press("Yes, it is not ours");
		// then
		assertThat(tasklist.messages()).containsText("The secretariat knows that it is not yours");
		Visit secretariat = chromium.visit(this.port).signIn("aes@stocktake.example");
		TaskForm find = secretariat.tasklist().list("Secretariat").task("Find a coordinator: A03-I02");
		assertThat(find.frame()).containsText("The University of Malta took it over.");
		secretariat.picture("93-given-back");
		Accessible.check(secretariat.page());
	}

	@Test
	void theFormSaysWhoSubmitsAndTheLeadMayLetTheOthers(Chromium chromium) {
		// given
		severalCoordinate("A01-I01", "ASEF", "ETF");
		Visit other = chromium.visit(this.port).signIn("etf@stocktake.example");
		other.form("/i/" + CYCLE + "/A01-I01");
		assertThat(other.page().locator("main")).containsText("Only ASEF can submit this update until");
		assertThat(other.button("Submit for review")).hasCount(0);
		assertThat(other.button("Save")).hasCount(1);
		other.picture("94-not-the-lead");
		other.narrowPicture("94-not-the-lead-narrow");
		Accessible.check(other.page());
		// when
		Visit lead = chromium.visit(this.port).signIn("asef@stocktake.example");
		TaskForm form = lead.form("/i/" + CYCLE + "/A01-I01");
		assertThat(lead.page().locator("main")).containsText("You submit this update for all who coordinate it.");
		lead.picture("95-the-lead");
		lead.narrowPicture("95-the-lead-narrow");
		Accessible.check(lead.page());
		form.press("I cannot submit; let the others");
		form.press("Yes, let them");
		// then
		assertThat(lead.page().locator("main")).containsText("ASEF has said that it cannot submit this update");
		other.page().reload();
		assertThat(other.button("Submit for review")).hasCount(1);
		Visit secretariat = chromium.visit(this.port).signIn("aes@stocktake.example");
		TaskForm close = secretariat.tasklist().list("Secretariat").task("Close the gathering now (" + CYCLE);
		Locator leads = part(secretariat.page(), "Who submits:");
		assertThat(leads).containsText("It has said that it cannot submit: any of them may.");
		leads.getByLabel("A01-I01").selectOption("ETF");
		assertThat(leads).containsText("Settled by you just now.");
		secretariat.picture("96-leads");
		Accessible.check(secretariat.page());
		assertThat(close.frame()).not().containsText("Not settled");
	}

	@Test
	void somebodyElseHelpsAndThenTakesOver(Chromium chromium) {
		// given
		severalCoordinate("A03-I03", "ETF");
		Visit coordinator = chromium.visit(this.port).signIn("etf@stocktake.example");
		TaskForm form = coordinator.form("/i/" + CYCLE + "/A03-I03");
		form.fill("Highlights", "Written by ETF");
		Locator panel = part(coordinator.page(), "Somebody else");
		panel.getByLabel("Somebody helps me").check();
		form.press("Let them help");
		assertThat(panel).containsText("Give the last day on which they help.");
		assertThat(panel.getByLabel("For whom do they speak")).isHidden();
		panel.getByLabel("Name of the person").fill("Iau Desk");
		panel.getByLabel("E-mail address").fill("iau@stocktake.example");
		panel.getByLabel("Until which day")
			.fill(LocalDate.ofInstant(this.clock.instant(), this.clock.getZone()).plusDays(5).toString());
		coordinator.longPicture("97-somebody-helps");
		Accessible.check(coordinator.page());
		// when
		form.press("Let them help");
		assertThat(form.status()).containsText("may write from now on");
		// then
		Visit helper = chromium.visit(this.port).signIn("iau@stocktake.example");
		TaskForm theirs = helper.form("/i/" + CYCLE + "/A03-I03");
		assertThat(helper.page().locator("main")).containsText("You help ETF with this update until");
		assertThat(helper.button("Submit for review")).hasCount(0);
		assertThat(theirs.field("highlights").locator("textarea")).hasValue("Written by ETF");
		theirs.fill("Highlights", "Written by ETF and IAU").press("Save");
		assertThat(theirs.status()).containsText("Saved");
		helper.picture("97-helping");
		Accessible.check(helper.page());
		assertThat(helper.open("/my/updates").locator("main")).containsText("SEA-EU Mobility Programme");
		helper.form("/i/" + CYCLE + "/A03-I03");
		// when
		coordinator.page().reload();
		panel = part(coordinator.page(), "Somebody else");
		assertThat(panel).containsText("Helping now:");
		panel.getByLabel("Somebody takes over from me").check();
		panel.getByLabel("Name of the person").fill("Iau Desk");
		panel.getByLabel("E-mail address").fill("iau@stocktake.example");
		panel.getByLabel("For whom do they speak")
			.selectOption(new SelectOption().setLabel("IAU – International Association of Universities"));
		panel.getByLabel("Why (required)").fill("They run it since May.");
		coordinator.longPicture("98-somebody-takes-over");
		coordinator.page().setViewportSize(390, 900);
		panel.scrollIntoViewIfNeeded();
		coordinator.picture("98-somebody-takes-over-narrow");
		Accessible.check(coordinator.page());
		form.press("Ask the secretariat to confirm");
		assertThat(coordinator.page().locator("main")).containsText("The secretariat has not confirmed it yet");
		Visit secretariat = chromium.visit(this.port).signIn("aes@stocktake.example");
		Tasklist tasklist = secretariat.tasklist();
		TaskForm confirm = tasklist.list("Secretariat").task("Confirm hand-over: A03-I03");
		assertThat(confirm.frame()).containsText("They run it since May.");
		secretariat.picture("99-confirm-hand-over");
		Accessible.check(secretariat.page());
		confirm.press("Confirm");
		confirm.press("Yes, confirm");
		assertThat(tasklist.messages()).containsText("has taken over");
		// then
		coordinator.page().reload();
		assertThat(coordinator.page().locator("main .st-sentence")).containsText("Only those who coordinate A03-I03");
		helper.page().reload();
		assertThat(helper.button("Submit for review")).hasCount(1);
		assertThat(theirs.field("highlights").locator("textarea")).hasValue("Written by ETF and IAU");
	}

	@Test
	void theSecretariatSeesTheFormAndEntersWhatCameByMail(Chromium chromium) {
		// given
		severalCoordinate("A05-I01", "ETF");
		Visit coordinator = chromium.visit(this.port).signIn("etf@stocktake.example");
		TaskForm theirs = coordinator.form("/i/" + CYCLE + "/A05-I01");
		theirs.fill("Highlights", "Half a sentence of ETF").press("Save");
		assertThat(theirs.status()).containsText("Saved");
		// when it looks on
		Visit secretariat = chromium.visit(this.port).signIn("aes@stocktake.example");
		TaskForm form = secretariat.form("/i/" + CYCLE + "/A05-I01");
		assertThat(secretariat.page().locator("main")).containsText("you cannot change it");
		assertThat(secretariat.page().locator("main")).containsText("Their text as it stands: saved");
		assertThat(form.field("highlights").locator("textarea")).hasValue("Half a sentence of ETF");
		assertThat(form.field("highlights").locator("textarea")).isDisabled();
		assertThat(form.field("objectives")).containsText("1 ");
		Visit early = chromium.visit(this.port).signIn("swg@stocktake.example");
		early.open("/i/" + CYCLE + "/A05-I01");
		assertThat(early.page().locator("body")).not().containsText("Half a sentence of ETF");
		assertThat(secretariat.button("Save")).hasCount(0);
		Accessible.check(secretariat.page());
		secretariat.picture("100-as-they-see-it");
		secretariat.narrowPicture("100-as-they-see-it-narrow");
		// when it enters an answer for them
		Locator panel = part(secretariat.page(), "Enter the update for ETF");
		panel.getByLabel("The mail that it came in").fill("Dear all, we had nothing to report this time.");
		form.press("Begin");
		assertThat(secretariat.page().locator("main")).containsText("You enter this update for ETF");
		assertThat(form.field("highlights").locator("textarea")).hasValue("Half a sentence of ETF");
		secretariat.page()
			.getByLabel("The file that it came as")
			.setInputFiles(new FilePayload("mail.pdf", "application/pdf", TestFiles.pdf()));
		assertThat(secretariat.page().locator("main").getByText("The file that it came as").nth(1)).isVisible();
		secretariat.longPicture("101-entering");
		Accessible.check(secretariat.page());
		Locator instead = part(secretariat.page(), "Is there no update to write?");
		instead.getByLabel("There is nothing to report").check();
		instead.getByLabel("Why, in a sentence").fill("No course was held in these two years.");
		form.press("Submit this answer");
		assertThat(secretariat.page().locator("main")).containsText("Your answer is submitted");
		// then opening the page confirms nothing, and the button does
		coordinator.open("/i/" + CYCLE + "/A05-I01");
		assertThat(coordinator.page().locator("main")).containsText("was entered by the AES for ETF");
		coordinator.open("/i/" + CYCLE + "/A05-I01/ours");
		coordinator.picture("102-is-it-ours");
		coordinator.narrowPicture("102-is-it-ours-narrow");
		Accessible.check(coordinator.page());
		assertEquals(0, confirmed());
		coordinator.button("Yes, this is ours").click();
		assertThat(coordinator.page().locator("main")).containsText("You have said that this is yours.");
		assertEquals(1, confirmed());
		Visit reviewer = chromium.visit(this.port).signIn("swg@stocktake.example");
		reviewer.form("/i/" + CYCLE + "/A05-I01");
		assertThat(reviewer.page().locator("main")).containsText("(entered by the AES for ETF, confirmed by them)");
		reviewer.picture("103-entered-reviewed");
		Accessible.check(reviewer.page());
	}

	/**
	 * Those that no other test looks at; with axe at the narrow width, where a page has
	 * less room.
	 */
	@ParameterizedTest
	@CsvSource({
			"aes, /desk/roster /desk/conclusions /desk/questions /desk/contacts /desk/contributions /desk/mails"
					+ " /desk/plan /desk/reviews /desk/reviewing-body /i/{cycle}/A09-I05",
			"iau, /i/{cycle}/A09-I05 /my/contact/{cycle}" })
	void everyPageOfTheDeskCanBeReadByEverybodyOnAnyScreen(String account, String addresses, Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn(account);
		for (String address : addresses.replace("{cycle}", CYCLE.toString()).split(" ")) {
			for (int width : new int[] { 1400, 390 }) {
				// when
				visit.page().setViewportSize(width, 900);
				if (width == 1400) {
					visit.open(address);
				}
				assertThat(visit.page().locator("h1").first()).isVisible();
				if (address.startsWith("/i/")) {
					assertThat(visit.page().locator("[data-field=highlights]").first()).isVisible();
				}
				// then
				assertEquals(true, ((Integer) visit.page().evaluate("document.documentElement.scrollWidth")) <= width,
						"%s fits into %d pixels".formatted(address, width));
				visit.picture("120-%s%s-%d".formatted(account, address.replace('/', '-'), width));
			}
			Accessible.check(visit.page());
		}
		assertEquals(List.of(), visit.mishaps());
		assertEquals(List.of(), visit.refusals());
	}

	@Test
	void aQuestionIsAnsweredWhereItWasAsked(Chromium chromium) {
		// given
		severalCoordinate("A06-I02", "ETF");
		Visit coordinator = chromium.visit(this.port).signIn("etf@stocktake.example");
		TaskForm form = coordinator.form("/i/" + CYCLE + "/A06-I02");
		Locator asking = part(coordinator.page(), "Ask the secretariat");
		form.press("Send the message");
		assertThat(asking).containsText("Write your message");
		asking.getByLabel("Your message").fill("Does the period begin in 2024?");
		// when
		form.press("Send the message");
		assertThat(asking.locator("ol")).containsText("Does the period begin in 2024?");
		assertThat(asking.getByLabel("Your message")).hasValue("");
		coordinator.picture("104-question");
		coordinator.narrowPicture("104-question-narrow");
		Accessible.check(coordinator.page());
		Visit secretariat = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page desk = secretariat.open("/desk/questions");
		assertThat(desk.locator("main")).containsText("Does the period begin in 2024?");
		secretariat.picture("105-questions");
		Accessible.check(desk);
		TaskForm answering = secretariat.form("/i/" + CYCLE + "/A06-I02");
		Locator answer = part(secretariat.page(), "Questions and answers");
		answer.getByLabel("Your message").fill("Yes, with the last report.");
		answering.press("Send the message");
		assertThat(answer.locator("ol")).containsText("(AES)");
		// then
		coordinator.page().reload();
		assertThat(part(coordinator.page(), "Questions and answers")).containsText("Yes, with the last report.");
		secretariat.open("/desk/questions");
		assertThat(secretariat.page().locator("main")).not().containsText("Does the period begin in 2024?");
	}

	private int confirmed() {
		return this.jdbc.sql("select count(*) from entry where cycle = :cycle and confirmed_at is not null")
			.param("cycle", CYCLE.value())
			.query(Integer.class)
			.single();
	}

	private void severalCoordinate(String initiative, String... parties) {
		this.jdbc.sql("delete from coordination where initiative = :initiative")
			.param("initiative", initiative)
			.update();
		for (int place = 0; place < parties.length; place++) {
			this.jdbc.sql("""
					insert into coordination (initiative, party, role, position)
					select :initiative, id, 'coordinator', :position from party where acronym = :party""")
				.param("initiative", initiative)
				.param("position", place + 1)
				.param("party", parties[place])
				.update();
		}
	}

	private static Locator part(Page page, String summary) {
		Locator part = page.locator("details:has(> summary:has-text(\"%s\"))".formatted(summary));
		part.locator("> summary").click();
		return part;
	}

	@Test
	void whatWaitsForReviewIsAcceptedOrTakenAsReceivedTogether(Chromium chromium) {
		// given
		Visit coordinator = chromium.visit(this.port).signIn("ec@stocktake.example");
		coordinator.open("/my/updates");
		submit(coordinator, "A01-I06", "");
		submit(coordinator, "A11-I02", "The title has changed.");
		submit(coordinator, "A01-I09", "");
		Visit secretariat = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = secretariat.open("/");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Reviews").setExact(true)).click();
		assertThat(row(page, "A11-I02")).containsText("corrects the plan");
		assertThat(row(page, "A01-I09")).containsText("Your own party’s: you may not accept it.");
		// when nothing is ticked
		secretariat.button("Accept what is ticked …").click();
		// then
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing is ticked yet");
		// when what is unremarkable is ticked
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tick what is unremarkable")).click();
		// then
		assertThat(tick(page, "A01-I06")).isChecked();
		assertThat(tick(page, "A11-I02")).not().isChecked();
		assertThat(tick(page, "A01-I09")).not().isChecked();
		picture(secretariat, "123-reviews-ticked");
		// when it is looked at, left alone, and then accepted
		secretariat.button("Accept what is ticked …").click();
		assertThat(page.locator("h1")).hasText("Accept one update?");
		assertThat(page.locator("main li")).containsText("A01-I06");
		picture(secretariat, "124-reviews-accepting");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("No, go back")).click();
		tick(page, "A01-I06").check();
		secretariat.button("Accept what is ticked …").click();
		secretariat.button("Yes, accept").click();
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 update is accepted.");
		assertThat(row(page, "A01-I06")).hasCount(0);
		// when reviews are not due yet
		takeAsReceived(secretariat);
		// then
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("A11-I02 can still be reviewed");
		assertThat(page.getByRole(AriaRole.STATUS)).hasCount(0);
		picture(secretariat, "125-reviews-refused");
		// when they are
		LocalDate due = reviewsDue();
		reviewsAreDue(LocalDate.ofInstant(this.clock.instant(), this.clock.getZone()).minusDays(2));
		takeAsReceived(secretariat);
		reviewsAreDue(due);
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 update is taken as received, not reviewed.");
		assertThat(row(page, "A11-I02")).hasCount(0);
		assertEquals("Nobody had the time.",
				this.jdbc.sql("""
						select v.reason from verdict v join revision r on r.id = v.revision
						where r.cycle = :cycle and r.initiative = 'A11-I02' and v.accepted and not v.reviewed""")
					.param("cycle", CYCLE.value())
					.query(String.class)
					.single());
	}

	private static void takeAsReceived(Visit secretariat) {
		Page page = secretariat.page();
		tick(page, "A11-I02").check();
		secretariat.button("Take it as received …").click();
		assertThat(page.locator("h1")).hasText("Take as received one update?");
		picture(secretariat, "126-reviews-as-received");
		page.getByLabel("Why nobody reviews them").fill("Nobody had the time.");
		secretariat.button("Yes, take as received").click();
	}

	/** As the form does, which other tests fill in. */
	private static void submit(Visit coordinator, String initiative, String planChanges) {
		coordinator.page()
			.evaluate("""
					async ([address, content, planChanges]) => {
					  const [, token] = document.cookie.match(/STOCKTAKE-CSRF=([^;]+)/);
					  const answer = await fetch(address, {
					    method: 'POST',
					    headers: { 'Content-Type': 'application/json', 'X-STOCKTAKE-CSRF': decodeURIComponent(token) },
					    body: JSON.stringify({ version: 0, content: { ...JSON.parse(content), planChanges } }),
					  });
					  if (!answer.ok) {
					    throw new Error(await answer.text());
					  }
					}""", List.of("/api/updates/%s/%s/submission".formatted(CYCLE, initiative), Submitter.content(),
					planChanges));
	}

	private LocalDate reviewsDue() {
		return this.jdbc.sql("select on_date from deadline where cycle = :cycle and kind = 'reviews'")
			.param("cycle", CYCLE.value())
			.query(LocalDate.class)
			.single();
	}

	private void reviewsAreDue(LocalDate day) {
		this.jdbc.sql("update deadline set on_date = :day where cycle = :cycle and kind = 'reviews'")
			.param("day", day)
			.param("cycle", CYCLE.value())
			.update();
	}

	@Test
	void whoIsNamedAsTheContactIsEnteredOrLeftOut(Chromium chromium, @Autowired Register register) {
		// given
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values ('ASEMME18', 'From there to here', 'Europe/Rome', 'opened', now(), 'aes')""").update();
		this.jdbc.sql("""
				insert into deadline (cycle, kind, on_date, hard) select 'ASEMME18', k, '2041-06-04', k = 'freeze'
				from unnest(array['request', 'deadline', 'freeze', 'reviews', 'comments', 'papers']) as k""").update();
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators)
				values ('ASEMME18', 'Z18-I01', 1, 5, 'Act', 'Toolkit', false, 'summary', '')""").update();
		answered(register, "Nora Now", "now", "Sam Roy");
		answered(register, "Tara Two", "two", "Tim Twin");
		answered(register, "Lena Left", "two", "Leo Loud");
		try {
			Visit secretariat = chromium.visit(this.port).signIn("aes@stocktake.example");
			Page page = secretariat.open("/");
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Who is the contact")).click();
			assertThat(row(page, "Nora Now")).containsText("Sam Roy");
			picture(secretariat, "127-roster");
			// when
			button(row(page, "Nora Now"), "Enter, and end Nora Now").click();
			// then
			assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
			assertThat(row(page, "Nora Now").getByRole(AriaRole.BUTTON)).hasCount(0);
			assertEquals(List.of("Sam Roy"), speakersFor("Nora Now"));
			// when
			button(row(page, "Tara Two"), "Enter as second").click();
			// then
			assertThat(row(page, "Tara Two").getByRole(AriaRole.BUTTON)).hasCount(0);
			assertEquals(List.of("Tara Two", "Tim Twin"), speakersFor("Tara Two"));
			// when
			button(row(page, "Lena Left"), "Leave as it is").click();
			// then
			assertThat(row(page, "Lena Left").getByRole(AriaRole.BUTTON)).hasCount(0);
			assertEquals(List.of("Lena Left"), speakersFor("Lena Left"));
			picture(secretariat, "128-roster-decided");
		}
		finally {
			this.jdbc.sql("delete from coordination where initiative = 'Z18-I01'").update();
			for (String table : List.of("contact_confirmation", "cycle_initiative", "deadline")) {
				this.jdbc.sql("delete from %s where cycle = 'ASEMME18'".formatted(table)).update();
			}
			this.jdbc.sql("delete from cycle where name = 'ASEMME18'").update();
		}
	}

	/** A contact of a party of their own, who coordinates, and what they have said. */
	private void answered(Register register, String name, String answer, String named) {
		PartyId party = register.register(new NewParty("Party of " + name, null, "stakeholder")).id();
		ContactId contact = register
			.addContact(new NewContact(party, name, address(name), "en", null, NewContact.COORDINATOR));
		this.jdbc.sql("""
				insert into coordination (initiative, party, role, position)
				values ('Z18-I01', :party, 'coordinator', 1)""").param("party", party.value()).update();
		this.jdbc.sql("""
				insert into contact_confirmation (cycle, contact, answer, name, email, answered_at, answered_by)
				select 'ASEMME18', id, :answer, :named, :email, now(), user_id from contact where id = :contact""")
			.param("answer", answer)
			.param("named", named)
			.param("email", address(named))
			.param("contact", contact.value())
			.update();
	}

	private static String address(String name) {
		return name.toLowerCase().replace(' ', '.') + "@roster.example";
	}

	private List<String> speakersFor(String contact) {
		return this.jdbc.sql("""
				select c.name from contact c join contact_role r on r.contact = c.id join party p on p.id = r.party
				where p.name = :party and c.active order by 1""")
			.param("party", "Party of " + contact)
			.query(String.class)
			.list();
	}

	@Test
	void whoReviewsACycleIsPutInForce(Chromium chromium) {
		// given
		Visit secretariat = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = secretariat.open("/desk/reviewing-body");
		assertThat(page.getByLabel("In ASEMME15")).hasValue("swg");
		// when
		chooseBody(secretariat, "expert-groups");
		assertThat(page.locator("h1")).hasText("Have each objective reviewed by its Expert Group?");
		assertThat(page.locator("main")).containsText("Nothing has changed yet.");
		picture(secretariat, "129-body-of-a-cycle");
		secretariat.button("Yes, put it in force").click();
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("It counts for ASEMME15");
		assertThat(page.getByLabel("In ASEMME15")).hasValue("expert-groups");
		Accessible.check(page);
		// when
		chooseBody(secretariat, "swg");
		secretariat.button("Yes, put it in force").click();
		// then
		assertThat(page.getByLabel("In ASEMME15")).hasValue("swg");
	}

	private static void chooseBody(Visit secretariat, String kind) {
		secretariat.page().getByLabel("In ASEMME15").selectOption(kind);
		button(secretariat.page()
			.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Reviewing body of ASEMME15")), "Save")
			.click();
	}

	private static Locator row(Page page, String words) {
		return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(words));
	}

	private static Locator tick(Page page, String initiative) {
		return row(page, initiative).getByRole(AriaRole.CHECKBOX);
	}

	/** By what it shows, whatever it is called for those who do not see it. */
	private static Locator button(Locator place, String words) {
		return place.locator("button").filter(new Locator.FilterOptions().setHasText(words));
	}

	/** Without loading it anew, for what answers a form. */
	private static void picture(Visit visit, String name) {
		Accessible.check(visit.page());
		visit.fitsAPhone().longPicture(name).phonePicture(name + "-narrow");
	}

}
