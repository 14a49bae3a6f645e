package org.asemeducation.stocktake.rehearsal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.endorsement.EndorsementActs;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.report.ChapterWriting;
import org.asemeducation.stocktake.report.RehearsedAssessments;
import org.asemeducation.stocktake.report.Editing;
import org.asemeducation.stocktake.report.comment.Commenting;
import org.asemeducation.stocktake.report.round.RehearsedRound;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.update.DraftDecisions;
import org.asemeducation.stocktake.update.completion.PlanCompletion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the secretariat does by itself in a rehearsal: its tasks, when they are due; and
 * the reviewing body, which has nothing to say about the draft. Requests and freeze come
 * by their timers, a missing coordinator stays missing, free chapters are left out, and
 * contributions are assessed by how many are stated.
 */
@Component
class SecretariatTasks {

	private static final String TAKE_IN_CHANGES = "userTask_takeInChanges";

	private static final String RECORD_ADOPTION = "userTask_recordAdoption";

	private final JdbcClient jdbc;

	private final PlannedMeetings plannedMeetings;

	private final DraftDecisions drafts;

	private final PlanCompletion completion;

	private final ChapterWriting chapters;

	private final RehearsedAssessments assessments;

	private final Editing editing;

	private final Commenting commenting;

	private final RehearsedRound rounds;

	private final EndorsementActs endorsement;

	private final Meetings meetings;

	private final Ministers ministers;

	private final Cast cast;

	SecretariatTasks(JdbcClient jdbc, PlannedMeetings plannedMeetings, DraftDecisions drafts, PlanCompletion completion,
			ChapterWriting chapters, RehearsedAssessments assessments, Editing editing, Commenting commenting,
			RehearsedRound rounds, EndorsementActs endorsement, Meetings meetings, Ministers ministers, Cast cast) {
		this.jdbc = jdbc;
		this.plannedMeetings = plannedMeetings;
		this.drafts = drafts;
		this.completion = completion;
		this.chapters = chapters;
		this.assessments = assessments;
		this.editing = editing;
		this.commenting = commenting;
		this.rounds = rounds;
		this.endorsement = endorsement;
		this.meetings = meetings;
		this.ministers = ministers;
		this.cast = cast;
	}

	/**
	 * The secretariat's next task that it completes by itself.
	 * @return what it does when, or nothing when none is open
	 */
	Optional<Happening> next() {
		return open().stream()
			.filter(this::isReady)
			.min(Comparator.comparing(OpenTask::due)
				.thenComparing(OpenTask::key)
				.thenComparing((task) -> task.about().toString()))
			.map((task) -> new Happening(task.due(), () -> complete(task)));
	}

	private List<OpenTask> open() {
		return this.jdbc
			.sql("""
					select t.task_def_key_, t.due_date_, e.business_key_ from act_ru_task t
					join act_ru_execution e on e.id_ = t.proc_inst_id_
					where t.due_date_ is not null and t.task_def_key_ in ('userTask_confirmDateAndHost',
					    'userTask_prepareMeeting', 'userTask_holdPostponeOrDrop', 'userTask_adoptMinutes',
					    'userTask_recordMeeting', 'userTask_decideDrafts', 'userTask_writeForeword',
					    'userTask_writeOutlook', 'userTask_assessContribution', 'userTask_editReport', 'userTask_commentOnDraft', 'userTask_answerComments',
					    'userTask_takeInChanges', 'userTask_recordAdoption', 'userTask_completePlan')""")
			.query((row, number) -> new OpenTask(row.getString("task_def_key_"),
					BusinessKey.parse(row.getString("business_key_")),
					row.getObject("due_date_", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
			.list();
	}

	private void complete(OpenTask task) {
		CycleName cycle = new CycleName(task.about().cycle());
		switch (task.key()) {
			case "userTask_writeForeword" -> leaveOut(cycle, FreeChapter.FOREWORD);
			case "userTask_writeOutlook" -> leaveOut(cycle, FreeChapter.OUTLOOK);
			case "userTask_assessContribution" -> this.assessments.assess(task.about(), this.cast.secretariat());
			case "userTask_editReport" -> this.editing.finish(cycle, this.cast.secretariat());
			case "userTask_commentOnDraft" -> this.commenting.handIn(cycle, 0, this.cast.reviewer());
			case "userTask_answerComments" -> this.rounds.answer(cycle, this.cast.secretariat());
			case "userTask_decideDrafts" -> this.drafts.leaveAllOut(cycle, this.cast.secretariat());
			case PlanCompletion.COMPLETE_PLAN -> this.completion.complete(cycle, this.cast.secretariat());
			case TAKE_IN_CHANGES -> this.endorsement.takeInChanges(cycle, null, this.cast.secretariat());
			case RECORD_ADOPTION -> this.endorsement.recordAdoption(cycle,
					this.ministers.decide(cycle, meeting(cycle, MeetingKind.ASEMME)), this.cast.secretariat());
			default -> this.plannedMeetings.goOn(task.key(), task.about(), this.cast.secretariat());
		}
	}

	private void leaveOut(CycleName cycle, FreeChapter chapter) {
		this.chapters.finish(cycle, chapter, 0, true, this.cast.secretariat());
	}

	/**
	 * What follows from a meeting waits until the meeting is recorded, and a report is
	 * edited until no draft of it goes round.
	 */
	private boolean isReady(OpenTask task) {
		return switch (task.key()) {
			case TAKE_IN_CHANGES -> meeting(new CycleName(task.about().cycle()), MeetingKind.SOM2).isRecorded();
			case RECORD_ADOPTION -> !this.ministers.areAwaited(new CycleName(task.about().cycle()))
					&& meeting(new CycleName(task.about().cycle()), MeetingKind.ASEMME).isRecorded();
			case PlanCompletion.COMPLETE_PLAN -> this.completion.isReady(new CycleName(task.about().cycle()));
			case "userTask_editReport" -> !this.rounds.isUnderWay(new CycleName(task.about().cycle()));
			default -> true;
		};
	}

	private Meeting meeting(CycleName cycle, MeetingKind kind) {
		return this.meetings.of(cycle).stream().filter((it) -> it.kind() == kind).findFirst().orElseThrow();
	}

	/**
	 * A task that waits for the secretariat.
	 */
	private record OpenTask(String key, BusinessKey about, Instant due) {
	}

}
