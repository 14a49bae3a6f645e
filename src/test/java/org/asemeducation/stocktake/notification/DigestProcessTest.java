package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.cycle.MailToCome;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.cycle.Officials;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Tasks;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What reviewers and the secretariat are mailed, and how often.
 */
@ProcessTest
class DigestProcessTest {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	@Autowired
	private Stage stage;

	@Autowired
	private PostOffice post;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Editors editors;

	@Autowired
	private Officials officials;

	@Autowired
	private Meetings meetings;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Tasks tasks;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private Reminders reminders;

	@Autowired
	private PickUpMails pickUp;

	@Autowired
	private Cycles cycles;

	@Autowired
	private MailPlanPages pages;

	@Autowired
	private MailTexts texts;

	@Autowired
	private HoldingMails holding;

	@Autowired
	private SendingNow sending;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void gather() {
		this.jdbc.sql("update cycle set state = 'closed' where state = 'gathering'").update();
		this.jdbc.sql("delete from digest").update();
		this.jdbc.sql("delete from held_back").update();
		this.cycle = this.stage.gathering(Troupe.ONE_COORDINATOR, Troupe.SUPPORTED);
		this.post.deliver(this.cycle);
		this.jdbc.sql("update reminder_run set covered_until = :now")
			.param("now", Timestamp.from(this.stage.now()))
			.update();
	}

	@Test
	void whatCameInIsToldToEachReviewerOnTheNextMorningInOneMail() {
		// given
		this.coordinators.submit(this.cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		this.coordinators.submit(this.cycle, Troupe.SUPPORTED, "inland", "A toolkit.");
		claim(Troupe.ONE_COORDINATOR, null);
		claim(Troupe.SUPPORTED, null);
		// when
		List<OutgoingMail> mails = runOn(tomorrow());
		// then
		assertThat(to(mails, "colleague")).hasSize(1);
		assertThat(to(mails, "reviewer")).singleElement().satisfies((mail) -> {
			String text = mail.text().replace('\n', ' ');
			assertThat(mail.subject()).startsWith("Stocktake: 2 tasks wait for you, the first due on ");
			assertThat(text).contains(
					"please do what waits for you in Stocktake: 2 tasks, all of them new; the first is due by ",
					"23:59 in Rome (Europe/Rome)", "Review update: A01-I01 One coordinator (" + this.cycle,
					"/camunda/app/tasklist/default/#/?task=");
			assertThat(text).doesNotContain("HOW THE GATHERING STANDS", "Close the gathering now");
			assertThat(mail.html()).contains("Review update: A01-I01 One coordinator", "Open the task");
		});
		assertThat(to(mails, "aes")).singleElement().satisfies((mail) -> {
			assertThat(mail.text()).contains("Close the gathering now", "HOW THE GATHERING STANDS",
					this.cycle + ": 2 in review");
			assertThat(mail.text()).doesNotContain("Review update");
		});
	}

	@Test
	void whatWasDealtOutIsToldToItsReviewerAlone() {
		// given
		this.coordinators.submit(this.cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		this.coordinators.submit(this.cycle, Troupe.SUPPORTED, "inland", "A toolkit.");
		// when
		List<OutgoingMail> mails = runOn(tomorrow());
		// then
		assertThat(to(mails, "reviewer")).singleElement()
			.satisfies((mail) -> assertThat(mail.text()).contains("Review update: A01-I01")
				.doesNotContain("Review update: A02-I02"));
		assertThat(to(mails, "colleague")).singleElement()
			.satisfies((mail) -> assertThat(mail.text()).contains("Review update: A02-I02")
				.doesNotContain("Review update: A01-I01"));
	}

	@Test
	void nothingNewAndNothingDueIsNoMail() {
		// given
		this.coordinators.submit(this.cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		runOn(tomorrow());
		// when
		List<OutgoingMail> mails = runOn(tomorrow());
		// then
		assertThat(mails).isEmpty();
	}

	@Test
	void thereIsOneADayHoweverOftenTheRunComes() {
		// given
		this.coordinators.submit(this.cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		List<OutgoingMail> first = runOn(tomorrow());
		// when
		this.coordinators.submit(this.cycle, Troupe.SUPPORTED, "inland", "A toolkit.");
		claim(Troupe.SUPPORTED, "reviewer");
		this.jdbc.sql("update reminder_run set covered_until = covered_until - interval '1 day'").update();
		List<OutgoingMail> again = runAt(this.stage.now().plusSeconds(3600));
		List<OutgoingMail> next = runOn(tomorrow());
		// then
		assertThat(to(first, "reviewer")).hasSize(1);
		assertThat(again).isEmpty();
		assertThat(to(next, "reviewer")).singleElement()
			.satisfies((mail) -> assertThat(mail.text()).contains("2 tasks, 1 of them"));
	}

	@Test
	void theDayOfTheReviewsIsToldAsItComesNear() {
		// given
		this.coordinators.submit(this.cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		runOn(tomorrow());
		LocalDate reviews = this.cycles.get(this.cycle).date(DeadlineKind.REVIEWS);
		// when
		List<OutgoingMail> mails = runOn(reviews.minusDays(7));
		// then
		assertThat(to(mails, "reviewer")).singleElement()
			.satisfies((mail) -> assertThat(mail.text()).contains("one task; it"));
	}

	@Test
	void whatSomebodyHasClaimedIsToldToThemAlone() {
		// given
		this.coordinators.submit(this.cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		this.coordinators.submit(this.cycle, Troupe.SUPPORTED, "inland", "A toolkit.");
		claim(Troupe.ONE_COORDINATOR, "colleague");
		claim(Troupe.SUPPORTED, "aes");
		// when
		List<OutgoingMail> mails = runOn(tomorrow());
		// then
		assertThat(to(mails, "colleague")).singleElement()
			.satisfies((mail) -> assertThat(mail.text()).contains("Review update: A01-I01")
				.doesNotContain("Review update: A02-I02"));
		assertThat(to(mails, "aes")).singleElement()
			.satisfies((mail) -> assertThat(mail.text()).contains("Review update: A02-I02", "Close the gathering now")
				.doesNotContain("Review update: A01-I01"));
		assertThat(to(mails, "reviewer")).isEmpty();
	}

	@Test
	void whatIsGivenBackIsAnybodysAgain() {
		// given
		this.coordinators.submit(this.cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		claim(Troupe.ONE_COORDINATOR, "colleague");
		claim(Troupe.ONE_COORDINATOR, null);
		// when
		List<OutgoingMail> mails = runOn(tomorrow());
		// then
		assertThat(to(mails, "reviewer")).hasSize(1);
		assertThat(to(mails, "colleague")).hasSize(1);
	}

	@Test
	void whatIsClaimedBeforeADigestLeavesIsNotInIt() {
		// given
		this.coordinators.submit(this.cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		this.coordinators.submit(this.cycle, Troupe.SUPPORTED, "inland", "A toolkit.");
		claim(Troupe.ONE_COORDINATOR, null);
		claim(Troupe.SUPPORTED, null);
		this.stage.later(Duration.between(this.stage.now(), nine(tomorrow())).toSeconds());
		this.reminders.claimDue();
		// when
		claim(Troupe.ONE_COORDINATOR, "colleague");
		List<OutgoingMail> mails = send();
		// then
		assertThat(to(mails, "reviewer")).singleElement()
			.satisfies((mail) -> assertThat(mail.text()).contains("Review update: A02-I02")
				.doesNotContain("Review update: A01-I01"));
	}

	@Test
	void whatHangsOnAMeetingIsToldOfItsNewDay() {
		// given
		this.runtime.startProcessInstanceByKey("endorsement", this.cycle.value());
		this.jobs.run(this.cycle, "serviceTask_sealVersionForOfficials");
		LocalDate before = this.meetings.of(this.cycle, MeetingKind.SOM2).day();
		LocalDate after = before.plusDays(40);
		runOn(before.minusDays(20));
		// when
		this.officials.postpone(this.cycle, MeetingKind.SOM2, after);
		List<OutgoingMail> mails = runOn(before.minusDays(19));
		List<OutgoingMail> nearTheOldDay = runOn(before.minusDays(7));
		List<OutgoingMail> nearTheNewDay = runOn(after.minusDays(7));
		// then
		String told = "Take in SOM2's changes (%s) It is due on %s, 23:59 in Rome (Europe/Rome).".formatted(this.cycle,
				inWords(after));
		assertThat(to(mails, "aes")).singleElement()
			.satisfies((mail) -> assertThat(mail.text().replaceAll("\\s+", " ")).contains(told)
				.doesNotContain(inWords(before)));
		assertThat(to(nearTheOldDay, "aes"))
			.allSatisfy((mail) -> assertThat(mail.text().replaceAll("\\s+", " ")).contains(told));
		assertThat(to(nearTheNewDay, "aes")).singleElement()
			.satisfies((mail) -> assertThat(mail.text().replaceAll("\\s+", " ")).contains(told));
	}

	@Test
	void reviewersAreToldOfTheDraftOnTheMorningAfterItIsTheirs() {
		// given
		this.stage.freeze(this.cycle);
		this.jobs.run(this.cycle, "serviceTask_compileReport");
		runOn(tomorrow());
		// when
		this.editors.handToReviewers(this.cycle);
		List<OutgoingMail> mails = runOn(tomorrow());
		// then
		for (String reviewer : List.of("reviewer", "colleague")) {
			assertThat(to(mails, reviewer)).singleElement().satisfies((mail) -> {
				assertThat(mail.subject()).startsWith("Stocktake: a task waits for you, due on ");
				assertThat(mail.text().replaceAll("\\s+", " ")).contains(
						"Comment on the draft (%s) - new It is due on %s, 23:59 in Rome (Europe/Rome)."
							.formatted(this.cycle, inWords(this.cycles.get(this.cycle).date(DeadlineKind.COMMENTS))),
						"/camunda/app/tasklist/default/#/?task=");
			});
		}
		assertThat(to(mails, "aes")).noneSatisfy((mail) -> assertThat(mail.text()).contains("Comment on the draft"));
	}

	@Test
	void aDigestWhoseTasksAreDoneBeforeItLeavesIsCancelled() {
		// given
		this.coordinators.submit(this.cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		this.stage.later(Duration.between(this.stage.now(), nine(tomorrow())).toSeconds());
		this.reminders.claimDue();
		// when
		this.reviewers.accept(this.cycle, Troupe.ONE_COORDINATOR);
		List<OutgoingMail> mails = send();
		// then
		assertThat(to(mails, "reviewer")).isEmpty();
		assertThat(this.jdbc.sql("""
				select m.state from mail m join contact c on c.id = m.contact
				where m.cycle = :cycle and c.email = :email""")
			.param("cycle", this.cycle.value())
			.param("email", Troupe.address("reviewer"))
			.query(String.class)
			.list()).containsExactly("cancelled");
	}

	@Test
	void theNextMomentIsTheNextMorningOfWhoeverHasSomethingNew() {
		// given
		runOn(tomorrow());
		this.jdbc.sql("update cycle set reminders = '{}' where name = :cycle")
			.param("cycle", this.cycle.value())
			.update();
		Instant before = this.reminders.nextMoment().orElseThrow();
		// when
		this.coordinators.submit(this.cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		// then
		assertThat(this.reminders.nextMoment()).contains(nine(tomorrow()));
		assertThat(before).isAfter(nine(tomorrow()));
	}

	@Test
	void digestsThatAreHeldAreMadeUpForByOneOnceTheyAreReleased() {
		// given
		this.coordinators.submit(this.cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		claim(Troupe.ONE_COORDINATOR, "reviewer");
		MailToCome coming = digest("coming");
		ContactId reviewer = new ContactId(coming.contact());
		this.holding.hold(this.cycle, reviewer, coming.at(), null, "On leave", aes());
		// when two mornings go by
		List<OutgoingMail> first = runOn(tomorrow());
		this.coordinators.submit(this.cycle, Troupe.SUPPORTED, "inland", "A toolkit.");
		claim(Troupe.SUPPORTED, "reviewer");
		List<OutgoingMail> second = runOn(tomorrow());
		// then
		assertThat(to(first, "reviewer")).isEmpty();
		assertThat(to(second, "reviewer")).isEmpty();
		assertThat(digest("held")).satisfies((held) -> {
			assertThat(held.at()).isEqualTo(coming.at());
			assertThat(held.because()).isEqualTo("On leave (aes)");
		});
		assertThat(this.texts.of(this.cycles.get(this.cycle), reviewer, coming.at(), null).subject())
			.contains("2 tasks wait for you");
		// and when they are released
		this.holding.release(this.cycle, reviewer, coming.at(), null, aes());
		List<OutgoingMail> released = runAt(this.stage.now().plusSeconds(3600));
		assertThat(to(released, "reviewer")).singleElement()
			.satisfies((mail) -> assertThat(mail.text().replace('\n', ' ')).contains("2 tasks, all of them new"));
		assertThat(to(runOn(tomorrow()), "reviewer")).isEmpty();
	}

	@Test
	void aDigestThatIsSentNowIsNotSentAgainOnItsMorningAndThereIsOneADay() {
		// given the day before the reviews are due in a week
		this.coordinators.submit(this.cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		claim(Troupe.ONE_COORDINATOR, "reviewer");
		runOn(tomorrow());
		LocalDate reviews = this.cycles.get(this.cycle).date(DeadlineKind.REVIEWS);
		runAt(nine(reviews.minusDays(8)).plusSeconds(3600));
		MailToCome coming = digest("coming");
		ContactId reviewer = new ContactId(coming.contact());
		assertThat(coming.at()).isEqualTo(nine(reviews.minusDays(7)));
		// when
		this.sending.send(this.cycle, reviewer, coming.at(), null, aes());
		List<OutgoingMail> now = send();
		// then
		assertThat(to(now, "reviewer")).singleElement()
			.satisfies((mail) -> assertThat(mail.subject()).contains("a task waits for you"));
		MailToCome next = digest("coming");
		assertThat(next.at()).isEqualTo(nine(reviews.minusDays(1)));
		assertThatThrownBy(() -> this.sending.send(this.cycle, reviewer, next.at(), null, aes()))
			.isInstanceOf(Refused.class)
			.hasMessage("This person has had a digest today, perhaps just now: at most one leaves in a day.");
		assertThat(to(runOn(reviews.minusDays(7)), "reviewer")).isEmpty();
		assertThat(to(runOn(reviews.minusDays(1)), "reviewer")).hasSize(1);
	}

	@Test
	void aHeldDigestIsSentWhenSomebodySaysSo() {
		// given
		this.coordinators.submit(this.cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		claim(Troupe.ONE_COORDINATOR, "reviewer");
		MailToCome coming = digest("coming");
		ContactId reviewer = new ContactId(coming.contact());
		this.holding.hold(this.cycle, reviewer, coming.at(), null, "On leave", aes());
		assertThatThrownBy(() -> this.holding.hold(this.cycle, reviewer, coming.at(), null, "On leave", aes()))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("held already");
		runOn(tomorrow());
		// when
		this.sending.send(this.cycle, reviewer, coming.at(), null, aes());
		// then
		assertThat(to(send(), "reviewer")).hasSize(1);
		assertThat(this.pages.of(this.cycles.get(this.cycle), new MailPlanQuery("held", null, "", 1, 200)).mails())
			.isEmpty();
	}

	private MailToCome digest(String show) {
		return this.pages.of(this.cycles.get(this.cycle), new MailPlanQuery(show, null, "", 1, 200))
			.mails()
			.stream()
			.filter((mail) -> mail.email().equals(Troupe.address("reviewer")))
			.findFirst()
			.orElseThrow();
	}

	private String aes() {
		return this.troupe.user("aes");
	}

	private void claim(String initiative, @Nullable String who) {
		this.tasks.assign(BusinessKey.of(this.cycle.value(), initiative), "userTask_reviewUpdate",
				(who != null) ? this.troupe.user(who) : null);
	}

	private List<OutgoingMail> runOn(LocalDate day) {
		return runAt(nine(day));
	}

	private List<OutgoingMail> runAt(Instant moment) {
		this.stage.later(Duration.between(this.stage.now(), moment).toSeconds());
		this.reminders.claimDue();
		return send();
	}

	private List<OutgoingMail> send() {
		this.stage.later(60);
		this.pickUp.pickUp();
		return this.post.deliver(this.cycle).stream().filter((mail) -> mail.subject().contains("Stocktake")).toList();
	}

	private LocalDate tomorrow() {
		return LocalDate.ofInstant(this.stage.now(), ROME).plusDays(1);
	}

	private static String inWords(LocalDate day) {
		return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH).format(day);
	}

	private static Instant nine(LocalDate day) {
		return day.atTime(9, 0).atZone(ROME).toInstant();
	}

	private static List<OutgoingMail> to(List<OutgoingMail> mails, String who) {
		return mails.stream().filter((mail) -> mail.recipient().equals(Troupe.address(who))).toList();
	}

}
