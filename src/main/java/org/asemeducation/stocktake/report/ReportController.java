package org.asemeducation.stocktake.report;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.ReportModel.Chapter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the secretariat does to a report before it is published.
 */
@RestController
@RequestMapping("/api/reports/{cycle}")
class ReportController {

	private static final int LONGEST = 100_000;

	private final Reports reports;

	private final Chapters chapters;

	private final ReportProcess process;

	private final CurrentPerson current;

	ReportController(Reports reports, Chapters chapters, ReportProcess process, CurrentPerson current) {
		this.reports = reports;
		this.chapters = chapters;
		this.process = process;
		this.current = current;
	}

	@GetMapping("/chapters")
	List<Chapter> chapters(@PathVariable CycleName cycle) {
		secretariat();
		return this.chapters.of(cycle);
	}

	@PutMapping("/chapters/{key}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void write(@PathVariable CycleName cycle, @PathVariable String key, @RequestBody ChapterText chapter) {
		String by = secretariat();
		FreeChapter which = FreeChapter.of(key)
			.orElseThrow(() -> Refused.notFound("The report has no chapter %s.".formatted(key)));
		this.chapters.write(cycle, which, chapter.checked(), by);
	}

	@PostMapping("/compilation")
	Compiled compile(@PathVariable CycleName cycle) {
		secretariat();
		return new Compiled(this.reports.compile(cycle).version());
	}

	@PostMapping("/edited")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void edited(@PathVariable CycleName cycle) {
		this.process.edited(cycle, secretariat());
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	/**
	 * A chapter as it is typed.
	 */
	record ChapterText(@Nullable String text) {

		String checked() {
			String typed = (this.text != null) ? this.text : "";
			if (typed.length() > LONGEST) {
				throw Refused.invalid("This chapter is too long.", List.of(new Refused.Problem("text",
						"Shorten it to %d characters; it has %d.".formatted(LONGEST, typed.length()))));
			}
			return typed;
		}

	}

	/**
	 * Which version was compiled.
	 */
	record Compiled(int version) {
	}

}
