package org.asemeducation.stocktake.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.model.FreeChapter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The texts of the free chapters, taken into each compilation.
 */
@Component
class Chapters {

	private final JdbcClient jdbc;

	private final Clock clock;

	Chapters(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * All free chapters, those without a text too.
	 * @param cycle the cycle
	 * @return in the order of the report
	 */
	List<WrittenChapter> of(CycleName cycle) {
		return Arrays.stream(FreeChapter.values()).map((chapter) -> of(cycle, chapter)).toList();
	}

	WrittenChapter of(CycleName cycle, FreeChapter chapter) {
		return this.jdbc.sql("select * from report_chapter where cycle = :cycle and chapter = :chapter")
			.param("cycle", cycle.value())
			.param("chapter", chapter.key())
			.query((row, number) -> new WrittenChapter(chapter, row.getString("text"), row.getLong("version"),
					row.getTimestamp("written_at").toInstant(), row.getString("written_by")))
			.optional()
			.orElseGet(() -> WrittenChapter.empty(chapter));
	}

	/**
	 * Saves over the version the writer has seen. The caller holds the cycle's lock.
	 * @param cycle the cycle
	 * @param chapter which one
	 * @param seen the version that was written on; 0 when there was none
	 * @param text plain text, paragraphs by blank lines
	 * @param by the user id
	 * @return whether it was saved; false when somebody else has saved meanwhile
	 */
	boolean save(CycleName cycle, FreeChapter chapter, long seen, String text, String by) {
		return this.jdbc.sql("""
				insert into report_chapter (cycle, chapter, version, text, written_at, written_by)
				select :cycle, :chapter, :seen + 1, :text, :at, :by
				where :seen = 0 or exists (select 1 from report_chapter where cycle = :cycle and chapter = :chapter)
				on conflict (cycle, chapter) do update
				set version = report_chapter.version + 1, text = excluded.text, written_at = excluded.written_at,
				    written_by = excluded.written_by
				where report_chapter.version = :seen""")
			.param("cycle", cycle.value())
			.param("chapter", chapter.key())
			.param("seen", seen)
			.param("text", text)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update() == 1;
	}

}
