package org.asemeducation.stocktake.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.RememberedMails;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MailToCome;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.letter.Written;
import org.asemeducation.stocktake.notification.transport.NotDeliveredException;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.Coordinators;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What the secretariat may do about a mail that is queued, up to the moment at which it
 * leaves.
 */
@ProcessTest
class QueuedMailsProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private PostOffice post;

	@Autowired
	private RememberedMails mails;

	@Autowired
	private Jobs jobs;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private PickUpMails pickUp;

	@Autowired
	private Requests requests;

	@Autowired
	private Delivery delivery;

	@Autowired
	private MailPlanPages pages;

	@Autowired
	private MailTexts texts;

	@Autowired
	private Samples samples;

	@Autowired
	private HoldingMails holding;

	@Autowired
	private SendingNow sending;

	@Autowired
	private ManagementService management;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private Cycles cycles;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	private MailToCome harbour;

	@BeforeEach
	void aRequestWaitsToLeave() {
		this.jdbc.sql("update cycle set state = 'closed' where state in ('opened', 'gathering')").update();
		this.cycle = this.stage.gathering(Troupe.ONE_COORDINATOR, Troupe.SUPPORTED);
		this.harbour = queued("harbour");
	}

	@Test
	void aQueuedMailThatIsHeldWaitsWithItsProcessUntilItIsReleased() {
		// when
		hold("They move house");
		// then
		Job waiting = job();
		assertThat(waiting.isSuspended()).isTrue();
		assertThat(leave()).extracting(OutgoingMail::recipient)
			.contains(Troupe.address("inland"))
			.doesNotContain(Troupe.address("harbour"));
		assertThat(show("held")).singleElement().satisfies((mail) -> {
			assertThat(mail.mail()).isEqualTo(this.harbour.mail());
			assertThat(mail.because()).isEqualTo("They move house (aes)");
		});
		assertThat(show("coming")).noneMatch((mail) -> this.harbour.mail().equals(mail.mail()));
		assertThat(
				this.texts.of(this.cycles.get(this.cycle), contact(), this.harbour.at(), this.harbour.mail()).subject())
			.as("it can still be read")
			.contains("please submit");
		// and when it is released
		this.holding.release(this.cycle, contact(), this.harbour.at(), this.harbour.mail(), aes());
		assertThat(leave()).extracting(OutgoingMail::recipient).containsExactly(Troupe.address("harbour"));
		assertThat(show("held")).isEmpty();
		assertThat(this.jdbc.sql("select act from audit where subject = :subject order by id")
			.param("subject", this.cycle + "/mail/" + this.harbour.mail())
			.query(String.class)
			.list()).containsExactly("hold mail", "release mail");
	}

	@Test
	void aHeldMailDoesNotLeaveThoughSomebodyLetsItsProcessGoOnInCockpit() {
		// given
		this.stage.later(60);
		this.management.executeJob(job().getId());
		hold("Wait");
		this.runtime.activateProcessInstanceById(instance());
		// when
		assertThatThrownBy(() -> this.management.executeJob(job().getId()))
			.hasStackTraceContaining("Mail %d is held: release it in the mail plan.".formatted(this.harbour.mail()));
		// then
		assertThat(this.mails.sent()).isEmpty();
		assertThat(attempts()).isZero();
		this.holding.release(this.cycle, contact(), this.harbour.at(), this.harbour.mail(), aes());
		assertThat(leave()).extracting(OutgoingMail::recipient).contains(Troupe.address("harbour"));
	}

	@Test
	void nothingJoinsAMailThatIsHeld() {
		// given
		hold("Wait");
		this.jdbc.sql("delete from claim where cycle = :cycle and contact = :contact")
			.param("cycle", this.cycle.value())
			.param("contact", this.harbour.contact())
			.update();
		// when within the minute in which it would be joined
		this.requests.queueOne(this.cycle, new InitiativeId(Troupe.ONE_COORDINATOR));
		// then
		assertThat(leave()).extracting(OutgoingMail::recipient).contains(Troupe.address("harbour"));
		assertThat(show("held")).hasSize(1);
	}

	@Test
	void whatHasNoProcessYetGetsNoneWhileItIsHeld() {
		// given
		this.runtime.deleteProcessInstance(instance(), "a node was stopped before it started it");
		this.jdbc.sql("update mail set process_instance = null where id = :mail")
			.param("mail", this.harbour.mail())
			.update();
		hold("Wait");
		// when
		this.stage.later(3600);
		this.pickUp.pickUp();
		// then
		assertThat(this.jdbc.sql("select count(process_instance) from mail where id = :mail")
			.param("mail", this.harbour.mail())
			.query(Long.class)
			.single()).isZero();
		// and when it is released
		this.holding.release(this.cycle, contact(), this.harbour.at(), this.harbour.mail(), aes());
		assertThat(leave()).extracting(OutgoingMail::recipient).contains(Troupe.address("harbour"));
	}

	@Test
	void whatStoppedBeingTrueWhileItWasHeldIsNotSent() {
		// given
		hold("Wait");
		this.coordinators.submit(this.cycle, Troupe.ONE_COORDINATOR, "harbour", "Done");
		// when
		this.holding.release(this.cycle, contact(), this.harbour.at(), this.harbour.mail(), aes());
		// then
		assertThat(leave()).extracting(OutgoingMail::recipient).doesNotContain(Troupe.address("harbour"));
		assertThat(state()).isEqualTo("cancelled");
	}

	@Test
	void sentNowALaterAttemptIsMadeAtOnce() {
		// given
		this.mails.refuse("451 too many mails");
		this.stage.later(60);
		this.management.executeJob(job().getId());
		tryInVain();
		assertThat(show("coming")).filteredOn((mail) -> this.harbour.mail().equals(mail.mail()))
			.singleElement()
			.satisfies(
					(mail) -> assertThat(mail.at()).as("its next attempt").isEqualTo(this.stage.now().plusSeconds(60)));
		this.mails.refuse("");
		// when
		sendNow();
		// then
		assertThat(job().getDuedate()).isEqualTo(Date.from(this.stage.now()));
		this.management.executeJob(job().getId());
		assertThat(this.mails.sent()).extracting(OutgoingMail::recipient).containsExactly(Troupe.address("harbour"));
		assertThatThrownBy(this::sendNow).isInstanceOf(Refused.class)
			.hasMessage("This mail has just left: look at the plan again.");
	}

	@Test
	void sentNowAMailThatWasGivenUpIsTriedOnceMore() {
		// given
		this.stage.later(60);
		this.management.executeJob(job().getId());
		this.mails.refuse("451 too many mails");
		this.management.setJobRetries(job().getId(), 1);
		tryInVain();
		this.management.setJobRetries(job().getId(), 0);
		assertThat(incidents()).isOne();
		this.mails.refuse("");
		// when
		sendNow();
		// then
		assertThat(incidents()).isZero();
		this.management.executeJob(job().getId());
		assertThat(state()).isEqualTo("sent");
	}

	@Test
	void sentNowAHeldMailIsReleasedAndLeavesBeforeItsTime() {
		// given
		hold("Wait");
		Instant before = this.stage.now();
		// when
		sendNow();
		// then
		assertThat(job().isSuspended()).isFalse();
		assertThat(job().getDuedate()).isEqualTo(Date.from(before));
		this.management.executeJob(job().getId());
		this.management.executeJob(job().getId());
		assertThat(this.mails.sent()).extracting(OutgoingMail::recipient).containsExactly(Troupe.address("harbour"));
		assertThat(show("held")).isEmpty();
	}

	@Test
	void whatIsLeavingInThatVeryMomentIsNeitherHeldNorSentTwice() {
		// given
		this.jdbc.sql("update mail set state = 'sending', sending_until = now() + interval '1 minute' where id = :mail")
			.param("mail", this.harbour.mail())
			.update();
		// when, then
		assertThatThrownBy(() -> hold("Wait")).isInstanceOf(Refused.class)
			.hasMessage("This mail is leaving in this very moment: look at the plan again in two minutes.");
		assertThatThrownBy(this::sendNow).isInstanceOf(Refused.class)
			.hasMessageStartingWith("This mail is leaving in this very moment");
		assertThat(show("held")).isEmpty();
		assertThat(job().isSuspended()).isFalse();
	}

	@Test
	void whoeverHoldsAMailAsItIsTakenToTheServerKeepsIt() {
		// given
		this.stage.later(60);
		this.management.executeJob(job().getId());
		String job = job().getId();
		// when the server would be asked while the hold is not committed yet
		List<Optional<Throwable>> told = this.sameMoment.actBeforeTheCommitOf(() -> hold("Wait"),
				() -> this.management.executeJob(job));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).isPresent();
		assertThat(this.mails.sent()).isEmpty();
		assertThat(job().isSuspended()).isTrue();
		this.holding.release(this.cycle, contact(), this.harbour.at(), this.harbour.mail(), aes());
		assertThat(leave()).extracting(OutgoingMail::recipient).contains(Troupe.address("harbour"));
	}

	@Test
	void whoeverHoldsAMailWhileItsLinesAreBundledKeepsItWhole() {
		// given
		this.stage.later(60);
		String job = job().getId();
		// when
		List<Optional<Throwable>> told = this.sameMoment.actBeforeTheCommitOf(() -> hold("Wait"),
				() -> this.management.executeJob(job));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).as("the step is rolled back").isPresent();
		assertThat(job().getId()).isEqualTo(job);
		assertThat(job().isSuspended()).isTrue();
	}

	@Test
	void whatTheServerHasIsNotHeld() {
		// given
		this.stage.later(60);
		// when
		List<Optional<Throwable>> told = this.sameMoment
			.actBeforeTheCommitOf(() -> this.delivery.deliver(this.harbour.mail()), () -> hold("Too late"));
		// then
		assertThat(told.get(1)).hasValueSatisfying((refusal) -> assertThat(refusal).isInstanceOf(Refused.class)
			.hasMessage("This mail has just left: look at the plan again."));
		assertThat(this.mails.sent()).hasSize(1);
	}

	@Test
	void whoeverHoldsOrReleasesTwiceIsToldSo() {
		// given
		hold("Wait");
		// when, then
		assertThatThrownBy(() -> hold("Wait")).isInstanceOf(Refused.class).hasMessageContaining("held already");
		this.holding.release(this.cycle, contact(), this.harbour.at(), this.harbour.mail(), aes());
		assertThatThrownBy(
				() -> this.holding.release(this.cycle, contact(), this.harbour.at(), this.harbour.mail(), aes()))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("not held any more");
	}

	@Test
	void whomMailDoesNotReachIsNotSentToThoughSomebodySaysNow() {
		// given
		this.jdbc.sql("insert into unreachable (contact, address, since, because) values (:contact, 'x', now(), '550')")
			.param("contact", this.harbour.contact())
			.update();
		try {
			// when, then
			assertThatThrownBy(this::sendNow).isInstanceOf(Refused.class).hasMessageContaining("does not reach");
		}
		finally {
			this.jdbc.sql("delete from unreachable where contact = :contact")
				.param("contact", this.harbour.contact())
				.update();
		}
	}

	@Test
	void aMailOfSomebodyElseOrOfAnotherCycleIsNotMeant() {
		long inland = queued("inland").mail();
		assertThatThrownBy(() -> this.holding.hold(this.cycle, contact(), this.harbour.at(), inland, "Wait", aes()))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("not to come any more");
	}

	@Test
	void aSampleThatWaitsIsReadAsItStandsAndHeldLikeAnyOther() {
		// given
		Written written = new Written("Please submit", "Dear all", "<body><p>Dear all</p></body>", List.of());
		this.samples.send(this.cycle, contact(), this.harbour.at(), written, aes());
		MailToCome sample = queued("aes");
		ContactId reader = new ContactId(sample.contact());
		// when
		Written read = this.texts.of(this.cycles.get(this.cycle), reader, sample.at(), sample.mail());
		this.holding.hold(this.cycle, reader, sample.at(), sample.mail(), "Wait", aes());
		// then
		assertThat(read.subject()).isEqualTo("[Sample] Please submit");
		assertThat(leave()).extracting(OutgoingMail::recipient)
			.contains(Troupe.address("harbour"))
			.doesNotContain(Troupe.address("aes"));
	}

	private void hold(String reason) {
		this.holding.hold(this.cycle, contact(), this.harbour.at(), this.harbour.mail(), reason, aes());
	}

	private void sendNow() {
		this.sending.send(this.cycle, contact(), this.harbour.at(), this.harbour.mail(), aes());
	}

	private void tryInVain() {
		String job = job().getId();
		assertThatThrownBy(() -> this.management.executeJob(job)).isInstanceOf(NotDeliveredException.class);
	}

	/**
	 * What the job executor would do within an hour: it leaves alone what is suspended.
	 */
	private List<OutgoingMail> leave() {
		int before = this.mails.sent().size();
		this.stage.later(Duration.ofHours(1).toSeconds());
		for (String element : List.of("intermediateCatchEvent_bundlingTimeOver", "serviceTask_deliverMail")) {
			this.jobs.at(this.cycle, element)
				.stream()
				.filter((job) -> !job.isSuspended())
				.forEach((job) -> this.management.executeJob(job.getId()));
		}
		return this.mails.sent().subList(before, this.mails.sent().size());
	}

	private MailToCome queued(String person) {
		return show("coming").stream()
			.filter((mail) -> mail.mail() != null && mail.email().equals(Troupe.address(person)))
			.findFirst()
			.orElseThrow();
	}

	private List<MailToCome> show(String which) {
		return this.pages.of(this.cycles.get(this.cycle), new MailPlanQuery(which, null, "", 1, 200)).mails();
	}

	private ContactId contact() {
		return new ContactId(this.harbour.contact());
	}

	private String instance() {
		return this.jdbc.sql("select process_instance from mail where id = :mail")
			.param("mail", this.harbour.mail())
			.query(String.class)
			.single();
	}

	private Job job() {
		return this.management.createJobQuery().processInstanceId(instance()).singleResult();
	}

	private long incidents() {
		return this.runtime.createIncidentQuery().processInstanceId(instance()).count();
	}

	private String state() {
		return this.jdbc.sql("select state from mail where id = :mail")
			.param("mail", this.harbour.mail())
			.query(String.class)
			.single();
	}

	private long attempts() {
		return this.jdbc.sql("select count(*) from delivery_attempt where mail = :mail")
			.param("mail", this.harbour.mail())
			.query(Long.class)
			.single();
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
