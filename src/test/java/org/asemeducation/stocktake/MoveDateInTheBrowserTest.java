package org.asemeducation.stocktake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.TaskForm;
import org.asemeducation.stocktake.browser.Tasklist;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.cycle.NewMeeting;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Tasks;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The secretariat moves dates in Tasklist, and sees what follows before it does; reads,
 * holds and sends mails in Cockpit. An SMTP server is contacted by the application's own
 * transport, and what it got is read.
 */
@BrowserTest
class MoveDateInTheBrowserTest {

	private static final CycleName CYCLE = new CycleName("ASEMME13");

	private static final GreenMail SERVER = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

	@LocalServerPort
	private int port;

	@Autowired
	private Clock clock;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Tasks tasks;

	@DynamicPropertySource
	static void contactTheServer(DynamicPropertyRegistry properties) {
		SERVER.start();
		properties.add("spring.mail.host", () -> "127.0.0.1");
		properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
		properties.add("stocktake.mail.from", () -> "AES <stocktake@aes.example>");
		properties.add("stocktake.mail.reply-to", () -> "AES <aes@aes.example>");
	}

	@AfterAll
	static void closeTheServer() {
		SERVER.stop();
	}

	@Test
	void datesAreMovedOnceEveryConsequenceWasSeen(Chromium chromium, @Autowired CycleOpening opening,
			@Autowired CycleActs acts) {
		LocalDate today = gather(opening, acts);
		Visit secretariat = chromium.visit(this.port, "Asia/Seoul").signIn("aes@stocktake.example");
		requestsHaveArrived();
		moveTheDeadline(secretariat, today);
		theMoveHasArrived();
		oneIsReadHeldAndSent(secretariat);
		theServersWordsStandInTheLedger(secretariat);
		moveSom2(secretariat, today);
		postponeIsom(secretariat, today);
	}

	private LocalDate gather(CycleOpening opening, CycleActs acts) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		LocalDate som2 = today.plusDays(160);
		opening.open(new NewCycle(CYCLE.value(), "Seven weeks late", "Europe/Rome",
				List.of(new NewMeeting(MeetingKind.ISOM, today.plusDays(20), "Brussels", MeetingFormat.IN_PERSON,
						"AES"), new NewMeeting(MeetingKind.SOM2, som2, "Seoul", MeetingFormat.IN_PERSON, null)),
				som2.minusDays(140), today.plusDays(50), som2.minusDays(70), som2.minusDays(56), som2.minusDays(28),
				som2.minusDays(14), List.of(), null, List.of(-14, -3)), "aes");
		acts.sendRequests(CYCLE, "aes");
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.tasks.open(BusinessKey.of(CYCLE.value()), "userTask_closeGathering").isPresent());
		return today;
	}

	private void moveTheDeadline(Visit secretariat, LocalDate today) {
		Tasklist tasklist = secretariat.tasklist();
		TaskForm form = tasklist.start("Move a date");
		secretariat.picture("70-move-date-form");
		form.press("Show what follows");
		assertThat(form.notice()).containsText("Choose the date that moves.");
		form.field("date").locator("select").selectOption(CYCLE + "/deadline");
		form.fill("New day", today.plusDays(64).toString()).fill("Reason", "Summer holidays");
		form.press("Show what follows");
		assertThat(form.notice()).containsText("Deadline of ASEMME13: nothing has moved yet");
		assertThat(form.notice()).containsText("asef@stocktake.example");
		assertThat(form.notice()).containsText("Provide update");
		assertThat(form.notice()).containsText("28 days before the deadline");
		assertThat(form.notice()).containsText(Pattern.compile("23:59 \\(Europe/Rome, CES?T\\)"));
		assertThat(form.notice()).containsText(Pattern.compile("Where you are: .*\\(Asia/Seoul, GMT\\+9\\)"));
		secretariat.picture("71-move-date-preview");
		secretariat.longPicture("72-move-date-preview-whole");
		Accessible.check(secretariat.page());
		assertThat(day(DeadlineKind.DEADLINE)).isEqualTo(today.plusDays(50));
		form.press("Move the date");
		assertThat(tasklist.messages()).containsText("Deadline of ASEMME13 is moved to");
		assertThat(day(DeadlineKind.DEADLINE)).isEqualTo(today.plusDays(64));
	}

	private void requestsHaveArrived() {
		Received request = await("asef@stocktake.example", "ASEMME13: please submit");
		assertThat(request.messageId()).matches("<mail-\\d+-[0-9a-f]+@[^>]+>");
		assertThat(request.calendar()).contains("METHOD:PUBLISH", "SEQUENCE:0");
		assertThat(request.text()).contains("/i/ASEMME13/A01-I02");
	}

	private void theMoveHasArrived() {
		Received moved = await("asef@stocktake.example", "date moved");
		assertThat(moved.calendar()).contains("SEQUENCE:1");
		String uid = "(?s).*UID:([^\\r\\n]+).*";
		assertThat(moved.calendar().replaceAll(uid, "$1"))
			.isEqualTo(await("asef@stocktake.example", "ASEMME13: please submit").calendar().replaceAll(uid, "$1"));
	}

	private void oneIsReadHeldAndSent(Visit secretariat) {
		Page page = secretariat.page();
		secretariat.cockpit();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What will be sent")).click();
		Locator plan = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Mail plan"));
		reminderTo(plan, "IAU");
		button(plan, "Send a sample to me");
		Received sample = await("aes@stocktake.example", "[Sample]");
		assertThat(sample.text()).contains("IAU");
		button(plan, "Hold");
		plan.getByLabel("Why is it held?").fill("Their desk officer is new");
		button(plan, "Hold this mail");
		assertThat(plan.locator(".st-done")).containsText("is held");
		assertThat(reminder(plan)).hasCount(0);
		assertThat(plan.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Held")))
			.containsText("1");
		reminderTo(plan, "ETF");
		button(plan, "Send now");
		button(plan, "Yes, send it");
		secretariat.picture("79-sent-now");
		Received reminder = await("etf@stocktake.example", "reminder");
		assertThat(reminder.text()).contains("please submit");
	}

	private static void reminderTo(Locator plan, String party) {
		plan.getByLabel("Search").fill(party);
		assertThat(plan.locator("tr[data-contact]").first()).containsText(party);
		reminder(plan).getByRole(AriaRole.BUTTON).click();
		assertThat(plan.locator("pre")).containsText("please submit");
	}

	private static Locator reminder(Locator plan) {
		return plan.locator("tr[data-contact]")
			.filter(new Locator.FilterOptions().setHasText("14 days before the deadline"));
	}

	private static void button(Locator place, String name) {
		place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true)).click();
	}

	private void theServersWordsStandInTheLedger(Visit secretariat) {
		Page page = secretariat.open("/desk/mails?cycle=ASEMME13&person=etf@stocktake.example&kind=reminder");
		assertThat(page.locator("tbody tr")).hasCount(1);
		page.locator("tbody tr a").first().click();
		assertThat(page.locator("main")).containsText("250 ");
		assertThat(page.locator("main")).containsText("<mail-");
		secretariat.longPicture("79-ledger-of-what-was-sent-now");
	}

	private static Received await(String address, String subject) {
		return Awaitility.await("a mail to %s: %s".formatted(address, subject))
			.atMost(Duration.ofMinutes(3))
			.until(() -> received(address).stream().filter((mail) -> mail.subject().contains(subject)).findFirst(),
					Optional::isPresent)
			.orElseThrow();
	}

	private static List<Received> received(String address) {
		return Stream.of(SERVER.getReceivedMessages())
			.map(Received::of)
			.filter((mail) -> mail.to().contains(address))
			.toList();
	}

	private void moveSom2(Visit secretariat, LocalDate today) {
		Tasklist tasklist = secretariat.tasklist();
		TaskForm form = tasklist.start("Move a date");
		form.field("date").locator("select").selectOption(CYCLE + "/SOM2");
		form.fill("New day", today.plusDays(210).toString()).fill("Reason", "The host asked for it");
		form.press("Show what follows");
		assertThat(form.notice()).containsText("End of gathering (freeze)");
		assertThat(form.notice()).containsText("The requests of ASEMME13 have gone out: their date stands.");
		assertThat(form.notice()).containsText("Nobody gets a mail about it.");
		secretariat.longPicture("73-move-som2-preview");
		form.press("Move the date");
		assertThat(tasklist.messages()).containsText("SOM2 of ASEMME13 is moved to");
		assertThat(day(DeadlineKind.FREEZE)).isEqualTo(today.plusDays(140));
	}

	private void postponeIsom(Visit secretariat, LocalDate today) {
		TaskForm form = secretariat.tasklist().list("Secretariat").task("Confirm date and host: ISOM (ASEMME13)");
		form.press("Postpone or drop ISOM");
		form.choose("Is ISOM postponed or dropped?", "Postponed: it takes place later")
			.fill("New first day", today.plusDays(230).toString())
			.fill("Reason", "No room")
			.press("Save the outcome");
		assertThat(form.notice()).containsText("What follows from the new day");
		assertThat(form.notice()).containsText("which usually precedes it");
		secretariat.picture("74-postpone-isom-asked");
	}

	private LocalDate day(DeadlineKind kind) {
		return this.cycles.get(CYCLE).date(kind);
	}

	/** A mail as the server got it. */
	private record Received(String to, String subject, String messageId, String text, String calendar) {

		static Received of(MimeMessage mail) {
			try {
				return new Received(mail.getAllRecipients()[0].toString(), mail.getSubject(), mail.getMessageID(),
						part(mail, "text/plain"), part(mail, "text/calendar"));
			}
			catch (MessagingException | IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private static String part(Part part, String type) throws MessagingException, IOException {
			if (part.isMimeType(type)) {
				return String.valueOf(part.getContent() instanceof InputStream stream
						? new String(stream.readAllBytes(), StandardCharsets.UTF_8) : part.getContent());
			}
			StringBuilder found = new StringBuilder();
			if (part.getContent() instanceof Multipart parts) {
				for (int number = 0; number < parts.getCount(); number++) {
					found.append(part(parts.getBodyPart(number), type));
				}
			}
			return found.toString();
		}

	}

}
