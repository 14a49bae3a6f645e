package org.asemeducation.stocktake.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.asemeducation.stocktake.notification.transport.NotDeliveredException;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailProcessTest {

	private Desk desk;

	private long asef;

	private InitiativeId initiative;

	private long mail;

	@BeforeEach
	void queueOneMail() {
		MailRoom.tidy();
		this.desk = new Desk(MailRoom.jdbc());
		this.asef = this.desk.party("ASEF");
		this.initiative = this.desk.asked("A01-I02", "ASEF’s Education Programmes");
		this.desk.role("coordinator", this.asef, this.initiative);
		MailRoom.get(Requests.class).queue(this.desk.cycle);
		this.mail = this.desk.mails(this.asef).get(0);
	}

	@AfterEach
	void close() {
		this.desk.close();
		MailRoom.leave();
	}

	@Test
	void waitsForItsLinesThenLeaves() {
		// given
		assertThat(MailRoom.job(this.mail).getDuedate()).isEqualTo(MailRoom.MORNING.plusSeconds(60));
		// when
		MailRoom.at(MailRoom.MORNING.plusSeconds(60));
		MailRoom.run(this.mail);
		MailRoom.run(this.mail);
		// then
		assertThat(this.desk.state(this.mail)).isEqualTo("sent");
		assertThat(this.desk.attempts(this.mail)).containsExactly("sent");
		assertThat(path()).containsExactly("startEvent_mailQueued", "intermediateCatchEvent_bundlingTimeOver",
				"serviceTask_bundleLines", "exclusiveGateway_anythingToSay", "exclusiveGateway_turnToWaitFor",
				"exclusiveGateway_readyToLeave", "serviceTask_deliverMail", "exclusiveGateway_addresseeReceivesMail",
				"endEvent_mailDelivered");
		assertThat(MailRoom.transport().sent).singleElement().satisfies((sent) -> {
			assertThat(sent.recipient()).isEqualTo(this.desk.email(this.asef));
			assertThat(sent.date()).isEqualTo(MailRoom.MORNING.plusSeconds(60));
			assertThat(sent.text())
				.contains("https://stocktake.example.org/i/%s/%s".formatted(this.desk.cycle, this.initiative));
		});
	}

	@Test
	void theLedgerKnowsWhichClaimEachLineFulfilsAndWhatWasAnsweredToWhom() {
		// given
		MailRoom.run(this.mail);
		MailRoom.transport().refusing = "451 not now";
		failOnce();
		MailRoom.transport().refusing = null;
		// when
		MailRoom.run(this.mail);
		// then
		assertThat(MailRoom.jdbc().sql("""
				select c.ladder || ' ' || c.deadline from mail_line l join mail m on m.id = l.mail
				join claim c on c.cycle = m.cycle and c.contact = m.contact and c.initiative = l.initiative
				    and c.ladder = l.ladder and c.round = l.round and c.rung = coalesce(l.rung, 0)
				    and c.deadline = l.counted
				where m.id = :mail""").param("mail", this.mail).query(String.class).list())
			.containsExactly("request 2023-09-15");
		assertThat(MailRoom.jdbc().sql("""
				select recipient || ' ' || outcome || ' ' || coalesce(answer, '-') from delivery_attempt
				where mail = :mail order by number""").param("mail", this.mail).query(String.class).list())
			.containsExactly(this.desk.email(this.asef) + " 451 not now -",
					this.desk.email(this.asef) + " sent 250 2.0.0 taken");
	}

	@Test
	void isFoundInCockpitByItsCycleAndNumber() {
		// when
		String key = MailRoom.get(RuntimeService.class)
			.createProcessInstanceQuery()
			.processInstanceId(MailRoom.job(this.mail).getProcessInstanceId())
			.singleResult()
			.getBusinessKey();
		// then
		assertThat(key).isEqualTo("%s/mail/%d".formatted(this.desk.cycle, this.mail));
	}

	@Test
	void endsWithoutAMailWhenNothingIsLeftToSay() {
		// given
		this.desk.submitted(this.initiative);
		// when
		MailRoom.run(this.mail);
		// then
		assertThat(this.desk.state(this.mail)).isEqualTo("cancelled");
		assertThat(this.desk.lines(this.mail)).isEmpty();
		assertThat(path()).endsWith("exclusiveGateway_anythingToSay", "endEvent_nothingLeftToSay")
			.doesNotContain("serviceTask_deliverMail");
		assertThat(MailRoom.transport().sent).isEmpty();
	}

	@Test
	void aLineThatIsNoLongerTrueIsDroppedAndTheRestIsSent() {
		// given
		InitiativeId other = this.desk.asked("A02-I01", "Toolkit for inclusive mobility");
		this.desk.role("coordinator", this.asef, other);
		MailRoom.get(Requests.class).queueOne(this.desk.cycle, other);
		this.desk.submitted(this.initiative);
		// when
		MailRoom.run(this.mail);
		MailRoom.run(this.mail);
		// then
		assertThat(this.desk.lines(this.mail)).containsExactly("request " + other + "/-");
		assertThat(sent().text()).contains("Toolkit for inclusive mobility").doesNotContain("Education Programmes");
	}

	@Test
	void whoReceivesNoMailGetsNoneButWhatOpensTheAccount() {
		// given
		MailRoom.jdbc().sql("update contact set no_mail = true where id = " + this.asef).update();
		// when
		MailRoom.run(this.mail);
		boolean invited = MailRoom.get(Bundling.class).sift(invitation());
		// then
		assertThat(this.desk.state(this.mail)).isEqualTo("cancelled");
		assertThat(this.desk.lines(this.mail)).isEmpty();
		assertThat(MailRoom.transport().sent).isEmpty();
		assertThat(invited).isTrue();
	}

	@Test
	void aPublicationIsToldOnlyToWhoStillStandsInTheList() {
		// given
		MailRoom.jdbc().sql("""
				insert into for_information (party, name, email, entered_at, entered_by)
				select min(id), 'Office', 'office@body.example', now(), 'x' from party""").update();
		long mail = MailRoom.jdbc().sql("""
				insert into mail (addressee, recipient, state, queued_at, bundled_at, subject, text, html)
				values ('Office', 'office@body.example', 'queued', now(), now(), 'Published', 'Text', '<p>Text</p>')
				returning id""").query(Long.class).single();
		MailRoom.jdbc()
			.sql("insert into mail_line (mail, kind, about) values (" + mail + ", 'published', 'report')")
			.update();
		// when
		boolean listed = MailRoom.get(Bundling.class).bundle(mail);
		String written = MailRoom.jdbc().sql("select text from mail where id = " + mail).query(String.class).single();
		MailRoom.jdbc().sql("delete from for_information").update();
		boolean removed = MailRoom.get(Bundling.class).bundle(mail);
		// then
		assertThat(listed).isTrue();
		assertThat(written).isEqualTo("Text");
		assertThat(removed).isFalse();
		assertThat(this.desk.state(mail)).isEqualTo("cancelled");
	}

	private long invitation() {
		long invitation = MailRoom.jdbc()
			.sql("""
					insert into mail (contact, recipient, state, queued_at, bundled_at) select id, email, 'queued', now(), now()
					from contact where id = :id returning id""")
			.param("id", this.asef)
			.query(Long.class)
			.single();
		MailRoom.jdbc().sql("insert into mail_line (mail, kind) values (" + invitation + ", 'invitation')").update();
		return invitation;
	}

	@Test
	void aContactWhoWasRemovedGetsNothing() {
		// given
		this.desk.remove(this.asef);
		// when
		MailRoom.run(this.mail);
		// then
		assertThat(this.desk.state(this.mail)).isEqualTo("cancelled");
	}

	@Test
	void aFailureIsTriedAgainAfterOneMinuteTenMinutesOneSixAndTwentyFourHoursThenIsAnIncident() {
		// given
		MailRoom.run(this.mail);
		MailRoom.transport().refusing = "451 the server is having a rest";
		Instant now = MailRoom.MORNING;
		// when, then
		for (String pause : List.of("PT1M", "PT10M", "PT1H", "PT6H", "PT24H")) {
			failOnce();
			Job waiting = MailRoom.job(this.mail);
			assertThat(waiting.getDuedate()).isEqualTo(now.plus(Duration.parse(pause)));
			assertThat(waiting.getRetries()).isPositive();
			now = now.plus(Duration.parse(pause));
			MailRoom.at(now);
		}
		failOnce();
		assertThat(MailRoom.job(this.mail).getRetries()).isZero();
		assertThat(MailRoom.get(RuntimeService.class)
			.createIncidentQuery()
			.processInstanceId(MailRoom.job(this.mail).getProcessInstanceId())
			.singleResult()
			.getIncidentMessage()).contains(this.desk.email(this.asef), "451 the server is having a rest");
		assertThat(this.desk.attempts(this.mail)).hasSize(6).containsOnly("451 the server is having a rest");
		assertThat(this.desk.state(this.mail)).isEqualTo("sending");
	}

	@Test
	void whereMailsArePacedEachWaitsForItsTurn() {
		// given
		MailRoom.perMinute(30);
		long second = another("ESN");
		long third = another("UIL");
		// when
		MailRoom.run(this.mail);
		MailRoom.run(second);
		MailRoom.run(third);
		// then
		assertThat(standsAt(this.mail)).isEqualTo("serviceTask_deliverMail");
		assertThat(standsAt(second)).isEqualTo("intermediateCatchEvent_turnCome");
		assertThat(MailRoom.job(second).getDuedate()).isEqualTo(MailRoom.MORNING.plusSeconds(2));
		assertThat(MailRoom.job(third).getDuedate()).isEqualTo(MailRoom.MORNING.plusSeconds(4));
		MailRoom.at(MailRoom.MORNING.plusSeconds(2));
		MailRoom.run(second);
		MailRoom.run(second);
		assertThat(this.desk.state(second)).isEqualTo("sent");
	}

	@Test
	void aMailThatIsTriedAgainKeepsItsTimeAndTheOthersWaitForIt() {
		// given
		MailRoom.perMinute(30);
		MailRoom.run(this.mail);
		MailRoom.transport().refusing = "451 not now";
		failOnce();
		assertThat(MailRoom.job(this.mail).getDuedate()).isEqualTo(MailRoom.MORNING.plusSeconds(60));
		MailRoom.at(MailRoom.MORNING.plusSeconds(60));
		failOnce();
		long second = another("ESN");
		// when
		MailRoom.run(second);
		// then
		assertThat(standsAt(second)).isEqualTo("intermediateCatchEvent_turnCome");
		assertThat(MailRoom.job(second).getDuedate()).isEqualTo(MailRoom.MORNING.plusSeconds(62));
	}

	@Test
	void afterAPauseNobodyWaitsAndTheTurnsThatWereNotTakenAreNotMadeUpFor() {
		// given
		MailRoom.perMinute(30);
		MailRoom.run(this.mail);
		MailRoom.at(MailRoom.MORNING.plusSeconds(600));
		long second = another("ESN");
		long third = another("UIL");
		// when
		MailRoom.run(second);
		MailRoom.run(third);
		// then
		assertThat(standsAt(second)).isEqualTo("serviceTask_deliverMail");
		assertThat(MailRoom.job(third).getDuedate()).isEqualTo(MailRoom.MORNING.plusSeconds(602));
	}

	@Test
	void aMailThatFailedLeavesUnderTheSameMessageIdOnceTheServerIsBack() {
		// given
		MailRoom.run(this.mail);
		MailRoom.transport().refusing = "connection refused";
		failOnce();
		String messageId = messageId();
		// when
		MailRoom.transport().refusing = null;
		MailRoom.run(this.mail);
		// then
		assertThat(this.desk.attempts(this.mail)).containsExactly("connection refused", "sent");
		assertThat(sent().messageId()).isEqualTo(messageId)
			.matches("<mail-%d-[0-9a-f]{16}@stocktake.example.org>".formatted(this.mail));
	}

	@Test
	void aMailThatStoppedBeingTrueBetweenTwoAttemptsIsNotSent() {
		// given
		MailRoom.run(this.mail);
		MailRoom.transport().refusing = "connection refused";
		failOnce();
		this.desk.submitted(this.initiative);
		// when
		MailRoom.transport().refusing = null;
		MailRoom.run(this.mail);
		// then
		assertThat(MailRoom.transport().sent).isEmpty();
		assertThat(this.desk.state(this.mail)).isEqualTo("cancelled");
	}

	@Test
	void aMailThatTheServerTookIsNotSentAgainWhenTheJobFailsAfterwards() {
		// given
		MailRoom.run(this.mail);
		// when
		assertThatThrownBy(() -> MailRoom.inTransaction(() -> {
			MailRoom.get(Delivery.class).deliver(this.mail);
			throw new IllegalStateException("the job is rolled back");
		})).hasMessageContaining("rolled back");
		MailRoom.run(this.mail);
		// then
		assertThat(MailRoom.transport().sent).hasSize(1);
		assertThat(this.desk.attempts(this.mail)).containsExactly("sent");
	}

	@Test
	void aMailThatAnotherAttemptHasIsLeftAloneForTwoMinutes() {
		// given
		MailRoom.run(this.mail);
		this.desk.sql("update mail set state = 'sending', sending_until = now() + interval '1 minute' where id = "
				+ this.mail);
		// when, then
		assertThatThrownBy(() -> MailRoom.get(Delivery.class).deliver(this.mail))
			.hasMessageContaining("is being sent by another attempt");
		this.desk.sql("update mail set sending_until = now() - interval '1 second' where id = " + this.mail);
		MailRoom.get(Delivery.class).deliver(this.mail);
		assertThat(MailRoom.transport().sent).hasSize(1);
	}

	@Test
	void mailsWithoutAProcessArePickedUpAfterAMinute() {
		// given
		long second = this.desk.number("""
				insert into mail (cycle, contact, recipient, state, queued_at, bundled_at)
				select cycle, contact, recipient, 'queued', queued_at, bundled_at from mail where id = %d returning id
				""".formatted(this.mail));
		PickUpMails pickUp = MailRoom.get(PickUpMails.class);
		// when
		MailRoom.at(MailRoom.MORNING.plusSeconds(59));
		pickUp.pickUp();
		boolean early = hasProcess(second);
		MailRoom.at(MailRoom.MORNING.plusSeconds(60));
		pickUp.pickUp();
		// then
		assertThat(early).isFalse();
		assertThat(hasProcess(second)).isTrue();
		assertThat(pickUp.pickUp()).isZero();
	}

	@Test
	void theFirstHundredStartWithTheirQueueingAndTheRestRightAfterIt() {
		// given
		long party = this.desk.partyOf(this.asef);
		for (int i = 0; i < 220; i++) {
			this.desk.contact(party, "person%d@%s.example".formatted(i, this.desk.cycle.value().toLowerCase()));
		}
		AtomicLong within = new AtomicLong();
		// when
		MailRoom.inTransaction(() -> {
			MailRoom.get(Requests.class).queue(this.desk.cycle);
			within.set(withProcess());
		});
		// then
		assertThat(within.get()).isEqualTo(101);
		assertThat(withProcess()).isEqualTo(221);
	}

	@Test
	void startingAMailNeedsNobodysRights() {
		// given
		InitiativeId other = this.desk.asked("A02-I01", "Toolkit");
		long reviewer = this.desk.party("SWG");
		this.desk.role("coordinator", reviewer, other);
		IdentityService identity = MailRoom.get(IdentityService.class);
		identity.setAuthentication("reviewer", List.of("swg"));
		try {
			// when
			MailRoom.get(Requests.class).queueOne(this.desk.cycle, other);
			// then
			assertThat(hasProcess(this.desk.mails(reviewer).get(0))).isTrue();
			assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("reviewer");
		}
		finally {
			identity.clearAuthentication();
		}
	}

	/** The mail of somebody else who coordinates. */
	private long another(String acronym) {
		long contact = this.desk.party(acronym);
		InitiativeId other = this.desk.asked("A03-I%02d".formatted(contact % 100), "Another");
		this.desk.role("coordinator", contact, other);
		MailRoom.get(Requests.class).queueOne(this.desk.cycle, other);
		return this.desk.mails(contact).get(0);
	}

	private String standsAt(long mail) {
		return MailRoom.jdbc()
			.sql("select d.act_id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ where j.id_ = :job")
			.param("job", MailRoom.job(mail).getId())
			.query(String.class)
			.single();
	}

	private void failOnce() {
		String job = MailRoom.job(this.mail).getId();
		assertThatThrownBy(() -> MailRoom.get(ManagementService.class).executeJob(job))
			.isInstanceOf(NotDeliveredException.class);
	}

	private OutgoingMail sent() {
		assertThat(MailRoom.transport().sent).hasSize(1);
		return MailRoom.transport().sent.get(0);
	}

	private String messageId() {
		return MailRoom.jdbc().sql("select message_id from mail where id = " + this.mail).query(String.class).single();
	}

	private boolean hasProcess(long mail) {
		return this.desk.number("select count(process_instance) from mail where id = " + mail) == 1;
	}

	private long withProcess() {
		return this.desk
			.number("select count(process_instance) from mail where cycle = '%s'".formatted(this.desk.cycle));
	}

	private List<String> path() {
		return MailRoom.get(ProcessEngine.class)
			.getHistoryService()
			.createHistoricActivityInstanceQuery()
			.processInstanceId(MailRoom.jdbc()
				.sql("select process_instance from mail where id = " + this.mail)
				.query(String.class)
				.single())
			.orderPartiallyByOccurrence()
			.asc()
			.list()
			.stream()
			.map(HistoricActivityInstance::getActivityId)
			.toList();
	}

}
