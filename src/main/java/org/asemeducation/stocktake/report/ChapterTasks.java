package org.asemeducation.stocktake.report;

import java.time.LocalDate;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who writes which free chapter, and by when, where the secretariat has said so.
 */
@Component
class ChapterTasks {

	private final JdbcClient jdbc;

	ChapterTasks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<ChapterTask> of(CycleName cycle, FreeChapter chapter) {
		return this.jdbc.sql("select author, due from report_chapter_task where cycle = :cycle and chapter = :chapter")
			.param("cycle", cycle.value())
			.param("chapter", chapter.key())
			.query((row, number) -> new ChapterTask(row.getString("author"), row.getObject("due", LocalDate.class)))
			.optional();
	}

	/** Takes the place of what was said before; the caller holds the cycle's lock. */
	void say(CycleName cycle, FreeChapter chapter, ChapterTask task) {
		this.jdbc.sql("""
				insert into report_chapter_task (cycle, chapter, author, due) values (:cycle, :chapter, :author, :due)
				on conflict (cycle, chapter) do update set author = excluded.author, due = excluded.due""")
			.param("cycle", cycle.value())
			.param("chapter", chapter.key())
			.param("author", task.author())
			.param("due", task.due())
			.update();
	}

	/**
	 * A free chapter's task.
	 *
	 * @param author the user id of one of the secretariat; {@code null}: any of them
	 * @param due the last day, in the cycle's zone; {@code null}: with the reviews
	 */
	record ChapterTask(@Nullable String author, @Nullable LocalDate due) {

		static final ChapterTask ANYBODYS = new ChapterTask(null, null);

	}

}
