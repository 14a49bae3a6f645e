package org.asemeducation.stocktake;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

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
 * The secretariat moves dates in Tasklist, and sees what follows before it does.
 */
@BrowserTest
class MoveDateInTheBrowserTest {

	private static final CycleName CYCLE = new CycleName("ASEMME13");

	@LocalServerPort
	private int port;

	@Autowired
	private Clock clock;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Tasks tasks;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void datesAreMovedOnceEveryConsequenceWasSeen(Chromium chromium, @Autowired CycleOpening opening,
			@Autowired CycleActs acts) {
		LocalDate today = gather(opening, acts);
		Visit secretariat = chromium.visit(this.port, "Asia/Seoul").signIn("aes@stocktake.example");
		moveTheDeadline(secretariat, today);
		moveSom2(secretariat, today);
		postponeIsom(secretariat, today);
	}

	private LocalDate gather(CycleOpening opening, CycleActs acts) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		LocalDate som2 = today.plusDays(160);
		opening.open(new NewCycle(CYCLE.value(), "Seven weeks late", "Europe/Rome",
				List.of(new NewMeeting(MeetingKind.ISOM, today.plusDays(20), "Brussels", false, "AES"),
						new NewMeeting(MeetingKind.SOM2, som2, "Seoul", false, null)),
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

}
