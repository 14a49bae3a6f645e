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
import org.asemeducation.stocktake.endorsement.Endorsements;
import org.asemeducation.stocktake.endorsement.noobjection.RoundActs;
import org.asemeducation.stocktake.endorsement.noobjection.RoundPlan;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The mails of a no-objection round stand in the mail plan like all others: they are
 * read, held and sent ahead. Malta and Thailand are its members.
 */
@ProcessTest
class NoObjectionMailProcessTest {

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
	private Endorsements endorsements;

	@Autowired
	private RoundActs rounds;

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
	private Reminders reminders;

	@Autowired
	private PickUpMails pickUp;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	private Instant opens;

	private Instant closes;

	@BeforeEach
	void aRoundIsPlanned() {
		this.jdbc.sql("delete from unreachable").update();
		this.cycle = this.endorsements.accepted();
		this.endorsements.withOfficials(this.cycle);
		this.opens = this.stage.now().plus(Duration.ofHours(2));
		this.closes = this.opens.plus(Duration.ofDays(9));
		this.rounds.plan(this.cycle,
				new RoundPlan(this.opens, this.closes, ROME, 2, List.of(party("Malta"), party("Thailand"))), aes());
		this.endorsements.toMinisters(this.cycle);
		this.reminders.claimDue();
		this.stage.later(60);
		this.pickUp.pickUp();
		this.post.deliver(this.cycle);
	}

	@Test
	void thePlanShowsInvitationsAndRemindersWithTheirWords() {
		// then
		assertThat(planned("coming")).filteredOn((mail) -> mail.lines().get(0).kind().startsWith("no-objection"))
			.extracting((mail) -> mail.lines().get(0).kind(), MailToCome::at)
			.hasSize(4)
			.contains(org.assertj.core.api.Assertions.tuple("no-objection", this.opens),
					org.assertj.core.api.Assertions.tuple("no-objection-reminder", reminded()));
		assertThat(this.texts.of(this.cycles.get(this.cycle), contact("malta"), this.opens, null).text())
			.contains("for Malta whether you agree to the version for ministers", "Silence counts");
		assertThat(this.jdbc.sql("select count(*) from claim where cycle = :cycle and ladder like 'no-objection%'")
			.param("cycle", this.cycle.value())
			.query(Long.class)
			.single()).as("only looked at").isZero();
	}

	@Test
	void aHeldInvitationLeavesOnceItIsReleasedAndNoneBeforeTheRoundOpens() {
		// given
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.sending.send(this.cycle, contact("thailand"), this.opens, null, aes()))
			.withMessageContaining("has not opened");
		this.holding.hold(this.cycle, contact("malta"), this.opens, null, "On leave", aes());
		// when
		open();
		// then
		assertThat(invited(this.post.deliver(this.cycle))).containsExactly(Troupe.address("thailand"));
		assertThat(invited(run())).isEmpty();
		// when
		Instant at = planned("held").stream()
			.filter((mail) -> mail.email().equals(Troupe.address("malta")))
			.map(MailToCome::at)
			.findFirst()
			.orElseThrow();
		this.holding.release(this.cycle, contact("malta"), at, null, aes());
		// then
		assertThat(invited(run())).containsExactly(Troupe.address("malta"));
		assertThat(this.jdbc.sql(
				"select distinct c.email from no_objection_told t join contact c on c.id = t.contact where t.cycle = :cycle")
			.param("cycle", this.cycle.value())
			.query(String.class)
			.list()).containsExactlyInAnyOrder(Troupe.address("malta"), Troupe.address("thailand"));
	}

	@Test
	void aReminderThatIsSentAheadIsNotSentAgainAndStandsInTheRecord() {
		// given
		open();
		this.post.deliver(this.cycle);
		// when
		this.sending.send(this.cycle, contact("thailand"), reminded(), null, aes());
		// then
		assertThat(this.post.deliver(this.cycle)).singleElement()
			.satisfies((mail) -> assertThat(mail.subject()).contains("reminder: Thailand may object until"));
		assertThat(this.jdbc
			.sql("select what from no_objection_told where cycle = :cycle and contact = :contact order by mail")
			.param("cycle", this.cycle.value())
			.param("contact", contact("thailand").value())
			.query(String.class)
			.list()).containsExactly("invited", "reminded");
		// when
		this.stage.later(Duration.between(this.stage.now(), reminded()).toSeconds());
		// then
		assertThat(invited(run())).containsExactly(Troupe.address("malta"));
	}

	private void open() {
		this.jobs.run(this.cycle, "intermediateCatchEvent_roundOpens");
		this.jobs.run(this.cycle, "serviceTask_openRound");
	}

	private List<OutgoingMail> run() {
		this.reminders.claimDue();
		this.stage.later(60);
		this.pickUp.pickUp();
		return this.post.deliver(this.cycle);
	}

	private static List<String> invited(List<OutgoingMail> mails) {
		return mails.stream()
			.filter((mail) -> mail.subject().contains("may object until"))
			.map(OutgoingMail::recipient)
			.toList();
	}

	private Instant reminded() {
		return LocalDate.ofInstant(this.closes, ROME).minusDays(2).atTime(9, 0).atZone(ROME).toInstant();
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

	private long party(String name) {
		return this.troupe.party(name).id().value();
	}

	private String aes() {
		return this.endorsements.aes();
	}

}
