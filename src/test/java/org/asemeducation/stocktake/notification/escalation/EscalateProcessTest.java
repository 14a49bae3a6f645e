package org.asemeducation.stocktake.notification.escalation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.cycle.completion.CompletionOpening;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.PickUpMails;
import org.asemeducation.stocktake.notification.Reminders;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.completion.TestRounds;
import org.asemeducation.stocktake.update.extension.Extenders;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.SUPPORTED;
import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * After the last reminder the AES is asked, once for each party and cycle, whether to
 * write to somebody above it; what it chooses happens, and nothing by itself.
 */
@ProcessTest
class EscalateProcessTest {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	private static final String ADA = "ada@ministry.example";

	@Autowired
	private Stage stage;

	@Autowired
	private Path path;

	@Autowired
	private PostOffice post;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Extenders extenders;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Reminders reminders;

	@Autowired
	private PickUpMails pickUp;

	@Autowired
	private Superiors superiors;

	@Autowired
	private Escalating escalating;

	@Autowired
	private EscalationViews views;

	@Autowired
	private DecidingOnEscalation deciding;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void nothingElseGathers() {
		this.jdbc.sql("update cycle set state = 'published' where state in ('gathering', 'closed')").update();
		this.jdbc.sql("""
				insert into digest (contact, on_date, claimed_at)
				select distinct contact, date '2100-01-01', now() from contact_role
				where role in ('reviewer', 'secretariat') on conflict do nothing""").update();
		this.superiors.enter(new Superior(hu(), "Ada Lane", ADA), aes());
	}

	@AfterEach
	void nobodyIsAbove() {
		this.jdbc.sql("delete from superior").update();
	}

	@Test
	void afterTheLastReminderTheSecretariatIsAskedOnceForEachPartyAndCycle() {
		// given
		this.superiors.enter(new Superior(party("II"), "Ivo", "ivo@ministry.example"), aes());
		gathering(ONE_COORDINATOR, TWO_COORDINATORS, SUPPORTED);
		// when
		runOn(deadline().plusDays(10), 9);
		// then
		assertThat(open()).as("the last reminder leaves now").isEmpty();
		// when
		runOn(deadline().plusDays(10), 10);
		runOn(deadline().plusDays(11), 10);
		// then
		assertThat(open()).extracting(Task::getName)
			.containsExactlyInAnyOrder("Decide on escalation: HU", "Decide on escalation: II");
		assertThat(open()).allSatisfy((task) -> {
			assertThat(task.getDueDate()).isEqualTo(this.cycles.get(this.cycle).endOf(DeadlineKind.FREEZE));
			assertThat(this.tasks.getIdentityLinksForTask(task.getId()))
				.anyMatch((link) -> "aes".equals(link.getGroupId()));
		});
		assertThat(this.views.of(about()).owed()).extracting((owed) -> owed.initiative() + " " + owed.due())
			.containsExactly("A01-I01 " + deadline(), "A01-I02 " + deadline());
	}

	@Test
	void whatAnOutageHasKeptBackIsAskedByTheNextRun() {
		// given
		gathering(ONE_COORDINATOR);
		// when nothing ran between the deadline and three weeks later
		runOn(deadline().plusDays(21), 4);
		// then
		assertThat(open()).hasSize(1);
	}

	@Test
	void twoNodesAtOnceAskOnce() {
		// given
		gathering(ONE_COORDINATOR);
		to(at(deadline().plusDays(10), 10));
		// when
		List<Optional<Throwable>> told = this.sameMoment.actBeforeTheCommitOf(
				() -> this.escalating.raise(this.cycle, List.of(hu())),
				() -> this.escalating.raise(this.cycle, List.of(hu())));
		List<Optional<Throwable>> looked = this.sameMoment.actBeforeTheCommitOf(this.escalating::lookAfter,
				this.escalating::lookAfter);
		// then
		assertThat(told).allMatch(Optional::isEmpty);
		assertThat(looked).allMatch(Optional::isEmpty);
		assertThat(open()).hasSize(1);
	}

	@Test
	void nobodyIsAskedAboutAPartyWithoutASuperior() {
		// given
		this.superiors.remove(hu(), aes());
		gathering(ONE_COORDINATOR, SUPPORTED);
		// when
		runOn(deadline().plusDays(12), 10);
		// then
		assertThat(open()).isEmpty();
		// when one is entered later
		this.superiors.enter(new Superior(hu(), "Ada Lane", ADA), aes());
		runOn(deadline().plusDays(12), 11);
		// then
		assertThat(open()).hasSize(1);
	}

	@Test
	void anExtensionCounts() {
		// given
		gathering(ONE_COORDINATOR);
		this.extenders.grant(this.cycle, ONE_COORDINATOR, deadline().plusDays(15));
		// when
		runOn(deadline().plusDays(24), 10);
		// then
		assertThat(open()).isEmpty();
		// when
		runOn(deadline().plusDays(25), 10);
		// then
		assertThat(open()).hasSize(1);
	}

	@Test
	void oneOverdueUpdateIsEnoughAndAllThatIsOwedIsNamed() {
		// given
		gathering(ONE_COORDINATOR, TWO_COORDINATORS);
		this.extenders.grant(this.cycle, TWO_COORDINATORS, deadline().plusDays(20));
		// when
		runOn(deadline().plusDays(10), 10);
		// then
		assertThat(this.views.of(about()).text()).containsSubsequence("A01-I01", "It was due on", "A01-I02",
				"It is due on");
	}

	@Test
	void theTaskGoesWhenNothingIsOwedAnyMore() {
		// given
		gathering(ONE_COORDINATOR, TWO_COORDINATORS);
		runOn(deadline().plusDays(10), 10);
		// when
		this.coordinators.submit(this.cycle, ONE_COORDINATOR, "harbour", "Late");
		// then
		assertThat(open()).hasSize(1);
		// when
		this.coordinators.submit(this.cycle, TWO_COORDINATORS, "malta", "Late too");
		// then
		assertThat(open()).isEmpty();
		assertThat(this.path.of("escalate", about())).containsExactly("startEvent_lastReminderGoneBy",
				"boundaryEvent_nothingToEscalate", "endEvent_noEscalationNeeded");
		assertThat(outcome()).isEqualTo("not-needed by stocktake");
		assertThatThrownBy(() -> this.deciding.decide(about(), hold(), aes())).isInstanceOf(Refused.class)
			.hasMessage("Nothing is owed any more: this escalation is not needed.");
		// when it comes back and is overdue again
		this.reviewers.giveBack(this.cycle, ONE_COORDINATOR, "Which years?");
		runOn(deadline().plusDays(29), 10);
		// then
		assertThat(open()).as("once in a cycle").isEmpty();
	}

	@Test
	void theTaskGoesWhenTheGatheringEnds() {
		// given a draft, on which the AES decides after it
		gathering(ONE_COORDINATOR);
		runOn(deadline().plusDays(10), 10);
		this.coordinators.save(this.cycle, ONE_COORDINATOR, "harbour", "Half done");
		// when
		to(this.cycles.get(this.cycle).endOf(DeadlineKind.FREEZE).plusMillis(1));
		this.stage.freeze(this.cycle);
		// then
		assertThat(open()).isEmpty();
		assertThat(this.path.of("escalate", about())).contains("endEvent_noEscalationNeeded");
		// when
		runOn(this.cycles.get(this.cycle).date(DeadlineKind.FREEZE).plusDays(2), 10);
		// then
		assertThat(open()).isEmpty();
	}

	@Test
	void aPartyThatCoordinatesNothingMoreOwesNothing() {
		// given
		gathering(ONE_COORDINATOR);
		runOn(deadline().plusDays(10), 10);
		this.troupe.recast(ONE_COORDINATOR);
		this.jdbc.sql("delete from coordination where initiative = :initiative")
			.param("initiative", ONE_COORDINATOR)
			.update();
		// when
		this.pickUp.pickUp();
		// then
		assertThat(open()).isEmpty();
	}

	@Test
	void whatIsSentArrivesAsItWasProposed() {
		// given
		gathering(ONE_COORDINATOR);
		runOn(deadline().plusDays(10), 10);
		assertThat(mails()).as("never by itself").isEmpty();
		EscalationViews.View proposed = this.views.of(about());
		// when
		this.deciding.decide(about(),
				new Decision("send", proposed.subject(), proposed.text().replace("\n", "\r\n"), null), aes());
		// then
		assertThat(this.path.of("escalate", about())).containsExactly("startEvent_lastReminderGoneBy",
				"userTask_decideOnEscalation", "serviceTask_readDecision", "exclusiveGateway_escalationSent",
				"serviceTask_queueEscalation", "endEvent_escalationQueued");
		assertThat(mails()).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(ADA);
			assertThat(mail.recipientName()).isEqualTo("Ada Lane");
			assertThat(mail.messageId()).isNotBlank();
			assertThat(mail.subject()).isEqualTo("%s: HU still owes one update", this.cycle);
			assertThat(flat(mail.text())).isEqualTo(flat(proposed.text()))
				.startsWith("Ada Lane, please see to it that HU submits one update by")
				.contains("A01-I01", "At HU we have written to harbour.");
			assertThat(mail.html()).contains("<strong>A01-I01");
		});
		assertThat(outcome()).isEqualTo("sent by " + aes());
		assertThat(audited()).startsWith("send escalation: to Ada Lane <%s>: ".formatted(ADA));
		assertThat(this.jdbc.sql("""
				select l.kind || ' ' || m.addressee || ' ' || m.state || ' ' || (m.contact is null)
				from mail m join mail_line l on l.mail = m.id where m.recipient = :ada and m.cycle = :cycle""")
			.param("ada", ADA)
			.param("cycle", this.cycle.value())
			.query(String.class)
			.single()).isEqualTo("escalation Ada Lane sent true");
	}

	@Test
	void whatIsSoftenedArrivesAsItWasChanged() {
		// given
		gathering(ONE_COORDINATOR);
		runOn(deadline().plusDays(10), 10);
		// when
		this.deciding.decide(about(), new Decision("soften", "A kind word", "Dear Ada,\n\ncould you <help>?", null),
				aes());
		// then
		assertThat(mails()).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).isEqualTo("A kind word");
			assertThat(mail.text()).isEqualTo("Dear Ada,\n\ncould you <help>?\n");
			assertThat(mail.html()).contains("<p>could you &lt;help&gt;?</p>");
		});
		assertThat(outcome()).isEqualTo("softened by " + aes());
		assertThat(audited()).isEqualTo("soften escalation: to Ada Lane <%s>: A kind word".formatted(ADA));
	}

	@Test
	void whatIsHeldIsNotSent() {
		// given
		gathering(ONE_COORDINATOR);
		runOn(deadline().plusDays(10), 10);
		// when
		this.deciding.decide(about(), hold(), aes());
		// then
		assertThat(this.path.of("escalate", about())).containsExactly("startEvent_lastReminderGoneBy",
				"userTask_decideOnEscalation", "serviceTask_readDecision", "exclusiveGateway_escalationSent",
				"endEvent_escalationHeld");
		assertThat(mails()).isEmpty();
		assertThat(outcome()).isEqualTo("held by " + aes());
		assertThat(audited()).isEqualTo("hold escalation: They have called");
		// when
		runOn(deadline().plusDays(12), 10);
		// then
		assertThat(open()).isEmpty();
	}

	@Test
	void aSecondDecisionIsRefused() {
		// given
		gathering(ONE_COORDINATOR);
		runOn(deadline().plusDays(10), 10);
		// when
		List<Optional<Throwable>> told = this.sameMoment.actBeforeTheCommitOf(
				() -> this.deciding.decide(about(), hold(), aes()),
				() -> this.deciding.decide(about(), new Decision("soften", "S", "T", null), aes()));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get()
			.extracting(Throwable::getMessage)
			.isEqualTo("This escalation is decided already (held): reload the list of tasks.");
		assertThat(mails()).isEmpty();
	}

	@Test
	void whatIsNotProposedAnyMoreIsNotSentAsItStands() {
		// given
		gathering(ONE_COORDINATOR, TWO_COORDINATORS);
		runOn(deadline().plusDays(10), 10);
		EscalationViews.View seen = this.views.of(about());
		this.coordinators.submit(this.cycle, ONE_COORDINATOR, "harbour", "Late");
		// when, then
		assertThatThrownBy(
				() -> this.deciding.decide(about(), new Decision("send", seen.subject(), seen.text(), null), aes()))
			.hasMessageContaining("This is not what Stocktake proposes now: reload the form");
		assertThat(open()).hasSize(1);
		assertThat(this.views.of(about()).text()).doesNotContain("A01-I01");
	}

	@Test
	void withoutASuperiorItCanOnlyBeHeld() {
		// given
		gathering(ONE_COORDINATOR);
		runOn(deadline().plusDays(10), 10);
		this.superiors.remove(hu(), aes());
		// when, then
		assertThat(this.views.of(about()).superior()).isNull();
		assertThatThrownBy(() -> this.deciding.decide(about(), new Decision("soften", "S", "T", null), aes()))
			.hasMessageContaining("No superior of this party is entered any more");
		this.deciding.decide(about(), hold(), aes());
		assertThat(open()).isEmpty();
	}

	@Test
	void anUpdateThatComesBeforeTheMailHasLeftStopsIt() {
		// given
		gathering(ONE_COORDINATOR);
		runOn(deadline().plusDays(10), 10);
		this.deciding.decide(about(), new Decision("soften", "S", "T", null), aes());
		// when
		this.coordinators.submit(this.cycle, ONE_COORDINATOR, "harbour", "Just in time");
		// then
		assertThat(mails()).isEmpty();
		assertThat(this.jdbc.sql("select state from mail where recipient = :ada and cycle = :cycle")
			.param("ada", ADA)
			.param("cycle", this.cycle.value())
			.query(String.class)
			.single()).isEqualTo("cancelled");
	}

	@Test
	void anAddressThatIsMendedBeforeTheMailHasLeftIsWhereItGoes() {
		// given
		gathering(ONE_COORDINATOR);
		runOn(deadline().plusDays(10), 10);
		this.deciding.decide(about(), new Decision("soften", "S", "T", null), aes());
		// when
		this.superiors.enter(new Superior(hu(), " Eva Lane ", "Eva@Ministry.example"), aes());
		// then
		this.stage.later(60);
		this.pickUp.pickUp();
		assertThat(this.post.deliver(this.cycle)).extracting(OutgoingMail::recipient)
			.contains("eva@ministry.example")
			.doesNotContain(ADA);
		assertThat(this.jdbc
			.sql("select before || ' -> ' || after from audit where act = 'enter superior' order by id desc limit 1")
			.query(String.class)
			.single()).isEqualTo("Ada Lane <ada@ministry.example> -> Eva Lane <eva@ministry.example>");
	}

	@Test
	void aRoundThatCompletesAPlanIsEscalatedInItsOwnWords(@Autowired CompletionOpening opening) {
		// given
		this.cycle = TestRounds.open(opening, this.stage, aes());
		this.stage.gather(this.cycle);
		this.post.deliver(this.cycle);
		// when
		runOn(deadline().plusDays(10), 9);
		runOn(deadline().plusDays(10), 10);
		// then
		assertThat(open()).extracting(Task::getName).containsExactly("Decide on escalation: HU");
		EscalationViews.View proposed = this.views.of(about());
		this.deciding.decide(about(), new Decision("send", proposed.subject(), proposed.text(), null), aes());
		assertThat(mails()).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(ADA);
			assertThat(mail.subject()).isEqualTo("%s: HU still owes words for the plan", this.cycle);
			assertThat(flat(mail.text())).startsWith("Ada Lane, please see to it that HU submits words for the plan by")
				.contains(": they have not come", "Fellowships", "is completing a draft of a plan",
						"A line without words stays in the plan as the placeholder that it is.")
				.doesNotContain("update", "Every two years");
		});
	}

	/** What a run claims at an hour in Rome, and the tasks that come with it. */
	private void runOn(LocalDate day, int hour) {
		Instant moment = at(day, hour);
		this.jdbc.sql("update reminder_run set covered_until = :until")
			.param("until", Timestamp.from(moment.minusSeconds(3600)))
			.update();
		to(moment);
		this.reminders.claimDue();
		this.escalating.lookAfter();
	}

	/** The mails to the superior that leave within two minutes. */
	private List<OutgoingMail> mails() {
		this.stage.later(60);
		this.pickUp.pickUp();
		return this.post.deliver(this.cycle).stream().filter((mail) -> mail.recipient().equals(ADA)).toList();
	}

	private static Instant at(LocalDate day, int hour) {
		return day.atTime(hour, 0).atZone(ROME).toInstant();
	}

	private void to(Instant moment) {
		this.stage.later(Math.max(0, Duration.between(this.stage.now(), moment).plusMillis(999).toSeconds()));
	}

	private void gathering(String... initiatives) {
		this.cycle = this.stage.gathering(initiatives);
		this.post.deliver(this.cycle);
	}

	private List<Task> open() {
		return this.tasks.createTaskQuery()
			.taskDefinitionKey(EscalateProcess.DECIDE)
			.processInstanceBusinessKeyLike(this.cycle + "/%")
			.list();
	}

	private String outcome() {
		return this.jdbc
			.sql("select outcome || ' by ' || decided_by from escalation where cycle = :cycle and party = :party")
			.param("cycle", this.cycle.value())
			.param("party", hu())
			.query(String.class)
			.single();
	}

	private String audited() {
		return this.jdbc
			.sql("select act || ': ' || after from audit where subject = :about and who = :by order by id desc limit 1")
			.param("about", about().toString())
			.param("by", aes())
			.query(String.class)
			.single();
	}

	private static Decision hold() {
		return new Decision("hold", null, null, "They have called");
	}

	private LocalDate deadline() {
		return this.cycles.get(this.cycle).date(DeadlineKind.DEADLINE);
	}

	private BusinessKey about() {
		return Escalation.key(this.cycle, hu());
	}

	private long hu() {
		return party("HU");
	}

	private long party(String label) {
		return this.troupe.party(label).id().value();
	}

	private String aes() {
		return this.troupe.user("aes");
	}

	private static String flat(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}

}
