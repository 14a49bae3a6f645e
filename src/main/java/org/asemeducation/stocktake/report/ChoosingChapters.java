package org.asemeducation.stocktake.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.engine.TaskFaces;
import org.asemeducation.stocktake.engine.Tasks;
import org.asemeducation.stocktake.report.ChapterTasks.ChapterTask;
import org.asemeducation.stocktake.report.Outlines.Entry;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.ReportChapter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat chooses the chapters of a cycle's report and their order, and says who
 * writes the free ones by when.
 */
@Component
class ChoosingChapters {

	/** What others refer to. */
	private static final Set<ReportChapter> NEEDED = Set.of(ReportChapter.AT_A_GLANCE, ReportChapter.INITIATIVES);

	private final Cycles cycles;

	private final Steps steps;

	private final Outlines outlines;

	private final ChapterTasks chapterTasks;

	private final Tasks tasks;

	private final TaskFaces faces;

	private final JdbcClient jdbc;

	private final Audit audit;

	ChoosingChapters(Cycles cycles, Steps steps, Outlines outlines, ChapterTasks chapterTasks, Tasks tasks,
			TaskFaces faces, JdbcClient jdbc, Audit audit) {
		this.cycles = cycles;
		this.steps = steps;
		this.outlines = outlines;
		this.chapterTasks = chapterTasks;
		this.tasks = tasks;
		this.faces = faces;
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** Those who can write a chapter, by user id. */
	Map<String, String> authors() {
		Map<String, String> names = new LinkedHashMap<>();
		this.jdbc.sql("""
				select distinct c.user_id, c.name from contact c join contact_role r on r.contact = c.id
				where c.active and r.role = 'secretariat' order by c.name, c.user_id""").query((row) -> {
			names.put(row.getString("user_id"), row.getString("name"));
		});
		return names;
	}

	/**
	 * Chooses; the next compilation has these chapters, and the tasks their days at once.
	 * @param cycle the cycle
	 * @param chapters all chapters in their order
	 * @param writing what is said of the free ones
	 * @param by the user id
	 * @throws Refused when a chapter is left out that others refer to, an author is not
	 * of the secretariat, or the draft is not the secretariat's to change
	 */
	@Transactional
	void choose(CycleName cycle, List<Entry> chapters, Map<FreeChapter, ChapterTask> writing, String by) {
		this.cycles.lock(cycle);
		this.steps.requireWithSecretariat(cycle);
		for (Entry entry : chapters) {
			if (!entry.included() && NEEDED.contains(entry.chapter())) {
				throw refused(
						"“%s” cannot be left out: other chapters refer to it.".formatted(entry.chapter().title()));
			}
		}
		Map<String, String> authors = authors();
		writing.forEach((chapter, task) -> {
			if (task.author() != null && !authors.containsKey(task.author())) {
				throw refused("Choose somebody of the secretariat for “%s”.".formatted(chapter.title()));
			}
		});
		String before = told(cycle);
		this.outlines.choose(cycle, chapters);
		Map<FreeChapter, ChapterTask> changed = new EnumMap<>(FreeChapter.class);
		writing.forEach((chapter, task) -> {
			if (!this.chapterTasks.of(cycle, chapter).orElse(ChapterTask.ANYBODYS).equals(task)) {
				this.chapterTasks.say(cycle, chapter, task);
				changed.put(chapter, task);
			}
		});
		BusinessKey about = BusinessKey.of(cycle.value());
		changed.forEach((chapter, task) -> this.tasks.assign(about, ReportStep.of(chapter).task(), task.author()));
		if (!changed.isEmpty()) {
			this.faces.renewAbout(about);
		}
		this.audit.record(by, "choose chapters", cycle.value(), before, told(cycle));
	}

	private String told(CycleName cycle) {
		List<String> words = new ArrayList<>();
		words.add(String.join(", ", this.outlines.printed(cycle)));
		for (FreeChapter chapter : FreeChapter.values()) {
			this.chapterTasks.of(cycle, chapter)
				.ifPresent((it) -> words.add("%s by %s until %s".formatted(chapter.key(), it.author(), it.due())));
		}
		return words.stream().collect(Collectors.joining("; "));
	}

	private static Refused refused(String what) {
		return Refused.invalid("The chapters stay as they are. " + what, List.of(new Problem("chapters", what)));
	}

}
