package org.asemeducation.stocktake;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
		desk.getByLabel("What was done about it").fill("Merged in the plan of next year");
		secretariat.button("Note it for A01-I02").click();
		assertThat(desk.locator("main")).containsText("It is noted, with your name.");
		assertThat(desk.locator("main")).containsText("Merged in the plan of next year");
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
		TaskForm confirm = secretariat.tasklist().list("Secretariat").task("Confirm hand-over: A03-I03");
		assertThat(confirm.frame()).containsText("They run it since May.");
		secretariat.picture("99-confirm-hand-over");
		Accessible.check(secretariat.page());
		confirm.press("Confirm");
		confirm.press("Yes, confirm");
		assertThat(secretariat.tasklist().messages()).containsText("has taken over");
		// then
		coordinator.page().reload();
		assertThat(coordinator.page().locator("main .st-sentence")).containsText("Only those who coordinate A03-I03");
		helper.page().reload();
		assertThat(helper.button("Submit for review")).hasCount(1);
		assertThat(theirs.field("highlights").locator("textarea")).hasValue("Written by ETF and IAU");
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
