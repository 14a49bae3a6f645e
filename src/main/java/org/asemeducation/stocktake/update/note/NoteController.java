package org.asemeducation.stocktake.update.note;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Somebody's notes, whatever cycle runs or none.
 */
@RestController
@RequestMapping("/api/notes")
class NoteController {

	private final WritingNotes writing;

	private final Notes notes;

	private final NoteUses uses;

	private final NoteView view;

	private final CurrentPerson current;

	NoteController(WritingNotes writing, Notes notes, NoteUses uses, NoteView view, CurrentPerson current) {
		this.writing = writing;
		this.notes = notes;
		this.uses = uses;
		this.view = view;
		this.current = current;
	}

	@GetMapping
	List<About> show() {
		return this.notes.initiativesOf(this.current.get().userId()).stream().map(this::about).toList();
	}

	private About about(Notes.Initiative initiative) {
		List<Note> notes = this.notes.about(initiative.id());
		return new About(initiative.id(), initiative.title(), this.view.of(notes, this.uses.of(notes)));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Written write(@RequestBody Words written) {
		String initiative = written.initiative();
		if (initiative == null || initiative.isBlank()) {
			throw Refused.invalid("Nothing is noted yet: see below.",
					List.of(new Problem("initiative", "Choose which initiative it is about.")));
		}
		return new Written(this.writing.write(initiative, written.words(), this.current.get().userId()).id());
	}

	@PutMapping("/{note}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void correct(@PathVariable long note, @RequestBody Words written) {
		this.writing.correct(note, written.version(), written.words(), this.current.get().userId());
	}

	@PostMapping("/{note}/taking-back")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void takeBack(@PathVariable long note) {
		this.writing.takeBack(note, true, this.current.get().userId());
	}

	@DeleteMapping("/{note}/taking-back")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void putBack(@PathVariable long note) {
		this.writing.takeBack(note, false, this.current.get().userId());
	}

	/**
	 * What somebody notes.
	 *
	 * @param version the one that is corrected; not asked for a new one
	 * @param day as {@code 2026-05-22}
	 */
	record Words(@Nullable String initiative, int version, @Nullable String day, @Nullable String text,
			@Nullable String link, @Nullable String caption, @Nullable String credit, @Nullable String alternative,
			boolean consent) {

		NoteWords words() {
			return NoteWords.of(this.day, this.text, this.link, this.caption, this.credit, this.alternative,
					this.consent);
		}

	}

	record Written(long id) {
	}

	/**
	 * An initiative that the reader may note about, with its notes, the latest day first.
	 */
	record About(String initiative, String title, List<NoteView.Shown> notes) {
	}

}
