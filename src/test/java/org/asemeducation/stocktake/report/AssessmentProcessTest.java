package org.asemeducation.stocktake.report;

import java.util.Date;
import java.util.List;

import org.asemeducation.stocktake.EarlierRelease;
import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.model.Assessment;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * Each subgoal is assessed by the secretariat, beside what the report waits for.
 */
@ProcessTest
class AssessmentProcessTest {

	private static final String ASSESS = "userTask_assessContribution";

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Editors editors;

	@Autowired
	private Assessing assessing;

	@Autowired
	private Assessments assessments;

	@Autowired
	private Reports reports;

	@Autowired
	private Cycles cycles;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void compileADraft() {
		this.jdbc.sql("insert into subgoal (number, objective, text) values ('1.2', 1, 'Another one')").update();
		this.cycle = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(this.cycle);
		this.jobs.run(this.cycle, "serviceTask_compileReport");
	}

	@AfterEach
	void forgetTheOtherSubgoal() {
		this.jdbc.sql("delete from subgoal where number = '1.2'").update();
	}

	@Test
	void eachSubgoalOfThePlanIsATaskOfTheSecretariatDueWithTheEditing() {
		// then
		assertThat(this.stage.instance("report", this.cycle)).hasPassed("serviceTask_startAssessments");
		List<String> subgoals = List.copyOf(this.assessments.subgoals().keySet());
		assertThat(subgoals).contains("1.1", "1.2");
		for (String subgoal : subgoals) {
			assertThat(instance(subgoal)).isWaitingAtExactly(ASSESS);
			assertThat(task(subgoal).getName()).isEqualTo("Assess contribution to subgoal %s (%s)", subgoal,
					this.cycle);
			assertThat(task(subgoal).getDueDate())
				.isEqualTo(Date.from(ReportTaskRule.endOfHalfTime(this.cycles.get(this.cycle))));
		}
	}

	@Test
	void whatIsAssessedEndsAndStandsInTheNextDraft() {
		// given
		ProcessInstance instance = instance("1.1");
		long version = save("1.1", 0, "partly", "Balance is not in sight.");
		assertThat(instance).isWaitingAtExactly(ASSESS);
		// when
		this.assessing.finish(this.cycle, "1.1", version, aes());
		// then
		assertThat(instance).isEnded()
			.hasPassed(ASSESS, "endEvent_contributionAssessed")
			.hasNotPassed("boundaryEvent_reportEdited", "endEvent_notAssessed");
		assertThat(this.reports.compile(this.cycle).assessments())
			.containsExactly(new Assessment("1.1", "partly", "Balance is not in sight."));
		assertThat(this.jdbc.sql("select act from audit where subject = :subject")
			.param("subject", this.cycle + "/subgoal/1.1")
			.query(String.class)
			.list()).containsExactly("assess contribution");
	}

	@Test
	void nothingReportedNeedsNoReasons() {
		// when
		this.assessing.finish(this.cycle, "1.2", save("1.2", 0, "nothing-reported", ""), aes());
		// then
		assertThat(this.assessments.of(this.cycle, "1.2").finished()).isTrue();
	}

	@Test
	void whatIsNotAssessedWhenEditingIsFinishedIsNotAssessed() {
		// given
		ProcessInstance open = instance("1.1");
		this.assessing.finish(this.cycle, "1.2", save("1.2", 0, "little", "Two events."), aes());
		// when
		this.editors.handToReviewers(this.cycle);
		// then
		assertThat(open).isEnded()
			.hasPassed("boundaryEvent_reportEdited", "endEvent_notAssessed")
			.hasNotPassed("endEvent_contributionAssessed");
		assertThat(this.stage.instances("assessment", this.cycle + "/subgoal/1.1")).isEmpty();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> save("1.1", 0, "little", "Too late."))
			.withMessageContaining("lies with the Standing Working Group");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			none   | Reasons. | Say how far
			partly | ''       | Say why
			little | TBC      | is only a placeholder
			""")
	void whatSaysTooLittleIsNotFinished(@Nullable String rating, String reasons, String why) {
		// given
		long version = save("1.1", 0, rating, reasons);
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.assessing.finish(this.cycle, "1.1", version, aes()))
			.withMessageContaining("Subgoal 1.1 is not assessed yet")
			.satisfies((refused) -> assertThat(refused.problems()).singleElement()
				.satisfies((problem) -> assertThat(problem.message()).contains(why)));
		assertThat(instance("1.1")).isWaitingAtExactly(ASSESS);
	}

	@Test
	void nobodyOverwritesWhatSomebodyElseHasSaved() {
		// given
		save("1.1", 0, "partly", "Mine.");
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> save("1.1", 0, "little", "Theirs."))
			.withMessageContaining("Somebody else has saved");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.assessing.finish(this.cycle, "1.1", 0, aes()))
			.withMessageContaining("Load the newer version");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> save("9.9", 0, "little", "None."))
			.withMessageContaining("no subgoal 9.9");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> save("1.2", 0, "hugely", "None."))
			.withMessageContaining("choose one of the four");
	}

	@Test
	void aReportFromBeforeThereWereAssessmentsGoesOnWithTheStepsOfToday(@Autowired EarlierRelease release) {
		// given
		String earlier = release.runs("before-assessments");
		try {
			CycleName other = this.stage.gathering(ONE_COORDINATOR);
			this.stage.freeze(other);
			ProcessInstance report = this.stage.instance("report", other);
			assertThat(release.left(earlier)).containsExactly("report");
			// when
			release.isUpgraded();
			this.jobs.run(other, "serviceTask_compileReport");
			// then
			assertThat(report).hasPassed("serviceTask_startAssessments")
				.isWaitingAtExactly("userTask_writeForeword", "userTask_writeOutlook");
			assertThat(this.stage.instances("assessment", other + "/subgoal/1.1")).hasSize(1);
		}
		finally {
			release.isUpgraded();
			release.isForgotten(earlier);
		}
	}

	private long save(String subgoal, long seen, @Nullable String rating, String reasons) {
		return this.assessing.save(this.cycle, subgoal, seen, rating, reasons, aes()).version();
	}

	private ProcessInstance instance(String subgoal) {
		return this.stage.instance("assessment", this.cycle + "/subgoal/" + subgoal);
	}

	private Task task(String subgoal) {
		return this.tasks.createTaskQuery().processInstanceId(instance(subgoal).getId()).singleResult();
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
