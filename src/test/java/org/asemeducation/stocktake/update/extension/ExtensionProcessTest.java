package org.asemeducation.stocktake.update.extension;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DateMove;
import org.asemeducation.stocktake.cycle.DateMoves;
import org.asemeducation.stocktake.cycle.DateName;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.UpdateKey;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * More time for one update: asked for, granted, refused, and past the freeze.
 */
@ProcessTest
class ExtensionProcessTest {

	private static final String ONE = Troupe.ONE_COORDINATOR;

	private static final String OTHER = Troupe.SUPPORTED;

	private static final String OVER = "intermediateCatchEvent_extensionOver";

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Extenders extenders;

	@Autowired
	private ExtensionPreview preview;

	@Autowired
	private DaysOfUpdates days;

	@Autowired
	private DateMoves moves;

	@Autowired
	private Cycles cycles;

	@Autowired
	private TaskService tasks;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void whatIsAskedForBecomesATaskOfTheSecretariat() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		LocalDate deadline = deadline(cycle);
		// when
		this.extenders.ask(cycle, ONE, "harbour", deadline.plusDays(7));
		// then the day stays until the answer
		ProcessInstance asked = this.stage.instance("extendUpdate", cycle + "/" + ONE);
		assertThat(asked).isWaitingAtExactly("userTask_decideOnExtension");
		assertThat(asked).task()
			.hasName("Decide on extension: A01-I01 One coordinator")
			.hasCandidateGroup("aes")
			.hasDueDate(endOf(cycle, deadline));
		assertThat(this.days.of(key(cycle)).deadline()).isEqualTo(deadline);
		assertThat(audit(cycle)).contains("ask for more time");
	}

	@Test
	void whatIsGrantedCountsAtOnceForThisUpdateAlone() {
		// given
		CycleName cycle = this.stage.gathering(ONE, OTHER);
		LocalDate deadline = deadline(cycle);
		this.extenders.ask(cycle, ONE, "harbour", deadline.plusDays(7));
		ProcessInstance asked = this.stage.instance("extendUpdate", cycle + "/" + ONE);
		// when
		this.extenders.grant(cycle, ONE, deadline.plusDays(5));
		// then
		assertThat(asked).isEnded().hasPassed("endEvent_extensionAnswered").hasNotPassed(OVER);
		assertThat(provideUpdate(cycle, ONE).getDueDate()).isEqualTo(endOf(cycle, deadline.plusDays(5)));
		assertThat(provideUpdate(cycle, OTHER).getDueDate()).isEqualTo(endOf(cycle, deadline));
		assertThat(audit(cycle)).contains("extend update");
	}

	@Test
	void theSecretariatGrantsWithoutBeingAsked() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		// when
		this.extenders.grant(cycle, ONE, deadline(cycle).plusDays(5));
		// then
		assertThat(this.stage.instances("extendUpdate", cycle + "/" + ONE)).isEmpty();
		assertThat(provideUpdate(cycle, ONE).getDueDate()).isEqualTo(endOf(cycle, deadline(cycle).plusDays(5)));
	}

	@Test
	void whatIsRefusedLeavesTheDayAndMayBeAskedForAgain() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		LocalDate deadline = deadline(cycle);
		this.extenders.ask(cycle, ONE, "harbour", deadline.plusDays(7));
		ProcessInstance asked = this.stage.instance("extendUpdate", cycle + "/" + ONE);
		// when
		this.extenders.refuse(cycle, ONE, "The draft is needed sooner");
		// then
		assertThat(asked).isEnded().hasPassed("userTask_decideOnExtension", "endEvent_extensionAnswered");
		assertThat(provideUpdate(cycle, ONE).getDueDate()).isEqualTo(endOf(cycle, deadline));
		this.extenders.ask(cycle, ONE, "harbour", deadline.plusDays(3));
		assertThat(this.stage.instance("extendUpdate", cycle + "/" + ONE)).isWaitingAt("userTask_decideOnExtension");
	}

	@Test
	void aQuestionIsRefusedThatWaitsAlreadyOrComesFromSomebodyElse() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		LocalDate day = deadline(cycle).plusDays(7);
		this.extenders.ask(cycle, ONE, "harbour", day);
		// then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.extenders.ask(cycle, ONE, "harbour", day))
			.withMessageContaining("is asked for already");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.extenders.ask(cycle, ONE, "inland", day))
			.withMessageContaining("You do not coordinate");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.extenders.refuse(cycle, OTHER, "Nobody asked"))
			.withMessageContaining("is asked for in");
	}

	@Test
	void aDayThatIsNotLaterIsRefused() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		LocalDate deadline = deadline(cycle);
		this.extenders.grant(cycle, ONE, deadline.plusDays(5));
		// then
		for (int later : new int[] { 0, 3, 5 }) {
			assertThat(refusal(() -> this.extenders.grant(cycle, ONE, deadline.plusDays(later))))
				.startsWith("Choose a later day: the update of A01-I01 is asked for until ");
		}
		assertThat(refusal(() -> this.extenders.ask(cycle, ONE, "harbour", deadline.plusDays(5))))
			.startsWith("Choose a later day");
		assertThat(this.days.of(key(cycle)).deadline()).isEqualTo(deadline.plusDays(5));
	}

	@Test
	void aDeadlineThatMovesLaterThanTheExtensionWins() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		LocalDate deadline = deadline(cycle);
		this.extenders.grant(cycle, ONE, deadline.plusDays(5));
		// when
		move(cycle, "deadline", deadline.plusDays(3));
		Date between = provideUpdate(cycle, ONE).getDueDate();
		move(cycle, "deadline", deadline.plusDays(9));
		Date after = provideUpdate(cycle, ONE).getDueDate();
		move(cycle, "deadline", deadline);
		// then
		assertThat(between).isEqualTo(endOf(cycle, deadline.plusDays(5)));
		assertThat(after).isEqualTo(endOf(cycle, deadline.plusDays(9)));
		assertThat(provideUpdate(cycle, ONE).getDueDate()).isEqualTo(endOf(cycle, deadline.plusDays(5)));
	}

	@Test
	void pastTheFreezeTheSecretariatHasToSaySo() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		LocalDate freeze = this.cycles.get(cycle).date(DeadlineKind.FREEZE);
		// then
		assertThat(refusal(() -> this.extenders.grant(cycle, ONE, freeze.plusDays(1))))
			.contains("is after the end of gathering")
			.contains("Say that you allow it");
		assertThat(refusal(() -> this.extenders.grantPastTheFreeze(cycle, ONE, freeze)))
			.contains("is not after the end of gathering");
		this.extenders.grant(cycle, ONE, freeze);
		this.extenders.grantPastTheFreeze(cycle, ONE, freeze.plusDays(1));
		assertThat(this.days.of(key(cycle)).last()).isEqualTo(freeze.plusDays(1));
		assertThat(this.jdbc
			.sql("select after from audit where act = 'extend update' and subject = :about order by id desc")
			.param("about", cycle + "/" + ONE)
			.query(String.class)
			.list()
			.get(0)).isEqualTo("%s, past the freeze: They are few", freeze.plusDays(1));
	}

	@Test
	void aFreezeThatMovesBeforeAnExtensionEndsItUnlessTheSecretariatSaidOtherwise() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		LocalDate freeze = this.cycles.get(cycle).date(DeadlineKind.FREEZE);
		this.extenders.grant(cycle, ONE, freeze);
		// when
		move(cycle, "freeze", freeze.minusDays(4));
		// then
		assertThat(this.days.of(key(cycle)).deadline()).isEqualTo(freeze.minusDays(4));
		assertThat(provideUpdate(cycle, ONE).getDueDate()).isEqualTo(endOf(cycle, freeze.minusDays(4)));
	}

	@Test
	void whatIsHeldOpenIsWrittenReturnedAndAcceptedAfterTheFreeze() {
		// given
		CycleName cycle = this.stage.gathering(ONE, OTHER);
		LocalDate freeze = this.cycles.get(cycle).date(DeadlineKind.FREEZE);
		this.extenders.grantPastTheFreeze(cycle, ONE, freeze.plusDays(6));
		// when
		to(endOf(cycle, freeze).toInstant().plusMillis(1));
		this.stage.freeze(cycle);
		// then the others are closed and the report is compiled
		assertThat(this.coordinators.standing(cycle, OTHER)).isEqualTo("no-update-received");
		assertThat(this.stage.instance("cycle", cycle)).isWaitingAt("callActivity_report");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.save(cycle, OTHER, "inland", "Too late"));
		this.coordinators.submit(cycle, ONE, "harbour", "Late, as agreed");
		this.reviewers.giveBack(cycle, ONE, "Which years?");
		this.coordinators.submit(cycle, ONE, "harbour", "2028");
		this.reviewers.accept(cycle, ONE);
		assertThat(this.coordinators.standing(cycle, ONE)).isEqualTo("accepted");
		// and the end of its time finds nothing to close
		this.jobs.run(cycle, OVER);
		assertThat(this.coordinators.standing(cycle, ONE)).isEqualTo("accepted");
	}

	@Test
	void whatIsHeldOpenClosesWithItsOwnDay() {
		// given
		CycleName cycle = this.stage.gathering(ONE, Troupe.TWO_COORDINATORS);
		LocalDate freeze = this.cycles.get(cycle).date(DeadlineKind.FREEZE);
		this.extenders.grantPastTheFreeze(cycle, ONE, freeze.plusDays(6));
		this.extenders.grantPastTheFreeze(cycle, Troupe.TWO_COORDINATORS, freeze.plusDays(6));
		this.stage.freeze(cycle);
		this.coordinators.save(cycle, ONE, "harbour", "Half of it");
		assertThat(this.jobs.at(cycle, OVER)).extracting((job) -> job.getDuedate())
			.containsOnly(Date.from(endOf(cycle, freeze.plusDays(6)).toInstant().plusMillis(1)));
		// when
		to(endOf(cycle, freeze.plusDays(6)).toInstant().plusMillis(1));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.save(cycle, ONE, "harbour", "All of it"));
		this.jobs.runAll(cycle, OVER);
		// then
		assertThat(this.coordinators.standing(cycle, ONE)).isEqualTo("draft-not-submitted");
		assertThat(this.coordinators.standing(cycle, Troupe.TWO_COORDINATORS)).isEqualTo("no-update-received");
	}

	@Test
	void aDraftThatIsHeldOpenIsNotDecidedOnAtTheFreeze() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		LocalDate freeze = this.cycles.get(cycle).date(DeadlineKind.FREEZE);
		this.coordinators.save(cycle, ONE, "harbour", "Half of it");
		this.extenders.grantPastTheFreeze(cycle, ONE, freeze.plusDays(6));
		// when
		this.stage.freeze(cycle);
		// then
		assertThat(this.stage.instance("cycle", cycle)).isNotWaitingAt("userTask_decideDrafts")
			.hasNotPassed("userTask_decideDrafts")
			.isWaitingAt("callActivity_report");
		assertThat(this.coordinators.standing(cycle, ONE)).isEqualTo("requested");
	}

	@Test
	void aFreezeThatComesLaterThanTheExtensionClosesItWithAllOthers() {
		// given its time is over before the gathering is
		CycleName cycle = this.stage.gathering(ONE);
		LocalDate freeze = this.cycles.get(cycle).date(DeadlineKind.FREEZE);
		this.extenders.grantPastTheFreeze(cycle, ONE, freeze.plusDays(6));
		move(cycle, "freeze", freeze.plusDays(20));
		to(endOf(cycle, freeze.plusDays(6)).toInstant().plusMillis(1));
		this.jobs.run(cycle, OVER);
		String meanwhile = this.coordinators.standing(cycle, ONE);
		// when
		to(endOf(cycle, freeze.plusDays(20)).toInstant().plusMillis(1));
		this.stage.freeze(cycle);
		// then
		assertThat(meanwhile).isEqualTo("requested");
		assertThat(this.coordinators.standing(cycle, ONE)).isEqualTo("no-update-received");
	}

	@Test
	void aGatheringWhoseEndIsLateClosesWhatWasHeldOpenWithAllOthers() {
		// given the step that ends the gathering has not run for days
		CycleName cycle = this.stage.gathering(ONE);
		LocalDate freeze = this.cycles.get(cycle).date(DeadlineKind.FREEZE);
		this.extenders.grantPastTheFreeze(cycle, ONE, freeze.plusDays(6));
		this.coordinators.save(cycle, ONE, "harbour", "Half of it");
		to(endOf(cycle, freeze.plusDays(6)).toInstant().plusMillis(1));
		this.jobs.run(cycle, OVER);
		String meanwhile = this.coordinators.standing(cycle, ONE);
		// when
		to(endOf(cycle, freeze.plusDays(7)).toInstant());
		this.stage.freeze(cycle);
		// then its draft is decided on like any other
		assertThat(meanwhile).isEqualTo("requested");
		assertThat(this.stage.instance("cycle", cycle)).isWaitingAt("userTask_decideDrafts");
	}

	@Test
	void aQuestionIsTakenBackWhenTheUpdateComes() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.extenders.ask(cycle, ONE, "harbour", deadline(cycle).plusDays(7));
		ProcessInstance asked = this.stage.instance("extendUpdate", cycle + "/" + ONE);
		// when
		this.coordinators.submit(cycle, ONE, "harbour", "In time after all");
		// then
		assertThat(asked).isEnded().hasPassed("endEvent_noAnswerNeeded");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.extenders.grant(cycle, ONE, deadline(cycle).plusDays(7)))
			.withMessageContaining("lies with the reviewers");
	}

	@Test
	void aQuestionIsTakenBackWhenTheGatheringEnds() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.extenders.ask(cycle, ONE, "harbour", deadline(cycle).plusDays(7));
		ProcessInstance asked = this.stage.instance("extendUpdate", cycle + "/" + ONE);
		// when
		this.stage.freeze(cycle);
		// then
		assertThat(asked).isEnded().hasPassed("endEvent_noAnswerNeeded");
		assertThat(this.coordinators.standing(cycle, ONE)).isEqualTo("no-update-received");
	}

	@Test
	void nothingThatSomebodyWritesIntoTheProcessHoldsAnUpdateOpen() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.extenders.ask(cycle, ONE, "harbour", deadline(cycle).plusDays(7));
		ProcessInstance asked = this.stage.instance("extendUpdate", cycle + "/" + ONE);
		// when
		this.runtime.setVariables(asked.getId(),
				Map.of("extendedPastTheFreeze", true, "extensionOverAt", Date.from(this.stage.now())));
		this.extenders.grant(cycle, ONE, deadline(cycle).plusDays(7));
		// then
		assertThat(asked).isEnded().hasNotPassed(OVER);
	}

	@Test
	void aLookAheadChangesNothing() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		LocalDate deadline = deadline(cycle);
		// when
		ExtensionPreview.Consequences foreseen = this.preview.of(key(cycle),
				new Grant(deadline.plusDays(7), null, false), this.troupe.user("aes"));
		// then
		assertThat(foreseen.from()).isEqualTo(deadline);
		assertThat(foreseen.to()).isEqualTo(deadline.plusDays(7));
		assertThat(foreseen.reminders()).anySatisfy((reminder) -> {
			assertThat(reminder.rung()).isEqualTo(-1);
			assertThat(reminder.from()).isEqualTo(deadline.minusDays(1));
			assertThat(reminder.to()).isEqualTo(deadline.plusDays(6));
		});
		assertThat(this.days.of(key(cycle)).deadline()).isEqualTo(deadline);
		assertThat(this.jdbc.sql("select count(*) from extension where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(Long.class)
			.single()).isZero();
	}

	private Task provideUpdate(CycleName cycle, String initiative) {
		while (!this.jobs.at(cycle, "serviceTask_dateTasks").isEmpty()) {
			this.jobs.runAll(cycle, "serviceTask_dateTasks");
		}
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(cycle + "/" + initiative)
			.taskDefinitionKey("userTask_provideUpdate")
			.singleResult();
	}

	private List<String> audit(CycleName cycle) {
		return this.jdbc.sql("select act from audit where subject = :about")
			.param("about", cycle + "/" + ONE)
			.query(String.class)
			.list();
	}

	private static String refusal(Runnable act) {
		try {
			act.run();
		}
		catch (Refused refused) {
			return refused.problems().get(0).message();
		}
		throw new AssertionError("It was not refused.");
	}

	private void move(CycleName cycle, String date, LocalDate to) {
		this.moves.move(cycle, new DateName(date), new DateMove(to, null, "Elections"), this.troupe.user("aes"));
	}

	private void to(Instant moment) {
		this.stage.later(Duration.between(this.stage.now(), moment).toSeconds() + 1);
	}

	private LocalDate deadline(CycleName cycle) {
		return this.cycles.get(cycle).date(DeadlineKind.DEADLINE);
	}

	private Date endOf(CycleName cycle, LocalDate day) {
		return Date.from(this.cycles.get(cycle).endOf(day));
	}

	private static UpdateKey key(CycleName cycle) {
		return UpdateKey.of(cycle.value(), ONE);
	}

}
