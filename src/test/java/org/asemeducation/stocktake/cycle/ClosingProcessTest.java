package org.asemeducation.stocktake.cycle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.endorsement.Endorsements;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.update.Coordinators;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * From the frozen updates to the published report, and with the meetings to the closed
 * cycle.
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
	private SameMoment sameMoment;

	@Autowired
	private Officials officials;

	@Autowired
	private Meetings meetings;

	@Autowired
	private Editors editors;

	@Autowired
	private Endorsements endorsements;

	@Autowired
	private Reports reports;

	@ParameterizedTest
	@ValueSource(strings = { "report drafts", "drafts report" })
	void endorsesAfterReportAndDraftsInWhicheverOrder(String order) {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.coordinators.save(cycle, ONE_COORDINATOR, "harbour", "Half of it");
		this.stage.freeze(cycle);
		this.jobs.run(cycle, "serviceTask_compileReport");
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		// when
		for (String step : order.split(" ")) {
			assertThat(instance).hasNotPassed("parallelGateway_readyToEndorse")
				.isNotWaitingAt("callActivity_endorsement");
			happen(cycle, step);
		}
		// then
		assertThat(instance).isWaitingAt("callActivity_endorsement").hasPassed("userTask_decideDrafts");
		assertThat(this.path.of("endorsement", cycle)).startsWith("startEvent_reportEdited")
			.doesNotContain("serviceTask_publishReport");
		assertThat(this.reports.published(cycle)).isEmpty();
		happen(cycle, "SOM2");
		happen(cycle, "ASEMME");
		this.endorsements.publish(cycle);
		assertThat(this.reports.published(cycle)).isPresent();
		assertThat(this.path.of("endorsement", cycle)).endsWith("serviceTask_publishReport",
				"endEvent_reportPublished");
	}

	@Test
	void reportAndDraftsAreFinishedInTheSameMoment() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.coordinators.save(cycle, ONE_COORDINATOR, "harbour", "Half of it");
		this.stage.freeze(cycle);
		this.jobs.run(cycle, "serviceTask_compileReport");
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(cycle),
				() -> happen(cycle, "drafts"), () -> happen(cycle, "report"));
		// then
		assertThat(told).hasSize(2).allSatisfy((refusal) -> assertThat(refusal).isEmpty());
		assertThat(this.stage.instance("cycle", cycle)).isWaitingAt("callActivity_endorsement");
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
			.hasPassed("callActivity_isom", "callActivity_som1", "callActivity_som2", "callActivity_asemme",
					"callActivity_report", "callActivity_endorsement", "parallelGateway_readyToClose",
					"endEvent_cycleClosed")
			.hasNotPassed("userTask_decideDrafts");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ISOM", "SOM1", "SOM2", "ASEMME" })
	void aDroppedMeetingHoldsNothingUp(MeetingKind dropped) {
		// given
		CycleName cycle = this.stage.open();
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		this.officials.drop(cycle, dropped);
		assertThat(instance).hasPassed(call(dropped)).isWaitingAt("userTask_sendRequests");
		// when
		bringToReport(cycle);
		for (MeetingKind kind : MeetingKind.values()) {
			if (kind != dropped) {
				this.officials.hold(cycle, kind);
			}
		}
		happen(cycle, "report");
		this.endorsements.publish(cycle);
		// then
		assertThat(instance).isEnded().hasPassed("endEvent_cycleClosed");
		assertThat(this.meetings.of(cycle, dropped).state()).isEqualTo("dropped");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ISOM", "SOM1" })
	void aLateMeetingHoldsOnlyTheEndOfTheCycleUp(MeetingKind late) {
		// given
		CycleName cycle = frozen();
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		// when
		for (MeetingKind kind : MeetingKind.values()) {
			if (kind != late) {
				this.officials.hold(cycle, kind);
			}
		}
		happen(cycle, "report");
		this.endorsements.publish(cycle);
		// then
		assertThat(this.reports.published(cycle)).isPresent();
		assertThat(instance).isNotEnded()
			.isWaitingAtExactly(call(late), "parallelGateway_readyToClose")
			.hasNotPassed("endEvent_cycleClosed");
		happen(cycle, late.name());
		assertThat(instance).isEnded();
	}

	@ParameterizedTest
	@ValueSource(strings = { "SOM2", "ASEMME" })
	void nothingIsPublishedBeforeTheMeetingsThatItWasPutTo(MeetingKind late) {
		// given
		CycleName cycle = frozen();
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		for (MeetingKind kind : MeetingKind.values()) {
			if (kind != late) {
				this.officials.hold(cycle, kind);
			}
		}
		happen(cycle, "report");
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.endorsements.publish(cycle))
			.withMessageStartingWith("%s of %s is not recorded yet".formatted(late, cycle));
		assertThat(this.reports.published(cycle)).isEmpty();
		assertThat(instance).isWaitingAtExactly(call(late), "callActivity_endorsement", "parallelGateway_readyToClose");
	}

	@Test
	void anUndecidedDraftKeepsTheReportFromTheOfficials() {
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
		// then
		assertThat(instance).isNotEnded()
			.isWaitingAtExactly("userTask_decideDrafts", "parallelGateway_readyToEndorse",
					"parallelGateway_readyToClose")
			.hasNotPassed("callActivity_endorsement");
		happen(cycle, "drafts");
		this.endorsements.publish(cycle);
		assertThat(instance).isEnded();
	}

	@Test
	void meetingsAreHeldFromTheFirstDayInAnyOrder() {
		// given
		CycleName cycle = this.stage.open();
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		// when
		for (String step : List.of("ASEMME", "SOM2", "SOM1", "ISOM")) {
			happen(cycle, step);
		}
		// then
		assertThat(instance)
			.hasPassed("callActivity_isom", "callActivity_som1", "callActivity_som2", "callActivity_asemme")
			.isWaitingAt("userTask_sendRequests")
			.isNotWaitingAt("callActivity_endorsement");
	}

	private CycleName frozen() {
		CycleName cycle = this.stage.open();
		bringToReport(cycle);
		return cycle;
	}

	private void bringToReport(CycleName cycle) {
		this.stage.gather(cycle);
		this.stage.freeze(cycle);
		this.jobs.run(cycle, "serviceTask_compileReport");
	}

	private void happen(CycleName cycle, String step) {
		switch (step) {
			case "report" -> this.editors.finish(cycle);
			case "drafts" -> this.coordinators.decide(cycle, Map.of(ONE_COORDINATOR, "leave-out"));
			default -> this.officials.hold(cycle, MeetingKind.valueOf(step));
		}
	}

	private static String call(MeetingKind kind) {
		return "callActivity_" + kind.name().toLowerCase(Locale.ROOT);
	}

}
