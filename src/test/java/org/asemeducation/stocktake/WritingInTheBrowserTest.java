package org.asemeducation.stocktake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.apache.catalina.startup.Tomcat;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Cable;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.TaskForm;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An update is written without fear: whatever ends, breaks or is cut, the text is there.
 */
@BrowserTest
class WritingInTheBrowserTest {

	private static final CycleName CYCLE = new CycleName("ASEMME11");

	private static final Pattern SAVED = Pattern.compile("^Saved .*\\d\\d:\\d\\d:\\d\\d");

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
		lastCycle();
		opening.open(new NewCycle(CYCLE.value(), "From Seoul onwards", "Europe/Rome", List.of(), today.plusDays(30),
				today.plusDays(60), today.plusDays(90), today.plusDays(100), today.plusDays(120), today.plusDays(130),
				List.of(), null, null), "aes");
		acts.sendRequests(CYCLE, "aes");
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> requested() == 52);
	}

	@Test
	void whatWasTypedTwoSecondsBeforeTheBrowserDiedIsThere(Chromium chromium) {
		// given
		Visit dying = chromium.mortal(this.port).signIn("iau");
		Locator progress = form(dying, "A01-I07").field("progress").locator("textarea");
		progress.focus();
		String early = "Typed without a pause, ".repeat(3);
		String late = "and on, and on, until the lights go out. ";

		// when
		dying.page().keyboard().type(early, new Keyboard.TypeOptions().setDelay(20));
		dying.page().keyboard().type(late, new Keyboard.TypeOptions().setDelay(50));
		dying.kill();

		// then
		assertThat(form(chromium.visit(this.port).signIn("iau"), "A01-I07").field("progress").locator("textarea"))
			.hasValue(Pattern.compile("^" + early + ".*"));
	}

	@Test
	void anEndedSessionKeepsTheTextAndSavesItAfterSigningInElsewhere(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("asef");
		TaskForm form = form(visit, "A03-I02");

		// when
		this.jdbc.sql("delete from web_session").update();
		form.fill("Highlights", "Typed after the session had ended.");

		// then
		assertThat(form.status()).containsText("Not saved: Your session has ended");
		assertThat(visit.button("Submit for review")).isDisabled();
		assertThat(form.notice()).containsText("Sign in again in another tab");
		visit.picture("44-session-ended");
		Page tab = visit.page().waitForPopup(() -> form.notice().getByText("Sign in again in another tab").click());
		tab.getByLabel("E-mail address").fill("asef@stocktake.example");
		tab.getByLabel("Password").fill("demo");
		tab.keyboard().press("Enter");
		assertThat(tab.getByLabel("Password")).hasCount(0);
		tab.close();
		assertThat(form.status()).containsText(SAVED);
		assertThat(form.notice()).not().containsText("Sign in again");
		assertThat(visit.button("Submit for review")).isEnabled();
		assertThat(saved("A03-I02", "highlights")).isEqualTo("Typed after the session had ended.");
	}

	@Test
	void whatThisBrowserKeptIsOfferedAfterSigningInAndNeverMergedSilently(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("asef");
		TaskForm form = form(visit, "A17-I02");
		form.fill("Highlights", "On the server.");
		assertThat(form.status()).containsText(SAVED);
		this.jdbc.sql("delete from web_session").update();
		form.fill("Highlights", "Only in this browser.");
		assertThat(form.status()).containsText("Not saved");

		// when
		visit.page().onDialog((dialog) -> dialog.accept());
		visit.page().navigate("/login");
		visit.signIn("asef");
		TaskForm again = form(visit, "A17-I02");

		// then
		assertThat(again.notice()).containsText("This browser kept text");
		assertThat(again.notice()).containsText("Only in this browser.");
		assertThat(again.notice()).containsText("On the server.");
		assertThat(again.field("highlights").locator("textarea")).hasValue("On the server.");
		assertThat(saved("A17-I02", "highlights")).isEqualTo("On the server.");
		again.notice().getByLabel("Kept in this browser").check();
		again.press("Continue with what I have chosen");
		assertThat(again.status()).containsText(SAVED);
		assertThat(saved("A17-I02", "highlights")).isEqualTo("Only in this browser.");
	}

	@ParameterizedTest
	@CsvSource({ "keep.js, This could not be loaded: the connection was interrupted., Reload the page",
			"thread.js, The connection was interrupted while it was loaded., Try again" })
	void aFormOfWhichAPartDoesNotComeThroughSaysSoAndIsLoadedAgain(String part, String sentence, String again,
			Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("iau");
		Page page = visit.page();
		page.route("**/forms/" + part, (route) -> route.abort("connectionreset"));
		// when
		page.navigate("/i/" + CYCLE + "/A09-I05");
		// then
		assertThat(page.locator("main")).containsText(sentence);
		Accessible.check(page);
		visit.picture("116-not-loaded-" + part);
		// when
		page.unroute("**/forms/" + part);
		visit.button(again).click();
		// then
		assertThat(visit.shownForm().field("highlights")).isVisible();
	}

	@Test
	void aTextThatWaitsForAChoiceIsOverwrittenByNothing(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("iau");
		TaskForm form = form(visit, "A09-I05");
		form.fill("Highlights", "On the server.");
		assertThat(form.status()).containsText(SAVED);
		this.jdbc.sql("delete from web_session").update();
		form.fill("Highlights", "Only in this browser.");
		assertThat(form.status()).containsText("Not saved");
		visit.page().onDialog((dialog) -> dialog.accept());
		visit.page().navigate("/login");
		visit.signIn("iau");
		TaskForm again = form(visit, "A09-I05");
		assertThat(again.notice()).containsText("Only in this browser.");
		// when nothing is chosen
		assertThat(again.field("challenges").locator("xpath=ancestor::*[@inert]")).hasCount(1);
		assertThat(again.status()).containsText("Choose above what holds");
		assertThat(visit.button("Submit for review")).isDisabled();
		TaskForm later = form(visit, "A09-I05");
		// then
		assertThat(later.notice()).containsText("Only in this browser.");
		later.notice().getByLabel("Kept in this browser").check();
		later.press("Continue with what I have chosen");
		assertThat(later.status()).containsText(SAVED);
		assertThat(saved("A09-I05", "highlights")).isEqualTo("Only in this browser.");
		assertThat(later.field("challenges").locator("xpath=ancestor::*[@inert]")).hasCount(0);
	}

	@Test
	void aServerThatIsStoppedIsAwaitedAndNothingIsHandedInMeanwhile(Chromium chromium) throws IOException {
		try (Cable cable = new Cable(this.port)) {
			// given
			Visit visit = chromium.visit(cable.port()).signIn("asef");
			TaskForm form = form(visit, "A03-I02");
			assertThat(visit.button("Submit for review")).isEnabled();

			// when
			cable.cut();
			form.fill("Challenges", "Typed while the server was stopped.");

			// then
			assertThat(form.status()).containsText("This is tried again by itself");
			assertThat(visit.button("Submit for review")).isDisabled();
			assertThat(kept(visit)).contains("Typed while the server was stopped.");
			visit.picture("45-server-stopped");
			cable.mend();
			assertThat(form.status()).containsText(SAVED);
			assertThat(visit.button("Submit for review")).isEnabled();
			assertThat(kept(visit)).doesNotContain("Typed while");
			assertThat(saved("A03-I02", "challenges")).isEqualTo("Typed while the server was stopped.");
		}
	}

	@Test
	void aServerThatIsStoppedAndStartedAgainUnderAnOpenFormTakesWhatWasTyped(Chromium chromium,
			@Autowired ServletWebServerApplicationContext application) throws IOException {
		WebServer server = application.getWebServer();
		Tomcat tomcat = ((TomcatWebServer) server).getTomcat();
		tomcat.getConnector().setPort(this.port); // it was any free one
		try (Cable cable = new Cable(this.port)) {
			// given
			Visit visit = chromium.visit(cable.port()).signIn("etf");
			TaskForm form = form(visit, "A05-I04");
			form.fill("Highlights", "Before the stop.");
			assertThat(form.status()).containsText(SAVED);
			try {
				// when
				cable.cut();
				server.stop();
				form.fill("Challenges", "Typed while there was no server.");
				assertThat(form.status()).containsText("This is tried again by itself");
				assertThat(visit.button("Submit for review")).isDisabled();
			}
			finally {
				server.start();
			}
			assertThat(server.getPort()).isEqualTo(this.port);
			cable.mend();
			// then
			assertThat(form.status()).containsText(SAVED);
			assertThat(visit.button("Submit for review")).isEnabled();
			assertThat(saved("A05-I04", "challenges")).isEqualTo("Typed while there was no server.");
			assertThat(saved("A05-I04", "highlights")).isEqualTo("Before the stop.");
		}
	}

	@Test
	void inTasklistASaveThatFailsIsSaidAndTriedAgainAndASessionThatEndsLosesNothing(Chromium chromium)
			throws IOException {
		try (Cable cable = new Cable(this.port)) {
			// given
			Visit visit = chromium.visit(cable.port()).signIn("iau");
			TaskForm form = visit.tasklist().list("My updates").task("Provide update: A01-I08");
			form.fill("Highlights", "Before anything happened.");
			assertThat(form.status()).containsText(SAVED);
			// when nothing can be reached
			cable.cut();
			form.fill("Challenges", "Typed in Tasklist without a network.");
			assertThat(form.status()).containsText("This is tried again by itself");
			assertThat(visit.button("Submit for review")).isDisabled();
			visit.picture("110-tasklist-not-saved");
			cable.mend();
			// then it is saved by itself
			assertThat(form.status()).containsText(SAVED);
			assertThat(saved("A01-I08", "challenges")).isEqualTo("Typed in Tasklist without a network.");
			assertThat(visit.button("Submit for review")).isEnabled();
			// when the session ends, and Tasklist does not hear of it meanwhile: it would
			// go
			// to the sign-in page
			visit.page().route("**/camunda/api/**", (unanswered) -> {
			});
			this.jdbc.sql("delete from web_session").update();
			form.fill("Added value", "Typed in Tasklist after the session had ended.");
			assertThat(form.status()).containsText("Not saved: Your session has ended");
			visit.picture("111-tasklist-session-ended");
			Page tab = visit.page().waitForPopup(() -> form.notice().getByText("Sign in again in another tab").click());
			tab.getByLabel("E-mail address").fill("iau@stocktake.example");
			tab.getByLabel("Password").fill("demo");
			tab.keyboard().press("Enter");
			assertThat(tab.getByLabel("Password")).hasCount(0);
			tab.close();
			visit.page().unroute("**/camunda/api/**");
			// then
			assertThat(form.status()).containsText(SAVED);
			assertThat(saved("A01-I08", "addedValue")).isEqualTo("Typed in Tasklist after the session had ended.");
		}
	}

	@Test
	void aNetworkThatComesBackIsUsedAtOnce(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("asef");
		TaskForm form = form(visit, "A03-I02");

		// when
		visit.page().context().setOffline(true);
		form.fill("Challenges", "Typed in a tunnel.");
		assertThat(form.status()).containsText("Not saved");
		visit.page().context().setOffline(false);

		// then
		assertThat(form.status()).containsText(SAVED);
		assertThat(saved("A03-I02", "challenges")).isEqualTo("Typed in a tunnel.");
	}

	@Test
	void windowsOfOnePersonKeepTheirOwnTextsAndOfferThemOneAfterTheOther(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("asef");
		TaskForm first = form(visit, "A17-I03");
		Page second = visit.page().context().newPage();
		second.navigate("/i/" + CYCLE + "/A17-I03");
		assertThat(second.getByLabel("Challenges")).isVisible();
		// when neither can be saved
		visit.page().context().setOffline(true);
		first.fill("Challenges", "From the first window.");
		assertThat(first.status()).containsText("Not saved: ");
		second.getByLabel("Challenges").fill("From the second window.");
		assertThat(second.locator(".st-status")).containsText("Not saved: ");
		// then neither has overwritten the other
		assertThat(kept(visit)).contains("From the first window.", "From the second window.");
		second.close();
		visit.page().close();
		visit.page().context().setOffline(false);
		Page later = second.context().newPage();
		later.navigate("/i/" + CYCLE + "/A17-I03");
		Locator notice = later.locator(".st-notice");
		assertThat(notice).containsText("From the second window.");
		assertThat(notice).not().containsText("From the first window.");
		notice.getByLabel("Kept in this browser").check();
		notice.getByText("Continue with what I have chosen").click();
		assertThat(notice).containsText("From the first window.");
		assertThat(saved("A17-I03", "challenges")).isEqualTo("From the second window.");
		notice.getByLabel("As saved on the server").check();
		notice.getByText("Continue with what I have chosen").click();
		assertThat(later.locator(".st-status")).containsText(SAVED);
		assertThat(notice).isEmpty();
		assertThat(saved("A17-I03", "challenges")).isEqualTo("From the second window.");
		later.waitForFunction("() => !Object.keys(localStorage).some((key) => key.includes('A17-I03'))");
	}

	@Test
	void aQuestionBegunInTwoWindowsIsKeptTwiceAndNothingGoesUnasked(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("etf");
		BrowserContext browser = visit.page().context();
		Locator first = question(visit.page(), "A05-I04");
		first.fill("Typed in the first window.");
		Page window = browser.newPage();
		Locator second = question(window, "A05-I04");
		// then the second is empty, and says why
		assertThat(second).hasValue("");
		assertThat(window.locator("main")).containsText("Another open window of yours has begun this too");
		second.fill("Typed in the second window.");
		first.pressSequentially(" And on.");
		assertThat(kept(visit)).contains("Typed in the first window. And on.", "Typed in the second window.");
		// when both are closed
		window.close();
		visit.page().close();
		Page later = browser.newPage();
		later.navigate("/i/" + CYCLE + "/A05-I04");
		// then the newest stands in the form, and the other beside it
		Locator field = later.getByLabel("Your message");
		assertThat(field).hasValue("Typed in the first window. And on.");
		Locator other = later.getByRole(AriaRole.GROUP,
				new Page.GetByRoleOptions().setName(Pattern.compile("This browser kept other words")));
		assertThat(other).containsText("Typed in the second window.");
		later.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "114-other-words.png")));
		Accessible.check(later);
		other.getByText("Put them in the form instead").click();
		assertThat(field).hasValue("Typed in the second window.");
		assertThat(field).isFocused();
		assertThat(other).containsText("Typed in the first window. And on.");
		later.getByText("Send the message").click();
		assertThat(later.locator(".st-status")).containsText("Your message is sent");
		assertThat(field).hasValue("");
		assertThat(other).containsText("Typed in the first window. And on.");
		other.getByText("Remove them").click();
		other.getByText("Yes, remove them").click();
		assertThat(other).hasCount(0);
		assertThat((String) later.evaluate("JSON.stringify({ ...localStorage })")).doesNotContain("Typed in the");
	}

	@Test
	void aQuestionSaysThatThisBrowserKeepsNothingAndIsSentAllTheSame(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("iau");
		visit.page()
			.addInitScript(
					"Storage.prototype.setItem = () => { throw new DOMException('Full', 'QuotaExceededError'); }");
		Locator field = question(visit.page(), "A01-I07");
		Locator told = visit.page()
			.getByRole(AriaRole.STATUS)
			.filter(new Locator.FilterOptions().setHasText("stands in this window alone until you send it"));
		assertThat(told).hasCount(0);
		// when
		field.fill("Stored nowhere?");
		// then
		assertThat(told).isVisible();
		visit.picture("115-question-not-kept");
		Accessible.check(visit.page());
		// when there is room again
		visit.page()
			.evaluate(
					"delete Storage.prototype.setItem; Storage.prototype.setItem = function(key, text) { this[key] = text; }");
		field.pressSequentially(" Kept.");
		assertThat(told).hasCount(0);
		visit.page().getByText("Send the message").click();
		assertThat(visit.page().locator(".st-status")).containsText("Your message is sent");
		assertThat(kept(visit)).doesNotContain("Stored nowhere?");
	}

	private static Locator question(Page page, String initiative) {
		page.navigate("/i/" + CYCLE + "/" + initiative);
		page.locator("summary")
			.filter(new Locator.FilterOptions()
				.setHasText(Pattern.compile("Ask the secretariat|Questions and answers")))
			.click();
		return page.getByLabel("Your message");
	}

	@Test
	void aListOfTwoHundredIsPutInOrderByKeyboard(Chromium chromium) {
		// given
		this.jdbc
			.sql("""
					insert into draft (cycle, initiative, version, content, saved_at, saved_by)
					values (:cycle, 'A01-I06', 1, jsonb_build_object('partners',
					    (select jsonb_agg('Partner number ' || n order by n) from generate_series(1, 200) n)), now(), 'aes')""")
			.param("cycle", CYCLE.value())
			.update();
		Visit visit = chromium.visit(this.port).signIn("ec");
		TaskForm form = form(visit, "A01-I06");
		Locator partners = form.field("partners");
		assertThat(partners.locator(".st-row")).hasCount(200);

		// when
		form.press("Add a partner");
		visit.page().keyboard().type("Asia-Eur");
		assertThat(partners.locator("datalist option[value^='Asia-Europe Foundation']")).hasCount(1);
		assertThat(partners.locator("datalist option[value='OECD']")).hasCount(1);
		assertThat(partners.locator("datalist option[value='Organisation for Economic Co-operation and Development']"))
			.hasCount(1);
		visit.page().keyboard().type("ope Foundation");
		Locator up = partners.getByRole(AriaRole.BUTTON,
				new Locator.GetByRoleOptions().setName("Move partner 201 up").setExact(true));
		up.focus();
		visit.page().keyboard().press("Enter");
		visit.page().keyboard().press("Enter");

		// then
		assertThat(partners.locator("[role=status]")).hasText("Moved: now partner 199 of 201.");
		assertThat(partners.locator("input").nth(198)).hasValue("Asia-Europe Foundation");
		assertThat(form.status()).containsText(SAVED);
		List<String> saved = this.jdbc
			.sql("select jsonb_array_elements_text(content -> 'partners') from draft where initiative = 'A01-I06'")
			.query(String.class)
			.list();
		assertThat(saved).hasSize(201);
		assertThat(saved.subList(197, 201)).containsExactly("Partner number 198", "Asia-Europe Foundation",
				"Partner number 199", "Partner number 200");
		Accessible.check(visit.page());
	}

	@Test
	void twoHundredEventsAndPlansAreKeptInTheirOrder(Chromium chromium) {
		// given
		this.jdbc.sql("""
				insert into draft (cycle, initiative, version, content, saved_at, saved_by)
				values (:cycle, 'A14-I02', 1, jsonb_build_object(
				    'events', (select jsonb_agg(jsonb_build_object('date', '2023', 'title', 'Event ' || n) order by n)
				        from generate_series(1, 200) n),
				    'plans', (select jsonb_agg(jsonb_build_object('activity', 'Plan ' || n, 'when', '2031') order by n)
				        from generate_series(1, 200) n)), now(), 'aes')""").param("cycle", CYCLE.value()).update();
		Visit visit = chromium.visit(this.port).signIn("etf");
		TaskForm form = form(visit, "A14-I02");
		Locator events = form.field("events").locator(".st-row");
		Locator plans = form.field("plans").locator(".st-row");
		assertThat(events).hasCount(200);
		assertThat(plans).hasCount(200);
		// when
		form.press("Add an event");
		events.last().getByLabel("Title", new Locator.GetByLabelOptions().setExact(true)).fill("The last event");
		form.press("Add an activity");
		plans.last().locator("textarea").first().fill("The last plan");
		Locator up = plans.last()
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Move activity 201 up"));
		up.focus();
		visit.page().keyboard().press("Enter");
		// then
		assertThat(form.status()).containsText(SAVED);
		Awaitility.await().until(() -> rows("events", "title").size() == 201);
		assertThat(rows("events", "title").subList(198, 201)).containsExactly("Event 199", "Event 200",
				"The last event");
		Awaitility.await().until(() -> "The last plan".equals(rows("plans", "activity").get(199)));
		assertThat(rows("plans", "activity").subList(198, 201)).containsExactly("Plan 199", "The last plan",
				"Plan 200");
		assertThat((Integer) visit.page().evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(1400);
	}

	private List<String> rows(String field, String cell) {
		return this.jdbc.sql("""
				select one ->> :cell from draft, jsonb_array_elements(content -> :field) one
				where cycle = :cycle and initiative = 'A14-I02'""")
			.param("cell", cell)
			.param("field", field)
			.param("cycle", CYCLE.value())
			.query(String.class)
			.list();
	}

	@Test
	void questionsLinesAndCaptionsOfTheLastCycleStandBesideTheirFieldsToo(Chromium chromium) {
		// given
		theCycleBeforeThat();
		this.jdbc.sql("insert into cycle_question (cycle, position, text) values (:cycle, 1, 'Who joined?')")
			.param("cycle", CYCLE.value())
			.update();
		try {
			Visit visit = chromium.visit(this.port).signIn("etf");
			TaskForm form = form(visit, "A12-I04");
			assertThat((String) visit.page()
				.evaluate("fetch('/api/updates/ASEMME11/A12-I04/desk').then((answer) => answer.text())"))
				.contains("Eleven schools joined.");
			// when
			form.field("answers").getByText("What was said in ASEMME7").click();
			assertThat(form.field("answers")).containsText("Eleven schools joined.");
			form.field("answers").getByText("Take over the answer to the same question").click();
			form.field("milestones").getByText("What was said in ASEMME7").click();
			assertThat(form.field("milestones")).containsText("A milestone of old");
			assertThat(form.field("milestones")).containsText("Half of it was done.");
			form.field("milestones").getByText("Take over where the line is the same").click();
			form.field("media").getByText("What was said in ASEMME7").click();
			assertThat(form.field("media")).containsText("The harbour in autumn");
			assertThat(form.field("media")).containsText("those shown are asked anew");
			visit.longPicture("112-last-cycle-everywhere");
			Accessible.check(visit.page());
			form.field("media").getByText("Take over testimonials and web addresses").click();
			// then
			assertThat(form.field("answers").locator("textarea").first()).hasValue("Eleven schools joined.");
			assertThat(form.field("milestones").locator(".st-said").first().locator("textarea"))
				.hasValue("Half of it was done.");
			assertThat(form.field("media").locator(".st-row")).hasCount(1);
			assertThat(form.field("media").getByLabel("The words")).hasValue("It opened doors.");
			assertThat(form.field("media").getByLabel("Those shown or quoted agree to publication")).not().isChecked();
		}
		finally {
			this.jdbc.sql("delete from cycle_question where cycle = :cycle").param("cycle", CYCLE.value()).update();
		}
	}

	/** Its first milestone is asked about again, its second is not. */
	private void theCycleBeforeThat() {
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values ('ASEMME7', 'Long ago', 'Europe/Rome', 'published', now() - interval '4 years', 'aes')""")
			.update();
		this.jdbc.sql("insert into cycle_question (cycle, position, text) values ('ASEMME7', 2, 'who  joined?')")
			.update();
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators, milestones)
				select 'ASEMME7', 'A12-I04', 1, 12, 'Action', 'Initiative', false, 'summary', 'ETF',
				    array['A milestone of old', milestones[1]]
				from cycle_initiative where cycle = :cycle and initiative = 'A12-I04'""")
			.param("cycle", CYCLE.value())
			.update();
		this.jdbc
			.sql("""
					with said as (insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
					    values ('ASEMME7', 'A12-I04', 1, '{"answers": {"2": "Eleven schools joined."},
					        "milestones": [{"position": 1, "outcome": "done", "sentence": "Long done."},
					            {"position": 2, "outcome": "under-way", "sentence": "Half of it was done."}],
					        "media": [{"kind": "picture", "file": "1", "caption": "The harbour in autumn", "consent": true},
					            {"kind": "testimonial", "words": "It opened doors.", "speaker": "A. Person", "consent": true}]}',
					        now(), 'etf') returning id)
					insert into verdict (revision, accepted, given_at, given_by) select id, true, now(), 'swg' from said""")
			.update();
	}

	@Test
	void anAnswerThatWasBegunStaysClosedAndGivesTheFormItsSubmitBack(Chromium chromium) {
		// given
		this.jdbc.sql(
				"update cycle_initiative set conclusions = '42 and 57' where cycle = :cycle and initiative = 'A11-I02'")
			.param("cycle", CYCLE.value())
			.update();
		Visit visit = chromium.visit(this.port).signIn("ec");
		TaskForm form = form(visit, "A11-I02");
		assertThat(form.field("conclusions").locator("textarea")).hasValue("42 and 57");
		Locator part = visit.page()
			.locator("details")
			.filter(new Locator.FilterOptions().setHasText("Is there no update to write?"));
		part.locator("summary").click();
		part.getByLabel("There is nothing to report").check();
		part.getByLabel("Why, in a sentence").fill("Half a sen");
		assertThat(visit.button("Submit this answer")).isVisible();
		// when the page is opened days later
		TaskForm later = form(visit, "A11-I02");
		// then
		assertThat(part.locator("summary")).containsText("An answer that you began is kept here.");
		assertThat(visit.button("Submit for review")).isVisible();
		assertThat(visit.button("Submit this answer")).hasCount(0);
		part.locator("summary").click();
		assertThat(part.getByLabel("Why, in a sentence")).hasValue("Half a sen");
		assertThat(visit.button("Submit for review")).hasCount(0);
		visit.picture("113-answer-begun");
		Accessible.check(visit.page());
		later.press("Close it, and go on with the form");
		assertThat(visit.button("Submit for review")).isVisible();
		part.locator("summary").click();
		later.press("Throw this answer away");
		later.press("Yes, throw it away");
		assertThat(visit.button("Submit for review")).isVisible();
		assertThat(kept(visit)).doesNotContain("Half a sen");
	}

	@Test
	void anEarlierVersionIsLookedAtAndTakenBack(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("asef");
		TaskForm form = form(visit, "A17-I02");
		String lost = "What somebody wrote with care. ".repeat(10).strip();
		form.fill("Added value", lost);
		assertThat(form.status()).containsText(SAVED);
		form.fill("Added value", "Oops");
		form.press("Save");
		assertThat(form.status()).containsText(SAVED);

		// when
		visit.page().getByText("Earlier versions").click();
		Locator earlier = visit.page().locator(".st-earlier").first();
		earlier.locator("summary").click();
		assertThat(earlier).containsText(lost);
		visit.picture("46-earlier-versions");
		earlier.getByText("Take this version back").click();

		// then
		assertThat(form.field("addedValue").locator("textarea")).hasValue(lost);
		assertThat(saved("A17-I02", "addedValue")).isEqualTo(lost);
	}

	@Test
	void twoClicksOnSubmitMakeOneRevision(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("iau");
		TaskForm form = form(visit, "A09-I04");
		form.answerEveryLine()
			.fill("Progress and achievements", "The survey was answered in eleven countries.")
			.choose("Completion", "Completed")
			.choose("Aims", "Achieved")
			.choose("Continuation", "Concluded");
		assertThat(visit.page().locator(".st-progress")).containsText("Everything that is required is answered.");

		// when
		visit.button("Submit for review").dblclick();

		// then
		assertThat(visit.page().locator("main")).containsText("The update is submitted");
		assertThat(revisions("A09-I04")).isEqualTo(1);
	}

	@Test
	void whatAProgrammeSaysIsWrittenOnce(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("asef");
		TaskForm second = form(visit, "A09-I01");
		assertThat(second.field("common")).containsText("Written once, in A01-I02");
		assertThat(second.field("progress").locator("textarea")).hasCount(0);
		assertThat(visit.page().locator(".st-progress")).containsText("What the programme says once 4 to answer");
		second.answerEveryLine().press("Add an activity").fill("Activity", "Another school year");
		second.press("Submit for review");
		assertThat(second.notice()).containsText("It is written in A01-I02.");
		visit.longPicture("47-second-row-of-a-programme");
		Accessible.check(visit.page());

		// when
		TaskForm first = form(visit, "A01-I02");
		assertThat(visit.page().locator("main")).containsText("counts for A09-I01 too");
		first.fill("Progress and achievements", "Written once for both.")
			.choose("Completion", "Completed")
			.choose("Aims", "Achieved")
			.choose("Continuation", "Ongoing");
		assertThat(first.status()).containsText(SAVED);
		form(visit, "A09-I01").press("Submit for review");

		// then
		assertThat(visit.page().locator("main")).containsText("The update is submitted");
		assertThat(
				this.jdbc.sql("select content ->> 'progress' from revision where initiative = 'A09-I01' and cycle = :c")
					.param("c", CYCLE.value())
					.query(String.class)
					.single())
			.isEqualTo("Written once for both.");
	}

	@Test
	void sectionsRoomAndLastCycleStandBesideTheFields(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port).signIn("asef");
		TaskForm form = form(visit, "A17-I02");

		// when
		visit.page().locator(".st-progress").getByText("Status", new Locator.GetByTextOptions().setExact(true)).click();
		assertThat(visit.page().locator(".st-section-title").filter(new Locator.FilterOptions().setHasText("Status")))
			.isFocused();
		form.fill("Challenges", IntStream.range(0, 101).mapToObj((n) -> "word").collect(Collectors.joining(" ")));
		assertThat(form.field("challenges"))
			.containsText("101 of about 100 words: longer than the report has room for");
		form.field("challenges").getByText("What was said in ASEMME8").click();
		assertThat(form.field("challenges")).containsText("Visas, as ever.");
		Locator objective = form.field("objectives").getByRole(AriaRole.CHECKBOX).first();
		objective.check();
		form.fill("How it contributes to objective 1", "By moving people.");

		// then
		visit.longPicture("48-form-wide");
		Accessible.check(visit.page());
		form.field("challenges").getByText("Take it over").click();
		assertThat(form.field("challenges").locator("textarea"))
			.hasValue(Pattern.compile("^word .*Visas, as ever\\.$", Pattern.DOTALL));
		assertThat(form.status()).containsText(SAVED);
		visit.page().setViewportSize(390, 844);
		visit.longPicture("49-form-narrow");
		assertThat((Integer) visit.page().evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
	}

	@Test
	void theDraftIsSeenAsTheReportPrintsItAndTakenAlongInWord(Chromium chromium) throws IOException {
		// given
		Visit visit = chromium.visit(this.port).signIn("asef");
		TaskForm form = form(visit, "A17-I03");
		form.fill("Highlights", "Seen before it is printed.");

		// when
		Page preview = visit.page().waitForPopup(() -> form.press("Preview as the report prints it"));
		Download word = visit.page().waitForDownload(() -> form.press("Download as Word"));

		// then
		assertThat(preview.locator("body")).containsText("Seen before it is printed.");
		assertThat(preview.locator("body")).containsText("Draft, saved");
		assertThat(preview.locator("body")).containsText("Not accepted by anybody.");
		preview.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "49-preview.png")));
		Accessible.check(preview);
		assertThat(word.suggestedFilename()).isEqualTo("ASEMME11-A17-I03-draft.docx");
		assertThat(Files.size(word.path())).isGreaterThan(5_000);
	}

	private void lastCycle() {
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values ('ASEMME8', 'The one before', 'Europe/Rome', 'published', now() - interval '2 years', 'aes')""")
			.update();
		this.jdbc
			.sql("""
					insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
					    coordinators) values ('ASEMME8', 'A17-I02', 1, 17, 'Action', 'Initiative', false, 'summary', 'ASEF')""")
			.update();
		this.jdbc.sql("""
				with said as (insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
				    values ('ASEMME8', 'A17-I02', 1, '{"challenges": "Visas, as ever."}', now(), 'asef') returning id)
				insert into verdict (revision, accepted, given_at, given_by) select id, true, now(), 'swg' from said""")
			.update();
	}

	private TaskForm form(Visit visit, String initiative) {
		return visit.form("/i/" + CYCLE + "/" + initiative);
	}

	private static String kept(Visit visit) {
		return (String) visit.page().evaluate("JSON.stringify({ ...localStorage })");
	}

	private String saved(String initiative, String field) {
		return this.jdbc.sql("select content ->> :field from draft where cycle = :cycle and initiative = :initiative")
			.param("field", field)
			.param("cycle", CYCLE.value())
			.param("initiative", initiative)
			.query(String.class)
			.single();
	}

	private int revisions(String initiative) {
		return this.jdbc.sql("select count(*) from revision where cycle = :cycle and initiative = :initiative")
			.param("cycle", CYCLE.value())
			.param("initiative", initiative)
			.query(Integer.class)
			.single();
	}

	private int requested() {
		return this.jdbc.sql("select count(*) from update_request where cycle = :cycle")
			.param("cycle", CYCLE.value())
			.query(Integer.class)
			.single();
	}

}
