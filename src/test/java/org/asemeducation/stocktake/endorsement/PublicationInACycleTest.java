package org.asemeducation.stocktake.endorsement;

import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.Officials;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.SUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * Compiling, sealing and publishing at their place in a whole cycle.
 */
@ProcessTest
class PublicationInACycleTest {

	private static final String COMPILE = "serviceTask_compileReport";

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Sabotage sabotage;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Endorsements endorsements;

	@Autowired
	private Officials officials;

	@Autowired
	private Editors editors;

	@Autowired
	private Reports reports;

	@Autowired
	private SealedVersions sealed;

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
		this.endorsements.publish(cycle);
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
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.jobs.run(cycle, COMPILE))
			.withStackTraceContaining("sabotaged");
		// then
		assertThat(this.jobs.only(cycle, COMPILE)).hasRetries(2).hasExceptionMessage();
		assertThat(report).isWaitingAtExactly(COMPILE).hasNotPassed("parallelGateway_writeChapters");
		assertThat(this.reports.latest(cycle)).isEmpty();
		this.sabotage.mend();
		this.jobs.run(cycle, COMPILE);
		assertThat(report).isWaitingAtExactly("userTask_writeForeword", "userTask_writeOutlook").hasPassed(COMPILE);
	}

	@Test
	void whoeverFinishedEditingSealedTheVersionForOfficials() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(cycle);
		this.jobs.run(cycle, COMPILE);
		// when
		bringToEndorsement(cycle);
		this.jobs.run(cycle, Endorsements.SEAL_FOR_OFFICIALS);
		// then
		assertThat(this.sealed.of(cycle, State.FOR_OFFICIALS)).get()
			.satisfies((version) -> assertThat(version.sealedBy()).isEqualTo(this.troupe.user("aes")))
			.satisfies((version) -> assertThat(version.sealedAt()).isEqualTo(this.stage.now()));
	}

	private void bringToEndorsement(CycleName cycle) {
		this.editors.finish(cycle);
		for (MeetingKind kind : List.of(MeetingKind.SOM2, MeetingKind.ASEMME)) {
			this.officials.hold(cycle, kind);
		}
	}

}
