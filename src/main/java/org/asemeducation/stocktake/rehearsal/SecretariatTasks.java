package org.asemeducation.stocktake.rehearsal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.report.ChapterWriting;
import org.asemeducation.stocktake.report.Editing;
import org.asemeducation.stocktake.report.comment.Commenting;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.update.DraftDecisions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the secretariat does by itself in a rehearsal: its tasks, when they are due; and
 * the reviewing body, which has nothing to say about the draft. Requests and freeze come
 * by their timers, a missing coordinator stays missing, free chapters are left out.
 */
@Component
class SecretariatTasks {

	private final JdbcClient jdbc;

	private final PlannedMeetings meetings;

	private final DraftDecisions drafts;

	private final ChapterWriting chapters;

	private final Editing editing;

	private final Commenting commenting;

	private final Cast cast;

	SecretariatTasks(JdbcClient jdbc, PlannedMeetings meetings, DraftDecisions drafts, ChapterWriting chapters,
			Editing editing, Commenting commenting, Cast cast) {
		this.jdbc = jdbc;
		this.meetings = meetings;
		this.drafts = drafts;
		this.chapters = chapters;
		this.editing = editing;
		this.commenting = commenting;
		this.cast = cast;
	}

	/**
	 * The secretariat's next task that it completes by itself.
	 * @return what it does when, or nothing when none is open
	 */
	Optional<Happening> next() {
		return open().stream()
			.min(Comparator.comparing(OpenTask::due)
				.thenComparing(OpenTask::key)
				.thenComparing((task) -> task.about().toString()))
			.map((task) -> new Happening(task.due(), () -> complete(task)));
	}

	private List<OpenTask> open() {
		return this.jdbc.sql("""
				select t.task_def_key_, t.due_date_, e.business_key_ from act_ru_task t
				join act_ru_execution e on e.id_ = t.proc_inst_id_
				where t.due_date_ is not null and t.task_def_key_ in ('userTask_confirmDateAndHost',
				    'userTask_prepareMeeting', 'userTask_holdPostponeOrDrop', 'userTask_adoptMinutes',
				    'userTask_recordMeeting', 'userTask_decideDrafts', 'userTask_writeForeword',
				    'userTask_writeOutlook', 'userTask_editReport', 'userTask_commentOnDraft')""")
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
			case "userTask_editReport" -> this.editing.finish(cycle, this.cast.secretariat());
			case "userTask_commentOnDraft" -> this.commenting.handIn(cycle, 0, this.cast.reviewer());
			case "userTask_decideDrafts" -> this.drafts.leaveAllOut(cycle, this.cast.secretariat());
			default -> this.meetings.goOn(task.key(), task.about(), this.cast.secretariat());
		}
	}

	private void leaveOut(CycleName cycle, FreeChapter chapter) {
		this.chapters.finish(cycle, chapter, 0, true, this.cast.secretariat());
	}

	/**
	 * A task that waits for the secretariat.
	 */
	private record OpenTask(String key, BusinessKey about, Instant due) {
	}

}
