package org.asemeducation.stocktake.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.MeetingRecord;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.endorsement.Decision;
import org.asemeducation.stocktake.endorsement.EndorsementActs;
import org.asemeducation.stocktake.report.ReportProcess;
import org.asemeducation.stocktake.update.DraftDecisions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What the secretariat does by itself in a rehearsal: its tasks, when they are due.
 * Requests and freeze come by their timers, and a missing coordinator stays missing.
 */
@Component
@Profile(Rehearse.PROFILE)
class SecretariatTasks {

	private static final String RECORD = "userTask_record";

	private static final String TAKE_IN_CHANGES = "userTask_takeInChanges";

	private static final String RECORD_ADOPTION = "userTask_recordAdoption";

	private final JdbcClient jdbc;

	private final Cycles cycles;

	private final CycleActs acts;

	private final DraftDecisions drafts;

	private final ReportProcess report;

	private final EndorsementActs endorsement;

	private final Meetings meetings;

	private final Cast cast;

	SecretariatTasks(JdbcClient jdbc, Cycles cycles, CycleActs acts, DraftDecisions drafts, ReportProcess report,
			EndorsementActs endorsement, Meetings meetings, Cast cast) {
		this.jdbc = jdbc;
		this.cycles = cycles;
		this.acts = acts;
		this.drafts = drafts;
		this.report = report;
		this.endorsement = endorsement;
		this.meetings = meetings;
		this.cast = cast;
	}

	/**
	 * The secretariat's next task that it completes by itself.
	 * @return what it does when, or nothing when none is open
	 */
	Optional<Happening> next() {
		return open().stream()
			.filter(this::isReady)
			.min(Comparator.comparing(OpenTask::due).thenComparing(OpenTask::key))
			.map((task) -> new Happening(task.due(), () -> complete(task)));
	}

	private List<OpenTask> open() {
		return this.jdbc.sql("""
				select t.task_def_key_, t.due_date_, e.business_key_ from act_ru_task t
				join act_ru_execution e on e.id_ = t.proc_inst_id_
				where t.due_date_ is not null and (t.task_def_key_ like 'userTask_record%'
				    or t.task_def_key_ in ('userTask_editReport', 'userTask_decideDrafts',
				        'userTask_takeInChanges'))""")
			.query((row, number) -> new OpenTask(row.getString("task_def_key_"), row.getString("business_key_"),
					row.getObject("due_date_", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
			.list();
	}

	private void complete(OpenTask task) {
		CycleName cycle = new CycleName(task.cycle());
		switch (task.key()) {
			case "userTask_editReport" -> this.report.edited(cycle, this.cast.secretariat());
			case "userTask_decideDrafts" -> this.drafts.leaveAllOut(cycle, this.cast.secretariat());
			case TAKE_IN_CHANGES -> this.endorsement.takeInChanges(cycle, null, this.cast.secretariat());
			case RECORD_ADOPTION -> this.endorsement.recordAdoption(cycle, decision(cycle), this.cast.secretariat());
			default -> record(this.cycles.get(cycle), task);
		}
	}

	/** What follows from a meeting waits until the meeting is recorded. */
	private boolean isReady(OpenTask task) {
		return switch (task.key()) {
			case TAKE_IN_CHANGES -> meeting(new CycleName(task.cycle()), MeetingKind.SOM2).isRecorded();
			case RECORD_ADOPTION -> meeting(new CycleName(task.cycle()), MeetingKind.ASEMME).isRecorded();
			default -> true;
		};
	}

	private Decision decision(CycleName cycle) {
		LocalDate held = meeting(cycle, MeetingKind.ASEMME).held();
		return (held != null) ? Decision.adopted(held) : Decision.notAdopted("The ministers' meeting was dropped.");
	}

	private Meeting meeting(CycleName cycle, MeetingKind kind) {
		return this.meetings.of(cycle).stream().filter((it) -> it.kind() == kind).findFirst().orElseThrow();
	}

	private void record(Cycle cycle, OpenTask task) {
		MeetingKind kind = MeetingKind.valueOf(task.key().substring(RECORD.length()).toUpperCase(Locale.ROOT));
		LocalDate held = task.due().atZone(cycle.zone()).toLocalDate();
		this.acts.recordMeeting(cycle.name(), kind, MeetingRecord.held(held), this.cast.secretariat());
	}

	/**
	 * A task that waits for the secretariat.
	 */
	private record OpenTask(String key, String cycle, Instant due) {
	}

}
