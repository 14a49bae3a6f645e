package org.asemeducation.stocktake.update;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.UpdateController.Written;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Saving a draft, and taking an earlier state of it back. A save names the version it was
 * written on, in the header {@code If-Match} or in its JSON; 412 says that it is not the
 * last one, and nothing is overwritten.
 */
@RestController
@RequestMapping("/api/updates/{cycle}/{initiative}/draft")
class DraftController {

	private final Writing writing;

	private final CurrentPerson current;

	private final Register register;

	DraftController(Writing writing, CurrentPerson current, Register register) {
		this.writing = writing;
		this.current = current;
		this.register = register;
	}

	@PutMapping
	ResponseEntity<SavedDraft> save(@PathVariable String cycle, @PathVariable String initiative,
			@RequestHeader(name = "If-Match", required = false) @Nullable String match, @RequestBody Written written) {
		return saved(this.writing.save(UpdateKey.of(cycle, initiative), seen(match, written.version()),
				written.fields(), this.current.get().userId()));
	}

	@GetMapping("/earlier")
	List<Earlier> earlier(@PathVariable String cycle, @PathVariable String initiative) {
		return this.writing.earlier(UpdateKey.of(cycle, initiative), this.current.get().userId())
			.stream()
			.map((draft) -> new Earlier(draft.version(), draft.savedAt(), this.register.nameOf(draft.savedBy()),
					draft.content()))
			.toList();
	}

	@PostMapping("/earlier")
	ResponseEntity<SavedDraft> takeBack(@PathVariable String cycle, @PathVariable String initiative,
			@RequestHeader(name = "If-Match", required = false) @Nullable String match, @RequestBody Chosen chosen) {
		return saved(this.writing.takeBack(UpdateKey.of(cycle, initiative), seen(match, chosen.version()),
				chosen.earlier(), this.current.get().userId()));
	}

	private static ResponseEntity<SavedDraft> saved(Draft draft) {
		return ResponseEntity.ok()
			.eTag(String.valueOf(draft.version()))
			.body(new SavedDraft(draft.version(), draft.savedAt(), draft.savedBy(),
					SubmissionCheck.warnings(draft.content())));
	}

	private static long seen(@Nullable String match, long version) {
		if (match == null) {
			return version;
		}
		if (!match.matches("\"[0-9]{1,18}\"")) {
			throw new IllegalArgumentException(
					"If-Match has to name the version of the draft that was written on, such as \"12\".");
		}
		return Long.parseLong(match.substring(1, match.length() - 1));
	}

	record SavedDraft(long version, Instant savedAt, String savedBy, List<Problem> warnings) {
	}

	record Earlier(long version, Instant savedAt, String savedBy, Object content) {
	}

	/**
	 * Which earlier state is taken back.
	 *
	 * @param version the draft's version that its writer sees
	 * @param earlier the version of the earlier state
	 */
	record Chosen(long version, long earlier) {
	}

}
