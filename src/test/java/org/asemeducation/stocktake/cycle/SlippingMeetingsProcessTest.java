package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.endorsement.Endorsements;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.report.Reports;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * Meetings that do not take place as planned, each in a cycle that runs through.
 */
@ProcessTest
class SlippingMeetingsProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Officials officials;

	@Autowired
	private Editors editors;

	@Autowired
	private Endorsements endorsements;

	@Autowired
	private Reports reports;

	@Autowired
	private DateMoves moves;

	@Autowired
	private MeetingActs acts;

	@Autowired
	private ChangingFormat formats;

	@Autowired
	private Meetings meetings;

	@Autowired
	private Cycles cycles;

	@Test
	void anIsomIsDropped() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		Cycle before = this.cycles.get(cycle);
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		// when
		this.officials.drop(cycle, MeetingKind.ISOM);
		// then
		runThrough(cycle, List.of(MeetingKind.SOM1, MeetingKind.SOM2, MeetingKind.ASEMME));
		assertThat(instance).isEnded();
		assertThat(this.reports.published(cycle)).isPresent();
		assertThat(this.cycles.get(cycle).deadlines()).isEqualTo(before.deadlines());
	}

	@Test
	void aSom1IsHeldAYearLateAndHybrid() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		Cycle before = this.cycles.get(cycle);
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		LocalDate late = this.meetings.of(cycle, MeetingKind.SOM1).planned().plusYears(1);
		// when
		move(cycle, MeetingKind.SOM1, late);
		this.formats.change(cycle, MeetingKind.SOM1, MeetingFormat.HYBRID, this.troupe.user("aes"));
		// then it is held last, and nothing has waited for it
		runThrough(cycle, List.of(MeetingKind.ISOM, MeetingKind.SOM2, MeetingKind.ASEMME));
		assertThat(this.reports.published(cycle)).isPresent();
		assertThat(instance).isNotEnded();
		this.officials.hold(cycle, MeetingKind.SOM1);
		assertThat(instance).isEnded();
		assertThat(this.meetings.of(cycle, MeetingKind.SOM1)).satisfies((som1) -> {
			assertThat(som1.held()).isEqualTo(late);
			assertThat(som1.format()).isEqualTo(MeetingFormat.HYBRID);
		});
		assertThat(this.cycles.get(cycle).deadlines()).isEqualTo(before.deadlines());
	}

	@Test
	void anAsemmeSlipsBySevenMonths() {
		// given it is confirmed and prepared already
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		LocalDate planned = this.meetings.of(cycle, MeetingKind.ASEMME).planned();
		this.acts.confirm(cycle, MeetingKind.ASEMME, MeetingPlan.of(this.meetings.of(cycle, MeetingKind.ASEMME)),
				this.troupe.user("aes"));
		this.acts.prepare(cycle, MeetingKind.ASEMME, this.troupe.user("aes"));
		ProcessInstance asemme = this.stage.meeting(cycle, MeetingKind.ASEMME);
		// when
		move(cycle, MeetingKind.ASEMME, planned.plusMonths(7));
		this.jobs.run(cycle, "serviceTask_dateTasks");
		// then it waits for its new day where it stood
		assertThat(asemme).isWaitingAtExactly("userTask_holdPostponeOrDrop");
		assertThat(asemme).task().hasDueDate(java.util.Date.from(this.cycles.get(cycle).endOf(planned.plusMonths(7))));
		runToEndorsement(cycle, List.of(MeetingKind.ISOM, MeetingKind.SOM1, MeetingKind.SOM2));
		this.acts.decide(cycle, MeetingKind.ASEMME, MeetingOutcome.held(planned.plusMonths(7)),
				this.troupe.user("aes"));
		this.officials.record(cycle, MeetingKind.ASEMME);
		this.endorsements.publish(cycle);
		assertThat(instance).isEnded();
		assertThat(this.meetings.of(cycle, MeetingKind.ASEMME).held()).isEqualTo(planned.plusMonths(7));
	}

	private void move(CycleName cycle, MeetingKind kind, LocalDate to) {
		this.moves.move(cycle, DateName.of(kind), new DateMove(to, null, "A pandemic"), this.troupe.user("aes"));
	}

	private void runThrough(CycleName cycle, List<MeetingKind> held) {
		runToEndorsement(cycle, held);
		this.endorsements.publish(cycle);
	}

	private void runToEndorsement(CycleName cycle, List<MeetingKind> held) {
		this.stage.freeze(cycle);
		this.jobs.run(cycle, "serviceTask_compileReport");
		held.forEach((kind) -> this.officials.hold(cycle, kind));
		this.editors.finish(cycle);
	}

}
