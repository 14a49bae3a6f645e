package org.asemeducation.stocktake.update.completion;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.cycle.completion.CompletionOpening;
import org.asemeducation.stocktake.cycle.completion.Completions;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.extension.Extenders;
import org.asemeducation.stocktake.update.handover.Successors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.asemeducation.stocktake.update.completion.TestRounds.words;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * Whoever is asked for words of a plan gets the help that whoever is asked for an update
 * gets: more time, or somebody else in their place.
 */
@ProcessTest
class CompletionHelpProcessTest {

	@Autowired
	private CompletionOpening opening;

	@Autowired
	private Completions completions;

	@Autowired
	private PlanCompletion completion;

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private PostOffice post;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Register register;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Extenders extenders;

	@Autowired
	private Successors successors;

	@Autowired
	private Cycles cycles;

	@Autowired
	private TaskService tasks;

	private CycleName round;

	@BeforeEach
	void gather() {
		this.round = TestRounds.open(this.opening, this.stage, this.troupe.user("aes"));
		this.stage.gather(this.round);
		this.post.deliver(this.round);
	}

	@Test
	void moreTimeIsAskedForAndCountsForThisAnswerAlone() {
		// given
		LocalDate deadline = date(DeadlineKind.DEADLINE);
		// when
		this.extenders.ask(this.round, request(3), "inland", deadline.plusDays(7));
		ProcessInstance asked = this.stage.instance("extendUpdate", this.round + "/" + request(3));
		assertThat(asked).isWaitingAtExactly("userTask_decideOnExtension");
		this.extenders.grant(this.round, request(3), deadline.plusDays(5));
		// then
		assertThat(asked).isEnded().hasPassed("endEvent_extensionAnswered");
		Cycle cycle = this.cycles.get(this.round);
		assertThat(writing(3).getDueDate().toInstant()).isEqualTo(cycle.endOf(deadline.plusDays(5)));
		assertThat(writing(0).getDueDate().toInstant()).isEqualTo(cycle.endOf(deadline));
		assertThat(mailTo("inland").subject())
			.startsWith(this.round + ", date moved: your words for the plan are now due on ");
	}

	@Test
	void theNewDayIsMailedInWordsOfARound() {
		// when
		this.extenders.grant(this.round, request(3), date(DeadlineKind.DEADLINE).plusDays(5));
		// then
		OutgoingMail mail = mailTo("inland");
		assertThat(mail.text().replaceAll("\\s+", " "))
			.contains("please submit words for the plan by", "one answer is enough",
					"stays in the new version of the plan as the placeholder that it is")
			.doesNotContain("update", "report");
	}

	@Test
	void moreTimeThatIsRefusedIsSaidInWordsOfARound() {
		// given
		this.extenders.ask(this.round, request(3), "inland", date(DeadlineKind.DEADLINE).plusDays(7));
		// when
		this.extenders.refuse(this.round, request(3), "The draft is needed sooner");
		// then
		assertThat(mailTo("inland").text().replaceAll("\\s+", " "))
			.contains("please submit your words for the plan by", "The draft is needed sooner")
			.doesNotContain("your update");
	}

	@Test
	void wordsThatMayComeAfterTheFreezeAreWaitedForBeforeThePlanIsCompleted() {
		// given
		LocalDate freeze = date(DeadlineKind.FREEZE);
		this.extenders.grantPastTheFreeze(this.round, request(3), freeze.plusDays(6));
		this.stage.later(Duration.between(this.stage.now(), this.cycles.get(this.round).endOf(freeze)).toSeconds() + 1);
		this.stage.freeze(this.round);
		ProcessInstance instance = this.stage.instance("completion", this.round);
		assertThat(instance).isWaitingAtExactly("userTask_completePlan");
		assertThatExceptionOfType(Refused.class).isThrownBy(this::complete).withMessageContaining("not settled");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.coordinators.save(this.round, request(0),
				"harbour", words("stays", "", "stays", "", "stays", "")));
		// when
		this.coordinators.submit(this.round, request(3), "inland", words("replaced", "Balance"));
		this.reviewers.accept(this.round, request(3));
		complete();
		// then
		assertThat(instance).isEnded();
		assertThat(this.completion.newVersion(this.round).orElseThrow().initiatives().get(0).outcomes())
			.containsExactly("To be completed by HU", "Balance");
	}

	@Test
	void whatWasHeldOpenInVainStaysAsItWas() {
		// given
		LocalDate freeze = date(DeadlineKind.FREEZE);
		this.extenders.grantPastTheFreeze(this.round, request(3), freeze.plusDays(6));
		this.stage.freeze(this.round);
		// when
		Cycle cycle = this.cycles.get(this.round);
		this.stage.later(Duration.between(this.stage.now(), cycle.endOf(freeze.plusDays(6))).toSeconds() + 1);
		this.jobs.runAll(this.round, "intermediateCatchEvent_extensionOver");
		// then
		complete();
		assertThat(this.completion.newVersion(this.round).orElseThrow().initiatives().get(0).outcomes())
			.containsExactly("To be completed by HU", "To be discussed with II");
	}

	@Test
	void anotherPartyTakesOverWithTheDraftAndIsNamedAsWhoWasAsked() {
		// given
		String request = request(0);
		this.coordinators.save(this.round, request, "harbour", words("replaced", "Exchange of 60 pairs a year"));
		String successor = "successor-" + this.round.value().toLowerCase();
		// when
		this.successors.ask(this.round, request, "harbour", "Thailand", successor);
		assertThat(this.stage.instance("handOver", this.round + "/" + request))
			.isWaitingAtExactly("userTask_confirmHandOver");
		this.successors.confirm(this.round, request);
		// then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.save(this.round, request, "harbour", words("stays", "")))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		assertThat(this.coordinators.draft(this.round, request).toString()).contains("Exchange of 60 pairs a year");
		this.coordinators.submit(this.round, request, successor,
				words("replaced", "Exchange of 60 pairs a year", "left-out", "", "stays", ""));
		this.reviewers.accept(this.round, request);
		assertThat(this.completion.comparison(this.round)).filteredOn((row) -> row.get(2).startsWith("Exchange"))
			.singleElement()
			.satisfies((row) -> assertThat(row.get(5)).isEqualTo("Thailand"));
		assertThat(this.troupe.coordinates("HU", Troupe.ONE_COORDINATOR)).as("in the plan in force").isTrue();
		List<OutgoingMail> mails = this.post.deliver(this.round);
		assertThat(mails).filteredOn((mail) -> mail.subject().endsWith(request + " was handed over"))
			.extracting(OutgoingMail::recipient)
			.contains(Troupe.address("harbour"), Troupe.address(successor), Troupe.address("thailand"));
		assertThat(mails).allSatisfy((mail) -> assertThat(mail.text()).doesNotContain("update"));
		this.register.remove(this.register.contactByEmail(Troupe.address(successor)).orElseThrow().id());
	}

	private Task writing(int placeholder) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(this.round + "/" + request(placeholder))
			.taskDefinitionKey("userTask_provideUpdate")
			.singleResult();
	}

	private OutgoingMail mailTo(String name) {
		return this.post.deliver(this.round)
			.stream()
			.filter((mail) -> mail.recipient().equals(Troupe.address(name)))
			.findFirst()
			.orElseThrow();
	}

	private void complete() {
		this.completion.complete(this.round, this.troupe.user("aes"));
	}

	private LocalDate date(DeadlineKind kind) {
		return this.cycles.get(this.round).date(kind);
	}

	private String request(int placeholder) {
		return this.completions.placeholders(this.round).get(placeholder).initiative().value();
	}

}
