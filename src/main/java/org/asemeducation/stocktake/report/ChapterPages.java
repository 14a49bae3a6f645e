package org.asemeducation.stocktake.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.ChapterTasks.ChapterTask;
import org.asemeducation.stocktake.report.Outlines.Entry;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the secretariat chooses the chapters of a report.
 */
@Controller
@RequestMapping("/reports/{cycle}/chapters")
class ChapterPages {

	private final Cycles cycles;

	private final Outlines outlines;

	private final ChapterTasks chapterTasks;

	private final ChoosingChapters choosing;

	private final CurrentPerson current;

	ChapterPages(Cycles cycles, Outlines outlines, ChapterTasks chapterTasks, ChoosingChapters choosing,
			CurrentPerson current) {
		this.cycles = cycles;
		this.outlines = outlines;
		this.chapterTasks = chapterTasks;
		this.choosing = choosing;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable("cycle") CycleName name) {
		this.current.get().requireSecretariat();
		return page(name, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView choose(@PathVariable("cycle") CycleName name, @RequestParam Map<String, String> typed,
			RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		this.cycles.get(name);
		try {
			this.choosing.choose(name, chapters(typed), writing(typed), by);
		}
		catch (Refused refused) {
			return page(name,
					(refused.why() == Refused.Why.INVALID) ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT)
				.addObject("problem", refused.getMessage());
		}
		next.addFlashAttribute("done", "Chosen: the next draft that is compiled has these chapters.");
		return new ModelAndView("redirect:/reports/%s/chapters".formatted(name));
	}

	private static List<Entry> chapters(Map<String, String> typed) {
		return Arrays.stream(ReportChapter.values())
			.sorted(Comparator.comparingInt((it) -> position(it, typed.get("position-" + it.key()))))
			.map((it) -> new Entry(it, typed.containsKey("included-" + it.key())))
			.toList();
	}

	private static int position(ReportChapter chapter, @Nullable String typed) {
		try {
			return Integer.parseInt((typed != null) ? typed.strip() : "");
		}
		catch (NumberFormatException ex) {
			throw Refused.invalid("The chapters stay as they are. Give “%s” its place as a number, such as %d."
				.formatted(chapter.title(), chapter.ordinal() + 1), List.of());
		}
	}

	private static Map<FreeChapter, ChapterTask> writing(Map<String, String> typed) {
		Map<FreeChapter, ChapterTask> writing = new EnumMap<>(FreeChapter.class);
		for (FreeChapter chapter : FreeChapter.values()) {
			String author = typed.getOrDefault("author-" + chapter.key(), "").strip();
			writing.put(chapter,
					new ChapterTask(author.isEmpty() ? null : author, day(typed.get("due-" + chapter.key()))));
		}
		return writing;
	}

	private static @Nullable LocalDate day(@Nullable String typed) {
		try {
			return (typed == null || typed.isBlank()) ? null : LocalDate.parse(typed.strip());
		}
		catch (DateTimeParseException ex) {
			throw Refused.invalid(
					"The chapters stay as they are. \"%s\" is not a day: write it as 2023-09-15.".formatted(typed),
					List.of());
		}
	}

	private ModelAndView page(CycleName name, HttpStatus status) {
		return new ModelAndView("chapters", status).addObject("cycle", this.cycles.get(name))
			.addObject("chapters", this.outlines.of(name).stream().map((it) -> line(name, it)).toList())
			.addObject("authors", this.choosing.authors());
	}

	private Line line(CycleName name, Entry entry) {
		ChapterTask task = FreeChapter.of(entry.chapter().key())
			.map((it) -> this.chapterTasks.of(name, it).orElse(ChapterTask.ANYBODYS))
			.orElse(null);
		return new Line(entry.chapter().key(), entry.chapter().title(), entry.included(), task != null,
				(task != null) ? task.author() : null, (task != null) ? task.due() : null);
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		ModelAndView page = new ModelAndView("message", "sentence", refused.getMessage());
		page.setStatus((refused.why() == Refused.Why.NOT_ALLOWED) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
		return page;
	}

	/**
	 * A chapter on the page.
	 *
	 * @param free whether somebody writes it
	 */
	record Line(String key, String title, boolean included, boolean free, @Nullable String author,
			@Nullable LocalDate due) {
	}

}
