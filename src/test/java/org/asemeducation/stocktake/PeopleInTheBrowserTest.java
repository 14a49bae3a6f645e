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

}
