package org.asemeducation.stocktake.update.note;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The notes beside the form of an update.
 */
@RestController
@RequestMapping("/api/updates/{cycle}/{initiative}/notes")
class OfferedNotesController {

	private final UsingNotes using;

	private final NoteView view;

	private final CurrentPerson current;

	OfferedNotesController(UsingNotes using, NoteView view, CurrentPerson current) {
		this.using = using;
		this.view = view;
		this.current = current;
	}

	@GetMapping
	List<NoteView.Shown> show(@PathVariable String cycle, @PathVariable String initiative) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		List<UsingNotes.Offered> offered = this.using.offered(key, this.current.get().userId());
		return this.view.of(offered.stream().map(UsingNotes.Offered::note).toList(),
				offered.stream().flatMap((one) -> one.uses().stream()).toList());
	}

	@PostMapping("/{note}")
	Used use(@PathVariable String cycle, @PathVariable String initiative, @PathVariable long note,
			@RequestBody Wanted wanted) {
		return new Used(
				this.using.use(UpdateKey.of(cycle, initiative), note, wanted.picture(), this.current.get().userId())
					.orElse(null));
	}

	@DeleteMapping("/{note}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void offerAgain(@PathVariable String cycle, @PathVariable String initiative, @PathVariable long note) {
		this.using.offerAgain(UpdateKey.of(cycle, initiative), note, this.current.get().userId());
	}

	/**
	 * What is put into the update beside the words.
	 *
	 * @param picture whether its picture is
	 */
	record Wanted(boolean picture) {
	}

	/**
	 * It is put there.
	 *
	 * @param file the id of the picture's copy; {@code null} where none was wanted
	 */
	record Used(@Nullable String file) {
	}

}
