package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The model of the hourly run, from its timer to the mail that leaves.
 */
@ProcessTest
class ReminderProcessTest {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	@Autowired
	private Stage stage;

	@Autowired
	private PostOffice post;

	@Autowired
	private Sabotage sabotage;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Reminders reminders;

	@Autowired
	private ManagementService management;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private HistoryService history;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void gather() {
		this.jdbc.sql("update cycle set state = 'closed' where state = 'gathering'").update();
		this.cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		this.post.deliver(this.cycle);
		this.jdbc.sql("update reminder_run set covered_until = :now")
			.param("now", Timestamp.from(this.stage.now()))
			.update();
		withoutDigests();
	}

	/** As if all readers had been told for years. */
	private void withoutDigests() {
		this.jdbc.sql("""
				insert into digest (contact, on_date, claimed_at)
				select distinct contact, date '2100-01-01', now() from contact_role
				where role in ('reviewer', 'secretariat') on conflict do nothing""").update();
	}

	@AfterEach
	void endWhatIsLeft() {
		this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("reminder")
			.list()
			.forEach((run) -> this.runtime.deleteProcessInstance(run.getId(), "the test is over"));
	}

	@Test
	void theTimerFiresOnceAfterAnOutageAndThenAtTheNextFullHour() {
		// given nothing has run for three days
		to(hour(this.stage.now()).plus(Duration.ofHours(72)).plusSeconds(600));
		// when
		fire();
		// then
		assertThat(timer().getDuedate()).isEqualTo(hour(this.stage.now()).plusSeconds(3600));
		assertThat(this.runtime.createProcessInstanceQuery().processDefinitionKey("reminder").count()).isOne();
	}

	@Test
	void everyHourIsARunOfItsOwnThatEnds() {
		// given
		to(hour(this.stage.now()).plusSeconds(3600));
		// when
		String run = fire();
		step(run);
		step(run);
		// then
		assertThat(path(run)).containsExactly("startEvent_hourBegun", "serviceTask_claimDueReminders",
				"serviceTask_startMails", "endEvent_remindersQueued");
		assertThat(this.jdbc.sql("select ran_at from reminder_run").query(Timestamp.class).single().toInstant())
			.isEqualTo(this.stage.now());
	}

	@Test
	void aReminderLeavesWithin75MinutesOfItsMoment() {
		// given a run every hour
		Instant moment = ladder(-7);
		to(hour(moment).minusSeconds(3600));
		hourly();
		List<OutgoingMail> early = this.post.deliver(this.cycle);
		// when
		to(hour(moment));
		hourly();
		List<OutgoingMail> sent = this.post.deliver(this.cycle);
		// then the two rungs before it were made good by one mail
		assertThat(early).singleElement().satisfies((mail) -> assertThat(mail.subject()).contains("reminder"));
		assertThat(sent).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(Troupe.address("harbour"));
			assertThat(Duration.between(moment, mail.date())).isBetween(Duration.ZERO, Duration.ofMinutes(75));
			assertThat(mail.text()).contains(Troupe.ONE_COORDINATOR);
		});
	}

	@Test
	void theRehearsalFindsTheNextMomentAndTheRunAtItsHourClaimsIt() {
		// given
		Instant moment = this.reminders.nextMoment().orElseThrow();
		// when
		to(moment);
		hourly();
		// then
		assertThat(moment).isEqualTo(ladder(-28));
		assertThat(this.reminders.nextMoment()).hasValueSatisfying((next) -> assertThat(next).isAfter(moment));
		assertThat(this.post.deliver(this.cycle)).isNotEmpty();
	}

	@Test
	void aClaimThatFailsIsTriedAgainWhileTheTimerGoesOn() {
		// given
		to(ladder(-7));
		String run = fire();
		this.sabotage.breakTable("mail_line");
		// when
		assertThatThrownBy(() -> step(run)).hasStackTraceContaining("sabotaged");
		// then
		assertThat(job(run).getRetries()).isPositive();
		assertThat(job(run).getDuedate()).isEqualTo(this.stage.now().plusSeconds(60));
		assertThat(timer().getDuedate()).isAfter(this.stage.now());
		assertThat(claims()).isZero();
		this.sabotage.mend();
		step(run);
		assertThat(claims()).isPositive();
	}

	@Test
	void whatWasClaimedLeavesThoughTheNodeFellOverBeforeItsMailsWereStarted() {
		// given
		to(ladder(-7));
		String run = fire();
		step(run);
		List<OutgoingMail> stuck = this.post.deliver(this.cycle);
		// when the next hour comes on another node
		to(hour(this.stage.now()).plusSeconds(3600));
		hourly();
		List<OutgoingMail> sent = this.post.deliver(this.cycle);
		// then
		assertThat(stuck).isEmpty();
		assertThat(sent).hasSize(1);
		step(run);
		assertThat(this.post.deliver(this.cycle)).isEmpty();
	}

	@Test
	void anOutageIsMadeGoodByOneMail() {
		// given
		to(ladder(-14).minusSeconds(3600));
		hourly();
		this.post.deliver(this.cycle);
		// when nothing runs for two weeks and more
		to(ladder(3).plusSeconds(7200));
		hourly();
		// then
		assertThat(this.post.deliver(this.cycle)).singleElement()
			.satisfies((mail) -> assertThat(mail.subject()).contains("overdue"));
		assertThat(this.jdbc
			.sql("select rung from claim where cycle = :cycle and ladder = 'reminder' and skipped"
					+ " and rung > -28 order by rung")
			.param("cycle", this.cycle.value())
			.query(Integer.class)
			.list()).containsExactly(-14, -7, -1);
	}

	private void hourly() {
		String run = fire();
		step(run);
		step(run);
	}

	/** Lets the timer fire; the run that it started. */
	private String fire() {
		List<String> before = runs();
		this.management.executeJob(timer().getId());
		return runs().stream().filter((run) -> !before.contains(run)).findFirst().orElseThrow();
	}

	private void step(String run) {
		this.management.executeJob(job(run).getId());
	}

	private Job job(String run) {
		return this.management.createJobQuery().processInstanceId(run).singleResult();
	}

	private Job timer() {
		return this.management.createJobQuery().processDefinitionKey("reminder").timers().singleResult();
	}

	private List<String> runs() {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("reminder")
			.list()
			.stream()
			.map((run) -> run.getId())
			.toList();
	}

	private List<String> path(String run) {
		return this.history.createHistoricActivityInstanceQuery()
			.processInstanceId(run)
			.orderPartiallyByOccurrence()
			.asc()
			.list()
			.stream()
			.map(HistoricActivityInstance::getActivityId)
			.toList();
	}

	/** Nine o'clock in Rome on the day of a rung. */
	private Instant ladder(int rung) {
		Cycle gathering = this.cycles.get(this.cycle);
		LocalDate day = gathering.date(DeadlineKind.DEADLINE).plusDays(rung);
		return day.atTime(9, 0).atZone(ROME).toInstant();
	}

	private long claims() {
		return this.jdbc.sql("select count(*) from claim where cycle = :cycle and ladder = 'reminder'")
			.param("cycle", this.cycle.value())
			.query(Long.class)
			.single();
	}

	private void to(Instant moment) {
		this.stage.later(Duration.between(this.stage.now(), moment).toSeconds());
	}

	private static Instant hour(Instant moment) {
		return moment.truncatedTo(ChronoUnit.HOURS);
	}

}
