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
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.cycle.MailToCome;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Before a cycle asks for updates it asks who the contacts are.
 */
@ProcessTest
class ConfirmationProcessTest {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	@Autowired
	private Stage stage;

	@Autowired
	private PostOffice post;

	@Autowired
	private Troupe troupe;

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
	private Jobs jobs;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	private LocalDate requests;

	@BeforeEach
	void aCycleIsOpen() {
		this.jdbc.sql("delete from unreachable").update();
		this.jdbc.sql("update cycle set state = 'closed' where state in ('opened', 'gathering')").update();
		this.jdbc.sql("""
				insert into digest (contact, on_date, claimed_at)
				select distinct contact, date '2100-01-01', now() from contact_role
				where role in ('reviewer', 'secretariat') on conflict do nothing""").update();
		this.cycle = this.stage.openWith(List.of(Troupe.ONE_COORDINATOR, Troupe.TWO_COORDINATORS));
		this.requests = this.cycles.get(this.cycle).date(DeadlineKind.REQUEST);
	}

	@Test
	void everyContactIsAskedOnceFourWeeksBeforeTheRequestsAndRemindedOnce() {
		// when
		runAt(before(29));
		List<OutgoingMail> early = this.post.deliver(this.cycle);
		runAt(before(28));
		List<OutgoingMail> asked = this.post.deliver(this.cycle);
		runAt(before(20));
		List<OutgoingMail> between = this.post.deliver(this.cycle);
		runAt(before(14));
		List<OutgoingMail> reminded = this.post.deliver(this.cycle);
		runAt(before(8));
		List<OutgoingMail> later = this.post.deliver(this.cycle);
		// then
		assertThat(early).isEmpty();
		assertThat(asked).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("harbour"), Troupe.address("malta"));
		assertThat(between).isEmpty();
		assertThat(reminded).extracting(OutgoingMail::subject)
			.hasSize(2)
			.allSatisfy((subject) -> assertThat(subject).contains("still to do"));
		assertThat(later).isEmpty();
	}

	@Test
	void theMailNamesWhatWillBeAskedForAndWhereToAnswer() {
		// when
		runAt(before(28));
		OutgoingMail mail = to("harbour", this.post.deliver(this.cycle));
		// then
		assertThat(mail.subject()).isEqualTo(this.cycle + ": please confirm that you are the contact");
		assertThat(mail.text()).contains("One coordinator", "Two coordinators", "/my/contact/" + this.cycle,
				Troupe.address("harbour"));
		assertThat(mail.text().lines().findFirst().orElseThrow()).contains("harbour (HU), please confirm");
		assertThat(calendarEntries()).as("nothing is due by any day yet").isZero();
	}

	@Test
	void whoHasAnsweredIsNotReminded() {
		// given
		runAt(before(28));
		this.post.deliver(this.cycle);
		// when
		answered("harbour");
		runAt(before(14));
		// then
		assertThat(this.post.deliver(this.cycle)).extracting(OutgoingMail::recipient)
			.containsExactly(Troupe.address("malta"));
	}

	@Test
	void whoAnswersBeforeTheMailLeavesDoesNotGetIt() {
		// given
		runAt(before(28));
		// when
		answered("harbour");
		// then
		assertThat(this.post.deliver(this.cycle)).extracting(OutgoingMail::recipient)
			.containsExactly(Troupe.address("malta"));
	}

	@Test
	void onceTheRequestsHaveGoneOutNobodyIsAsked() {
		// given
		runAt(before(14));
		this.stage.gather(this.cycle);
		// when
		List<OutgoingMail> mails = this.post.deliver(this.cycle);
		// then
		assertThat(mails).extracting(OutgoingMail::subject)
			.isNotEmpty()
			.noneMatch((subject) -> subject.contains("confirm"));
		runAt(this.stage.now().plus(Duration.ofHours(1)));
		assertThat(claims()).as("they were claimed before").isEqualTo(claimsOf(0));
	}

	@Test
	void anOutageOfFiveDaysIsMadeGoodByOneMail() {
		// when
		runAt(before(23));
		// then
		assertThat(this.post.deliver(this.cycle)).hasSize(2);
		assertThat(claims()).isEqualTo(claimsOf(0));
	}

	@Test
	void thePlanShowsWhatTheRunMails() {
		// given
		List<MailToCome> planned = planned("coming").stream().filter((mail) -> kind(mail).equals("confirm")).toList();
		// when, then
		assertThat(planned).extracting(MailToCome::at).containsExactly(before(28), before(28), before(14), before(14));
		assertThat(this.reminders.nextMoment()).contains(before(28));
		runAt(before(28));
		assertThat(this.post.deliver(this.cycle)).hasSize(2);
		assertThat(this.reminders.nextMoment()).contains(before(14));
	}

	@Test
	void aHeldOneWaitsAndOneSentNowIsNotSentAgain() {
		// given
		ContactId harbour = contact("harbour");
		ContactId malta = contact("malta");
		// when
		this.holding.hold(this.cycle, harbour, before(28), null, "They are on leave", aes());
		this.sending.send(this.cycle, malta, before(28), null, aes());
		List<OutgoingMail> now = this.post.deliver(this.cycle);
		runAt(before(28));
		List<OutgoingMail> onTheDay = this.post.deliver(this.cycle);
		// then
		assertThat(now).extracting(OutgoingMail::recipient).containsExactly(Troupe.address("malta"));
		assertThat(onTheDay).isEmpty();
		assertThat(planned("held")).extracting(MailToCome::email).contains(Troupe.address("harbour"));
	}

	@Test
	void whoIsLeftOutOfTheRequestsIsNotAskedEither() {
		// given
		this.jdbc.sql("""
				insert into mail_hold (cycle, contact, ladder, act, reason, held_at, held_by)
				values (:cycle, :contact, 'request', 'open cycle', 'Left out', now(), 'x')""")
			.param("cycle", this.cycle.value())
			.param("contact", contact("harbour").value())
			.update();
		// when
		runAt(before(28));
		// then
		assertThat(this.post.deliver(this.cycle)).extracting(OutgoingMail::recipient)
			.containsExactly(Troupe.address("malta"));
		assertThat(planned("held")).extracting(ConfirmationProcessTest::kind).doesNotContain("confirm");
	}

	private void answered(String person) {
		this.jdbc.sql("""
				insert into contact_confirmation (cycle, contact, answer, answered_at, answered_by)
				values (:cycle, :contact, 'still', now(), 'x')""")
			.param("cycle", this.cycle.value())
			.param("contact", contact(person).value())
			.update();
	}

	private Instant before(int days) {
		return this.requests.minusDays(days).atTime(9, 0).atZone(ROME).toInstant();
	}

	private void runAt(Instant moment) {
		this.stage.later(Duration.between(this.stage.now(), moment).toSeconds());
		this.reminders.claimDue();
		this.stage.later(60);
		this.pickUp.pickUp();
	}

	private List<MailToCome> planned(String show) {
		return this.pages.of(this.cycles.get(this.cycle), new MailPlanQuery(show, null, "", 1, 200)).mails();
	}

	private static String kind(MailToCome mail) {
		return mail.lines().get(0).kind();
	}

	private static OutgoingMail to(String person, List<OutgoingMail> mails) {
		return mails.stream()
			.filter((mail) -> mail.recipient().equals(Troupe.address(person)))
			.findFirst()
			.orElseThrow();
	}

	private long claims() {
		return count("select count(*) from claim where ladder = 'confirm' and cycle = ?");
	}

	private long claimsOf(int round) {
		return count(
				"select count(*) from claim where ladder = 'confirm' and round = %d and cycle = ?".formatted(round));
	}

	private long calendarEntries() {
		return count("select count(*) from calendar_entry where cycle = ?");
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).param(this.cycle.value()).query(Long.class).single();
	}

	private ContactId contact(String person) {
		return new ContactId(this.jdbc.sql("select id from contact where email = ?")
			.param(Troupe.address(person))
			.query(Long.class)
			.single());
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
