package org.asemeducation.stocktake.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MailToCome;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.report.round.NewRound;
import org.asemeducation.stocktake.report.round.RoundActs;
import org.asemeducation.stocktake.report.round.RoundChanging;
import org.asemeducation.stocktake.report.round.RoundOpening;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever is asked for comments on a draft is written to once, reminded once if they say
 * nothing, and told once what became of what they said.
 */
@ProcessTest
class RoundMailProcessTest {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private PostOffice post;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Editors editors;

	@Autowired
	private RoundOpening opening;

	@Autowired
	private RoundChanging changing;

	@Autowired
	private RoundActs acts;

	@Autowired
	private Reminders reminders;

	@Autowired
	private PickUpMails pickUp;

	@Autowired
	private MailPlanPages pages;

	@Autowired
	private MailTexts texts;

	@Autowired
	private HoldingMails holding;

	@Autowired
	private SendingNow sending;

	@Autowired
	private Cycles cycles;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	private LocalDate opens;

	@BeforeEach
	void aRoundForCoordinatorsOpensInTwoDays() {
		this.jdbc.sql("delete from unreachable").update();
		this.jdbc.sql("update cycle set state = 'closed' where state in ('opened', 'gathering')").update();
		this.jdbc.sql("""
				insert into digest (contact, on_date, claimed_at)
				select distinct contact, date '2100-01-01', now() from contact_role
				where role in ('reviewer', 'secretariat') on conflict do nothing""").update();
		this.cycle = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(this.cycle);
		this.jobs.run(this.cycle, "serviceTask_compileReport");
		this.editors.leaveChaptersOut(this.cycle);
		this.reminders.claimDue();
		this.pickUp.pickUp();
		this.post.deliver(this.cycle);
		this.opens = LocalDate.ofInstant(this.stage.now(), ROME).plusDays(2);
		this.opening.open(this.cycle, new NewRound(true, false, this.opens, this.opens.plusDays(20)), aes());
	}

	@Test
	void everybodyWhoIsAskedGetsOneMailAndWhoIsSilentOneReminder() {
		// when
		List<OutgoingMail> early = runAt(morning(-1));
		List<OutgoingMail> asked = runAt(morning(0));
		List<OutgoingMail> again = runAt(morning(1));
		this.acts.say(this.cycle, "colleague", ONE_COORDINATOR, 0, "A comment.");
		List<OutgoingMail> reminded = runAt(morning(17));
		List<OutgoingMail> later = runAt(morning(18));
		// then
		assertThat(early).isEmpty();
		assertThat(asked).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("reviewer"), Troupe.address("colleague"),
					Troupe.address("harbour"));
		assertThat(again).isEmpty();
		assertThat(reminded).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("reviewer"), Troupe.address("harbour"));
		assertThat(reminded).allSatisfy((mail) -> assertThat(mail.subject()).contains("still to do"));
		assertThat(later).isEmpty();
	}

	@Test
	void theMailLeadsToTheDraftAndSaysUntilWhen() {
		// when
		OutgoingMail mail = runAt(morning(0)).get(0);
		// then
		assertThat(mail.subject()).startsWith(this.cycle + ": please comment on the draft report by ");
		assertThat(mail.text()).contains("/reports/%s/rounds/1".formatted(this.cycle), "It is round 1 of comments");
		assertThat(mail.text().lines().findFirst().orElseThrow()).contains("please read the draft");
	}

	@Test
	void aShortRoundRemindsNobody() {
		// given
		runAt(morning(0));
		this.jdbc.sql("update report_round set closes = opens + 8 where cycle = :cycle")
			.param("cycle", this.cycle.value())
			.update();
		// when, then
		assertThat(runAt(morning(5))).isEmpty();
		assertThat(runAt(morning(8))).isEmpty();
	}

	@Test
	void thePlanShowsWhatTheRunMailsAndItsWords() {
		// given
		List<MailToCome> planned = planned("coming");
		// then
		assertThat(planned).extracting((mail) -> mail.lines().get(0).kind(), MailToCome::at)
			.filteredOn((it) -> it.toList().get(0).toString().startsWith("round"))
			.hasSize(6)
			.filteredOn((it) -> it.toList().get(0).equals("round"))
			.allSatisfy((it) -> assertThat(it.toList().get(1)).isEqualTo(morning(0)));
		assertThat(this.reminders.nextMoment()).contains(morning(0));
		assertThat(this.texts.of(this.cycles.get(this.cycle), contact("harbour"), morning(0), null).subject())
			.contains("please comment on the draft report");
		assertThat(claims()).as("only looked at").isZero();
	}

	@Test
	void aHeldMailWaitsAndOneSentNowIsNotSentAgain() {
		// given
		this.holding.hold(this.cycle, contact("harbour"), morning(0), null, "On leave", aes());
		this.sending.send(this.cycle, contact("reviewer"), morning(0), null, aes());
		// when
		List<OutgoingMail> now = this.post.deliver(this.cycle);
		List<OutgoingMail> onTheDay = runAt(morning(0));
		// then
		assertThat(now).extracting(OutgoingMail::recipient).containsExactly(Troupe.address("reviewer"));
		assertThat(onTheDay).extracting(OutgoingMail::recipient).containsExactly(Troupe.address("colleague"));
		assertThat(planned("held")).extracting(MailToCome::email).contains(Troupe.address("harbour"));
	}

	@Test
	void theAnswersOfARoundAreOneMailForEachAuthor() {
		// given
		runAt(morning(0));
		this.acts.say(this.cycle, "colleague", ONE_COORDINATOR, 0, "First comment.");
		this.acts.say(this.cycle, "colleague", ONE_COORDINATOR, 1, "Second comment.");
		this.acts.say(this.cycle, "harbour", ONE_COORDINATOR, 1, "Third comment.");
		this.stage.later(Duration.between(this.stage.now(), morning(21)).toSeconds());
		this.jobs.run(this.cycle, "intermediateCatchEvent_roundClosed");
		// when
		this.acts.answerAll(this.cycle, "There is no room.");
		List<OutgoingMail> told = this.post.deliver(this.cycle);
		// then
		assertThat(told).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("colleague"), Troupe.address("harbour"));
		OutgoingMail colleagues = told.stream()
			.filter((mail) -> mail.recipient().equals(Troupe.address("colleague")))
			.findFirst()
			.orElseThrow();
		assertThat(colleagues.subject()).endsWith("what became of your 2 comments on the draft report");
		assertThat(colleagues.text()).contains("First comment.", "Second comment.", "Not taken.", "There is no room.")
			.doesNotContain("Third comment.");
		assertThat(runAt(morning(22))).isEmpty();
	}

	@Test
	void whoWasAskedIsToldOfALaterEndAndRemindedOfThatOne() {
		// given
		runAt(morning(0));
		// when
		this.changing.prolong(this.cycle, 1, this.opens.plusDays(40), "Two ministries asked for more time.", aes());
		List<OutgoingMail> told = this.post.deliver(this.cycle);
		// then
		assertThat(told).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("reviewer"), Troupe.address("colleague"),
					Troupe.address("harbour"));
		assertThat(told).allSatisfy((mail) -> {
			assertThat(mail.subject()).contains("the comment round on the draft report closes on");
			assertThat(mail.text()).contains("Two ministries asked for more time.", "round 1 is prolonged");
		});
		assertThat(runAt(morning(17))).as("of the day that was").isEmpty();
		assertThat(runAt(morning(37))).hasSize(3)
			.allSatisfy((mail) -> assertThat(mail.subject()).contains("still to do"));
	}

	@Test
	void whoWasAskedIsToldThatARoundIsOpenAgainAndWhoHasSpokenIsNotReminded() {
		// given
		runAt(morning(0));
		this.acts.say(this.cycle, "colleague", ONE_COORDINATOR, 0, "First comment.");
		this.stage.later(Duration.between(this.stage.now(), morning(21)).toSeconds());
		this.jobs.run(this.cycle, "intermediateCatchEvent_roundClosed");
		// when
		this.changing.prolong(this.cycle, 1, this.opens.plusDays(40), "Two ministries were late.", aes());
		List<OutgoingMail> told = this.post.deliver(this.cycle);
		// then
		assertThat(told).hasSize(3).allSatisfy((mail) -> {
			assertThat(mail.subject()).contains("the comment round on the draft report closes on");
			assertThat(mail.text()).contains("Two ministries were late.")
				.containsIgnoringWhitespaces("round 1, which had closed, is open again", "stays as it is. You may say");
		});
		assertThat(runAt(morning(37))).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("reviewer"), Troupe.address("harbour"));
	}

	@Test
	void whoWasAskedIsToldThatARoundIsCalledOffAndNobodyElse() {
		// given
		runAt(morning(0));
		// when
		this.changing.callOff(this.cycle, 1, "The draft is written anew.", aes());
		// then
		assertThat(this.post.deliver(this.cycle)).hasSize(3).allSatisfy((mail) -> {
			assertThat(mail.subject()).endsWith("the comment round on the draft report is called off");
			assertThat(mail.text()).contains("The draft is written anew.", "you need not comment");
		});
		assertThat(runAt(morning(17))).isEmpty();
	}

	@Test
	void nobodyHearsOfARoundThatIsCalledOffBeforeItsFirstDay() {
		// when
		this.changing.callOff(this.cycle, 1, "Too early.", aes());
		// then
		assertThat(this.post.deliver(this.cycle)).isEmpty();
		assertThat(runAt(morning(0))).isEmpty();
	}

	private Instant morning(int days) {
		return this.opens.plusDays(days).atTime(9, 0).atZone(ROME).toInstant();
	}

	private List<OutgoingMail> runAt(Instant moment) {
		this.stage.later(Duration.between(this.stage.now(), moment).toSeconds());
		this.reminders.claimDue();
		this.stage.later(60);
		this.pickUp.pickUp();
		return this.post.deliver(this.cycle);
	}

	private List<MailToCome> planned(String show) {
		return this.pages.of(this.cycles.get(this.cycle), new MailPlanQuery(show, null, "", 1, 200)).mails();
	}

	private ContactId contact(String name) {
		return new ContactId(this.jdbc.sql("select id from contact where email = :email")
			.param("email", Troupe.address(name))
			.query(Long.class)
			.single());
	}

	private long claims() {
		return this.jdbc.sql("select count(*) from claim where ladder = 'round' and cycle = :cycle")
			.param("cycle", this.cycle.value())
			.query(Long.class)
			.single();
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
