package org.asemeducation.stocktake.report;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.model.FreeChapter;
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
 * The secretariat writes the free chapters of a report.
 */
@RestController
@RequestMapping("/api/reports/{cycle}/chapters")
class ChapterController {

	private final Cycles cycles;

	private final Chapters chapters;

	private final ChapterWriting writing;

	private final Register register;

	private final CurrentPerson current;

	ChapterController(Cycles cycles, Chapters chapters, ChapterWriting writing, Register register,
			CurrentPerson current) {
		this.cycles = cycles;
		this.chapters = chapters;
		this.writing = writing;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	List<ChapterView> all(@PathVariable CycleName cycle) {
		secretariat();
		return this.chapters.of(this.cycles.get(cycle).name()).stream().map(this::view).toList();
	}

	@GetMapping("/{key}")
	ChapterView one(@PathVariable CycleName cycle, @PathVariable String key) {
		secretariat();
		return view(this.chapters.of(this.cycles.get(cycle).name(), chapter(key)));
	}

	@PutMapping("/{key}")
	Saved write(@PathVariable CycleName cycle, @PathVariable String key, @RequestBody Typed typed) {
		WrittenChapter saved = this.writing.save(cycle, chapter(key), typed.version(), typed.said(), secretariat());
		return view(saved).draft();
	}

	@PostMapping("/{key}/finished")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void finish(@PathVariable CycleName cycle, @PathVariable String key, @RequestBody Finished finished) {
		this.writing.finish(cycle, chapter(key), finished.version(), finished.leaveOut(), secretariat());
	}

	private ChapterView view(WrittenChapter chapter) {
		String by = chapter.savedBy();
		return new ChapterView(chapter.chapter().key(), chapter.chapter().title(), new Saved(chapter.version(),
				new Text(chapter.text()), chapter.savedAt(), (by != null) ? this.register.nameOf(by) : null));
	}

	private static FreeChapter chapter(String key) {
		return FreeChapter.of(key).orElseThrow(() -> Refused.notFound("The report has no chapter %s.".formatted(key)));
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	record ChapterView(String key, String title, Saved draft) {
	}

	/**
	 * A chapter as last saved; version 0 when nothing was ever written.
	 */
	record Saved(long version, Text content, @Nullable Instant savedAt, @Nullable String savedBy) {
	}

	record Text(@Nullable String text) {
	}

	/**
	 * What the form sends.
	 *
	 * @param version the one it was written on; 0 when there was none
	 * @param content the chapter
	 */
	record Typed(long version, @Nullable Text content) {

		String said() {
			return (this.content != null && this.content.text() != null) ? this.content.text() : "";
		}

	}

	/**
	 * The writer is done.
	 *
	 * @param version the one they have seen
	 * @param leaveOut whether the report may do without the chapter
	 */
	record Finished(long version, boolean leaveOut) {
	}

}
