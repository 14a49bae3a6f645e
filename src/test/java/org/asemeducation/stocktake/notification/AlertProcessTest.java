package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.RememberedMails;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * What the secretariat is told when something does not work, when and how often.
 */
@ProcessTest
class AlertProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private RememberedMails mails;

	@Autowired
	private Sabotage sabotage;

	@Autowired
	private ManagementService management;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private Alerts alerts;

	@Autowired
	private AlertDelivery delivery;

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void gatherWhereAllIsWell() {
		this.jdbc.sql("update mail set state = 'cancelled', secret = null where state in ('queued', 'sending')")
			.update();
		this.jdbc.sql("delete from act_ru_incident").update();
		this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("reminder")
			.list()
			.forEach((run) -> this.runtime.deleteProcessInstance(run.getId(), "another test is over"));
		this.cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		later(Duration.ofDays(1));
		this.jdbc.sql("delete from alert").update();
		this.jdbc.sql("insert into alert (on_date, claimed_at) values ('1970-01-01', :now)")
			.param("now", Timestamp.from(this.stage.now()))
			.update();
		later(Duration.ofMinutes(1));
	}

	@Test
	void allIsWellIsNoMail() {
		assertThat(minutes(24 * 60, 30)).isEmpty();
	}

	@Test
	void aMailThatIsGivenUpIsToldOnceWithWhomWhyAndWhatToDo() {
		// given
		givenUp("550 5.1.1 no such mailbox");

		// when
		List<OutgoingMail> told = minutes(20, 1);

		// then
		assertThat(told).singleElement().satisfies((mail) -> {
			String text = mail.text().replace('\n', ' ');
			assertThat(mail.recipient()).isEqualTo(Troupe.address("aes"));
			assertThat(mail.subject()).isEqualTo("Stocktake needs you: 1 mail was not delivered");
			assertThat(text)
				.startsWith("aes, please look today at what does not work in Stocktake: 1 mail was not delivered.")
				.contains("To harbour <harbour@stage.example>: ", "It was tried 6 times since ",
						"and is not tried again by itself. The answer was: “550 5.1.1 no such mailbox”",
						"If the address is wrong, remove the contact", "choose Retry in Cockpit",
						"/camunda/app/cockpit/default/#/process-instance/", "/desk/contacts")
				.doesNotContain("STEPS THAT FAILED", "REMINDERS DO NOT GO OUT");
			assertThat(mail.html()).contains("harbour@stage.example", "Open it in Cockpit");
		});
		assertThat(minutes(3 * 24 * 60, 30)).as("nothing new has failed").isEmpty();
	}

	@Test
	void aMailThatIsStillTriedIsToldAfterSixHours() {
		// given
		this.mails.refuse("451 try again later");
		deliver();
		assertThat(failOnce()).isPositive();

		// when
		List<OutgoingMail> before = minutes(5 * 60 + 59, 1);
		List<OutgoingMail> told = minutes(2, 1, "");

		// then
		assertThat(before).isEmpty();
		assertThat(told).singleElement()
			.satisfies((mail) -> assertThat(mail.text().replace('\n', ' ')).contains("It was tried once since ",
					"and is tried again by itself. The answer was: “451 try again later”",
					"Nothing has to be done unless the address is wrong"));
	}

	@Test
	void aStepThatFailedIsToldByItsNameWithWhatWentWrong() {
		// given
		aStepFails();

		// when
		List<OutgoingMail> early = minutes(9, 1);
		List<OutgoingMail> told = minutes(5, 1);

		// then
		assertThat(early).as("what fails together is told together").isEmpty();
		assertThat(told).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).isEqualTo("Stocktake needs you: 1 step failed");
			assertThat(mail.text().replace('\n', ' ')).contains("STEPS THAT FAILED",
					"Claim due reminders (Reminders before deadlines)", "What went wrong: “",
					"Choose Retry in Cockpit");
		});
	}

	@Test
	void whatFailsLaterOnTheSameDayIsToldOnTheNextWithAllThatStillFails() {
		// given
		givenUp("550 no such mailbox");
		assertThat(minutes(20, 1)).hasSize(1);
		aStepFails();

		// when
		List<OutgoingMail> next = minutes(24 * 60, 10);

		// then
		assertThat(next).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).isEqualTo("Stocktake needs you: 1 mail was not delivered and 1 step failed");
			assertThat(mail.text()).contains("harbour@stage.example", "Claim due reminders");
		});
		assertThat(this.jdbc.sql("select count(distinct on_date) = count(*) from alert").query(Boolean.class).single())
			.isTrue();
	}

	@Test
	void aRunOfTheRemindersThatIsLateIsToldEveryDayUntilItWorks() {
		// when
		List<OutgoingMail> first = late(15);
		List<OutgoingMail> second = late(24 * 60);
		List<OutgoingMail> afterwards = minutes(24 * 60, 30);

		// then
		assertThat(first).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).isEqualTo("Stocktake needs you: reminders do not go out");
			assertThat(mail.text().replace('\n', ' ')).contains("REMINDERS DO NOT GO OUT",
					"The hourly run is more than two hours late. It last did its work on ", "nothing is lost");
		});
		assertThat(second).hasSize(1);
		assertThat(afterwards).isEmpty();
	}

	@Test
	void anOutageThatTheNextRunMakesGoodIsNotTold() {
		// given
		remindersRan(Duration.ofHours(30));
		this.alerts.tell();

		// when, then
		assertThat(minutes(120, 1)).isEmpty();
	}

	@Test
	void twoNodesTellItOnce() {
		// given
		givenUp("550 no such mailbox");
		later(Duration.ofMinutes(20));
		remindersRan(Duration.ZERO);
		List<CompletableFuture<Void>> nodes = new ArrayList<>();

		// when
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("lock table alert in share row exclusive mode").update();
			for (int node = 0; node < 2; node++) {
				nodes.add(CompletableFuture.runAsync(this.alerts::tell));
			}
			await().until(() -> this.jdbc.sql("""
					select count(*) = 2 from pg_locks l join pg_class c on c.oid = l.relation
					where c.relname = 'alert' and not l.granted""").query(Boolean.class).single());
		});
		nodes.forEach(CompletableFuture::join);

		// then
		assertThat(this.jdbc
			.sql("select count(*) from mail_line l join mail m on m.id = l.mail"
					+ " where l.kind = 'alert' and m.state = 'queued'")
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void whileNoMailCanLeaveOneAlertWaitsAndThenSaysWhatIsTrueThen() {
		// given
		givenUp("connection refused");

		// when
		this.mails.refuse("connection refused");
		assertThat(minutes(3 * 24 * 60, 10, "connection refused")).isEmpty();
		aStepFails();
		assertThat(minutes(2 * 24 * 60, 30, "connection refused")).isEmpty();
		List<OutgoingMail> told = minutes(61, 1);

		// then
		assertThat(told).singleElement()
			.satisfies((mail) -> assertThat(mail.subject())
				.isEqualTo("Stocktake needs you: 1 mail was not delivered and 1 step failed"));
	}

	@Test
	void anAlertThatWaitedUntilAllWasWellIsNotSent() {
		// given
		aStepFails();
		assertThat(minutes(60, 5, "connection refused")).isEmpty();
		this.sabotage.mend();
		this.jdbc.sql("select id_ from act_ru_job where process_def_key_ = 'reminder' and retries_ = 0")
			.query(String.class)
			.list()
			.forEach(this.management::executeJob);

		// when
		List<OutgoingMail> told = minutes(120, 10);

		// then
		assertThat(told).isEmpty();
		assertThat(this.jdbc
			.sql("select count(*) from mail_line l join mail m on m.id = l.mail"
					+ " where l.kind = 'alert' and m.state in ('queued', 'sending')")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void anAlertNeedsNoJob() {
		// given
		aStepFails();

		// when
		List<OutgoingMail> told = minutes(15, 1);

		// then
		assertThat(told).hasSize(1);
		assertThat(this.jdbc.sql("""
				select m.process_instance is null from mail m join mail_line l on l.mail = m.id
				where l.kind = 'alert' and m.state = 'sent' order by m.id desc limit 1""")
			.query(Boolean.class)
			.single()).isTrue();
	}

	/** The schedule of some minutes, while the reminders run. */
	private List<OutgoingMail> minutes(int minutes, int step) {
		return minutes(minutes, step, "");
	}

	private List<OutgoingMail> minutes(int minutes, int step, String refusal) {
		this.mails.refuse(refusal);
		int before = this.mails.sent().size();
		for (int minute = 0; minute < minutes; minute += step) {
			later(Duration.ofMinutes(step));
			remindersRan(Duration.ZERO);
			this.alerts.tell();
			this.delivery.deliver();
		}
		return this.mails.sent().subList(before, this.mails.sent().size());
	}

	/** The schedule of some minutes, while they do not. */
	private List<OutgoingMail> late(int minutes) {
		int before = this.mails.sent().size();
		for (int minute = 0; minute < minutes; minute += 5) {
			later(Duration.ofMinutes(5));
			remindersRan(Duration.ofHours(3));
			this.alerts.tell();
			this.delivery.deliver();
		}
		return this.mails.sent().subList(before, this.mails.sent().size());
	}

	private void remindersRan(Duration ago) {
		this.jdbc.sql("update reminder_run set covered_until = :at")
			.param("at", Timestamp.from(this.stage.now().minus(ago)))
			.update();
		this.jdbc.sql("""
				update act_ru_job set duedate_ = cast(:at as timestamptz) at time zone 'UTC'
				where process_def_key_ = 'reminder' and handler_type_ = 'timer-start-event'""")
			.param("at", Timestamp.from(this.stage.now().minus(ago).plusSeconds(3600)))
			.update();
	}

	private void givenUp(String answer) {
		this.mails.refuse(answer);
		deliver();
		while (failOnce() > 0) {
			later(Duration.ofMinutes(1));
		}
		this.mails.refuse("");
	}

	private void deliver() {
		this.jobs.runAll(this.cycle, "intermediateCatchEvent_bundlingTimeOver");
	}

	/** One attempt at the mail to Harbour University; how many are left. */
	private int failOnce() {
		Job job = this.jobs.only(this.cycle, "serviceTask_deliverMail");
		assertThatThrownBy(() -> this.management.executeJob(job.getId())).hasMessageContaining("was not delivered");
		return this.jobs.only(this.cycle, "serviceTask_deliverMail").getRetries();
	}

	private void aStepFails() {
		this.sabotage.breakTable("reminder_run");
		this.management.executeJob(this.jdbc
			.sql("""
					select id_ from act_ru_job where process_def_key_ = 'reminder' and handler_type_ = 'timer-start-event'""")
			.query(String.class)
			.single());
		String job = this.jdbc.sql("""
				select id_ from act_ru_job where process_def_key_ = 'reminder' and handler_type_ = 'async-continuation'
				and retries_ > 0""").query(String.class).single();
		do {
			assertThatThrownBy(() -> this.management.executeJob(job)).isInstanceOf(RuntimeException.class);
		}
		while (this.management.createJobQuery().jobId(job).singleResult().getRetries() > 0);
		this.sabotage.mend();
	}

	private void later(Duration time) {
		this.stage.later(time.toSeconds());
	}

}
