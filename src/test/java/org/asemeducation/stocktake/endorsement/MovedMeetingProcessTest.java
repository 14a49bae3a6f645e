package org.asemeducation.stocktake.endorsement;

import java.time.LocalDate;
import java.util.Date;

import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.cycle.Officials;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What hangs on a meeting goes with its day while it waits.
 */
@ProcessTest
class MovedMeetingProcessTest {

	@Autowired
	private Endorsements endorsements;

	@Autowired
	private Officials officials;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Meetings meetings;

	@Autowired
	private TaskService tasks;

	private CycleName cycle;

	private ProcessInstance instance;

	@BeforeEach
	void putAReportToOfficials() {
		this.cycle = this.endorsements.accepted();
		this.instance = this.endorsements.withOfficials(this.cycle);
	}

	@Test
	void changesOfOfficialsAreDueOnTheDayTheirMeetingIsPostponedTo() {
		// given
		LocalDate later = day(MeetingKind.SOM2).plusDays(40);
		// when
		this.officials.postpone(this.cycle, MeetingKind.SOM2, later);
		// then
		assertThat(task().getName()).isEqualTo("Take in SOM2's changes (%s)", this.cycle);
		assertThat(task().getDueDate()).isEqualTo(endOf(later));
	}

	@Test
	void adoptionIsDueOnTheDayTheMinistersMeetingIsPostponedTo() {
		// given
		this.endorsements.toMinisters(this.cycle);
		LocalDate later = day(MeetingKind.ASEMME).plusDays(40);
		// when
		this.officials.postpone(this.cycle, MeetingKind.ASEMME, later);
		// then
		assertThat(task().getName()).isEqualTo("Record adoption (%s)", this.cycle);
		assertThat(task().getDueDate()).isEqualTo(endOf(later));
	}

	@Test
	void itIsDueOnNoDayWhileNoneIsKnownAndOnTheNewOneOnceItIsConfirmed() {
		// given
		LocalDate later = day(MeetingKind.SOM2).plusDays(50);
		// when
		this.officials.postpone(this.cycle, MeetingKind.SOM2, null);
		Date meanwhile = task().getDueDate();
		this.officials.confirm(this.cycle, MeetingKind.SOM2, later);
		// then
		assertThat(meanwhile).isNull();
		assertThat(task().getDueDate()).isEqualTo(endOf(later));
	}

	@Test
	void itIsDueOnTheDayTheMeetingWasHeld() {
		// given
		LocalDate held = day(MeetingKind.SOM2).plusDays(1);
		// when
		this.officials.hold(this.cycle, MeetingKind.SOM2, held);
		// then
		assertThat(task().getDueDate()).isEqualTo(endOf(held));
	}

	@Test
	void anotherMeetingAndAnotherCycleLeaveItAlone() {
		// given
		Task before = task();
		CycleName another = this.endorsements.accepted();
		ProcessInstance elsewhere = this.endorsements.withOfficials(another);
		Date there = task(elsewhere).getDueDate();
		// when
		this.officials.postpone(this.cycle, MeetingKind.ASEMME, day(MeetingKind.ASEMME).plusDays(9));
		this.officials.postpone(this.cycle, MeetingKind.ISOM, day(MeetingKind.ISOM).plusDays(9));
		Task untouched = task();
		this.officials.postpone(this.cycle, MeetingKind.SOM2, day(MeetingKind.SOM2).plusDays(9));
		// then
		assertThat(untouched.getDueDate()).isEqualTo(before.getDueDate());
		assertThat(untouched.getLastUpdated()).isEqualTo(before.getLastUpdated());
		assertThat(task(elsewhere).getDueDate()).isEqualTo(there);
	}

	private LocalDate day(MeetingKind kind) {
		return this.meetings.of(this.cycle, kind).day();
	}

	private Date endOf(LocalDate day) {
		return Date.from(this.cycles.get(this.cycle).endOf(day));
	}

	private Task task() {
		return task(this.instance);
	}

	private Task task(ProcessInstance of) {
		return this.tasks.createTaskQuery().processInstanceId(of.getId()).singleResult();
	}

}
