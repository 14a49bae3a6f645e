package org.asemeducation.stocktake.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.ReportModel.Chapter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The free chapters of a report: written until editing is finished, taken into the next
 * compilation.
 */
@Component
public class Chapters {

	private final JdbcClient jdbc;

	private final Cycles cycles;

	private final Edits edits;

	private final Audit audit;

	private final Clock clock;

	Chapters(JdbcClient jdbc, Cycles cycles, Edits edits, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.cycles = cycles;
		this.edits = edits;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * All free chapters, those without a text too.
	 * @param cycle the cycle
	 * @return in the order of the report
	 */
	public List<Chapter> of(CycleName cycle) {
		this.cycles.get(cycle);
		Map<String, String> texts = this.jdbc.sql("select chapter, text from report_chapter where cycle = :cycle")
			.param("cycle", cycle.value())
			.query((row, number) -> Map.entry(row.getString("chapter"), row.getString("text")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		return Arrays.stream(FreeChapter.values())
			.map((it) -> new Chapter(it.key(), it.title(), texts.getOrDefault(it.key(), "")))
			.toList();
	}

	/**
	 * Writes a chapter anew.
	 * @param cycle the cycle
	 * @param chapter which one
	 * @param text plain text, paragraphs by blank lines
	 * @param by the user id
	 * @throws Refused when editing is finished
	 */
	@Transactional
	public void write(CycleName cycle, FreeChapter chapter, String text, String by) {
		this.cycles.lock(cycle);
		if (this.edits.isFinished(cycle)) {
			throw Refused
				.conflict("Editing the report of %s is finished: its chapters stay as they are.".formatted(cycle));
		}
		this.jdbc.sql("""
				insert into report_chapter (cycle, chapter, text, written_at, written_by)
				values (:cycle, :chapter, :text, :at, :by)
				on conflict (cycle, chapter) do update
				set text = excluded.text, written_at = excluded.written_at, written_by = excluded.written_by""")
			.param("cycle", cycle.value())
			.param("chapter", chapter.key())
			.param("text", text)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
		this.audit.record(by, "write chapter", "%s/%s".formatted(cycle, chapter.key()), null,
				"%d characters".formatted(text.length()));
	}

}
