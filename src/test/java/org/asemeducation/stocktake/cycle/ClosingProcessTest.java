package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.endorsement.Endorsements;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.ReportProcess;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.update.Coordinators;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * From the frozen updates and the meetings to the published report and the closed cycle.
 */
@ProcessTest
class ClosingProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Path path;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private CycleActs acts;

	@Autowired
	private Meetings meetings;

	@Autowired
	private ReportProcess report;

	@Autowired
	private Endorsements endorsements;

	@Autowired
	private Reports reports;

	@ParameterizedTest
	@ValueSource(strings = { "report SOM2 ASEMME", "report ASEMME SOM2", "SOM2 report ASEMME", "SOM2 ASEMME report",
			"ASEMME report SOM2", "ASEMME SOM2 report" })
	void publishesAfterReportAndBothMeetingsInWhicheverOrder(String order) {
		// given
		CycleName cycle = frozen();
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		List<String> steps = List.of(order.split(" "));
		// when
		for (String step : steps) {
			assertThat(instance).hasNotPassed("parallelGateway_readyToEndorse", "callActivity_endorsement")
				.isNotWaitingAt("callActivity_endorsement");
			happen(cycle, step);
		}
		// then
		assertThat(instance).isWaitingAt("callActivity_endorsement");
		assertThat(this.reports.published(cycle)).isEmpty();
		this.endorsements.publish(cycle);
		assertThat(this.reports.published(cycle)).isPresent();
		assertThat(this.path.of("endorsement", cycle)).startsWith("startEvent_reportEdited")
			.endsWith("serviceTask_publishReport", "endEvent_reportPublished");
	}

	@Test
	void closesWhenAllFourMeetingsAreRecordedAndTheReportIsPublished() {
		// given
		CycleName cycle = frozen();
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		for (String step : List.of("ISOM", "SOM1", "SOM2", "ASEMME", "report")) {
			happen(cycle, step);
		}
		assertThat(instance).isNotEnded();
		// when
		this.endorsements.publish(cycle);
		// then
		assertThat(instance).isEnded()
			.hasPassed("userTask_recordIsom", "userTask_recordSom1", "userTask_recordSom2", "userTask_recordAsemme",
					"callActivity_report", "callActivity_endorsement", "parallelGateway_readyToClose",
					"endEvent_cycleClosed")
			.hasNotPassed("userTask_decideDrafts");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ISOM", "SOM1", "SOM2", "ASEMME" })
	void aDroppedMeetingIsRecordedAsDroppedAndHoldsNothingUp(MeetingKind dropped) {
		// given
		CycleName cycle = frozen();
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		// when
		for (MeetingKind kind : MeetingKind.values()) {
			if (kind == dropped) {
				this.acts.recordMeeting(cycle, kind, new MeetingRecord("dropped", null, null, false, null), aes());
			}
			else {
				happen(cycle, kind.name());
			}
		}
		happen(cycle, "report");
		this.endorsements.publish(cycle);
		// then
		assertThat(instance).isEnded().hasPassed("endEvent_cycleClosed");
		assertThat(this.meetings.of(cycle, dropped).state()).isEqualTo("dropped");
	}

	@Test
	void withoutIsomTheReportIsPublishedButTheCycleStaysOpen() {
		// given
		CycleName cycle = frozen();
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		for (String step : List.of("SOM1", "SOM2", "ASEMME", "report")) {
			happen(cycle, step);
		}
		// when
		this.endorsements.publish(cycle);
		// then
		assertThat(this.reports.published(cycle)).isPresent();
		assertThat(instance).isNotEnded()
			.isWaitingAtExactly("userTask_recordIsom", "parallelGateway_readyToClose")
			.hasNotPassed("endEvent_cycleClosed");
		happen(cycle, "ISOM");
		assertThat(instance).isEnded();
	}

	@Test
	void anUndecidedDraftKeepsTheCycleOpenButNotTheReport() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.coordinators.save(cycle, ONE_COORDINATOR, "harbour", "Half of it");
		this.stage.freeze(cycle);
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		// when
		this.jobs.run(cycle, "serviceTask_compileReport");
		for (String step : List.of("ISOM", "SOM1", "SOM2", "ASEMME", "report")) {
			happen(cycle, step);
		}
		this.endorsements.publish(cycle);
		// then
		assertThat(instance).isNotEnded().isWaitingAt("userTask_decideDrafts");
		this.coordinators.decide(cycle, Map.of(ONE_COORDINATOR, "leave-out"));
		assertThat(instance).isEnded();
	}

	@Test
	void meetingsAreRecordedFromTheFirstDayInAnyOrder() {
		// given
		CycleName cycle = this.stage.open();
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		// when
		for (String step : List.of("ASEMME", "SOM2", "SOM1", "ISOM")) {
			happen(cycle, step);
		}
		// then
		assertThat(instance)
			.hasPassed("userTask_recordIsom", "userTask_recordSom1", "userTask_recordSom2", "userTask_recordAsemme")
			.isWaitingAt("userTask_sendRequests")
			.isNotWaitingAt("callActivity_endorsement");
	}

	@Test
	void aMeetingIsRecordedOnce() {
		// given
		CycleName cycle = this.stage.open();
		happen(cycle, "ISOM");
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> happen(cycle, "ISOM"))
			.withMessageContaining("is recorded already");
	}

	@Test
	void aMeetingHeldNeedsItsDay() {
		// given
		CycleName cycle = this.stage.open();
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.acts.recordMeeting(cycle, MeetingKind.SOM1,
					new MeetingRecord("held", null, null, false, null), aes()))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly("heldOn"));
		assertThat(this.stage.instance("cycle", cycle)).isWaitingAt("userTask_recordSom1");
		assertThat(this.meetings.of(cycle, MeetingKind.SOM1).isRecorded()).isFalse();
	}

	private CycleName frozen() {
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(cycle);
		this.jobs.run(cycle, "serviceTask_compileReport");
		return cycle;
	}

	private void happen(CycleName cycle, String step) {
		if ("report".equals(step)) {
			this.report.edited(cycle, aes());
		}
		else {
			this.acts.recordMeeting(cycle, MeetingKind.valueOf(step), MeetingRecord.held(LocalDate.of(2031, 1, 1)),
					aes());
		}
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
