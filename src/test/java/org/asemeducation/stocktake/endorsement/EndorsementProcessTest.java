package org.asemeducation.stocktake.endorsement;

import java.util.Map;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.SUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * Compiling and publishing at their place in a whole cycle.
 */
@ProcessTest
class EndorsementProcessTest {

	private static final String COMPILE = "serviceTask_compileReport";

	private static final String PUBLISH = "serviceTask_publishReport";

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Path path;

	@Autowired
	private Sabotage sabotage;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Editors editors;

	@Autowired
	private Reports reports;

	@Test
	void publishesTheReportAndTheCycle() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(cycle);
		this.jobs.run(cycle, COMPILE);
		bringToEndorsement(cycle);
		ProcessInstance endorsement = this.stage.instance("endorsement", cycle);
		assertThat(endorsement).isWaitingAtExactly(PUBLISH);
		// when
		this.jobs.run(cycle, PUBLISH);
		// then
		assertThat(endorsement).isEnded();
		assertThat(this.path.of(endorsement)).containsExactly("startEvent_meetingsRecorded", PUBLISH,
				"endEvent_reportPublished");
		assertThat(this.reports.published(cycle)).isPresent();
		assertThat(this.cycles.get(cycle).state()).isEqualTo(Cycle.State.PUBLISHED);
	}

	@Test
	void whatIsDecidedAndAcceptedAfterTheFreezeIsStillInTheReport() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR, SUPPORTED);
		this.coordinators.save(cycle, ONE_COORDINATOR, "harbour", "Words from the draft");
		this.coordinators.submit(cycle, SUPPORTED, "inland", "Words under review");
		this.stage.freeze(cycle);
		this.jobs.run(cycle, COMPILE);
		String draft = JsonReport.canonical(this.reports.latest(cycle).orElseThrow());
		// when
		this.coordinators.decide(cycle, Map.of(ONE_COORDINATOR, "take-in"));
		this.reviewers.accept(cycle, ONE_COORDINATOR);
		this.reviewers.accept(cycle, SUPPORTED);
		bringToEndorsement(cycle);
		this.jobs.run(cycle, PUBLISH);
		// then
		assertThat(draft).contains("Draft not submitted", "under review")
			.doesNotContain("Words from the draft", "Words under review");
		assertThat(JsonReport.canonical(this.reports.published(cycle).orElseThrow())).contains("Words from the draft",
				"Words under review");
	}

	@Test
	void aCompilationThatFailsKeepsItsJobAndOpensNoTask() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(cycle);
		ProcessInstance report = this.stage.instance("report", cycle);
		this.sabotage.breakTable("compiled_report");
		// when
		fail(cycle, COMPILE);
		// then
		assertThat(report).isWaitingAtExactly(COMPILE).hasNotPassed("parallelGateway_writeChapters");
		assertThat(this.reports.latest(cycle)).isEmpty();
		this.sabotage.mend();
		this.jobs.run(cycle, COMPILE);
		assertThat(report).isWaitingAtExactly("userTask_writeForeword", "userTask_writeOutlook").hasPassed(COMPILE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "compiled_report", "cycle" })
	void aPublicationThatFailsKeepsItsJobAndPublishesNothing(String table) {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(cycle);
		this.jobs.run(cycle, COMPILE);
		bringToEndorsement(cycle);
		this.sabotage.breakTable(table);
		// when
		fail(cycle, PUBLISH);
		// then
		assertThat(this.reports.published(cycle)).isEmpty();
		assertThat(this.cycles.get(cycle).state()).isEqualTo(Cycle.State.CLOSED);
		assertThat(this.stage.instance("cycle", cycle)).isWaitingAt("callActivity_endorsement");
		this.sabotage.mend();
		this.jobs.run(cycle, PUBLISH);
		assertThat(this.reports.published(cycle)).isPresent();
	}

	private void fail(CycleName cycle, String step) {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.jobs.run(cycle, step))
			.withStackTraceContaining("sabotaged");
		assertThat(this.jobs.only(cycle, step)).hasRetries(2).hasExceptionMessage();
	}

	private void bringToEndorsement(CycleName cycle) {
		this.editors.finish(cycle);
	}

}
