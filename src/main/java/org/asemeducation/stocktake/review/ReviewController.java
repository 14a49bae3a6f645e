package org.asemeducation.stocktake.review;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.compare.FieldChange;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The reviewer's endpoints.
 */
@RestController
class ReviewController {

	private final Reviewing reviewing;

	private final TakingAsReceived asReceived;

	private final Noting noting;

	private final Rounds rounds;

	private final Dealing dealing;

	private final CurrentPerson current;

	ReviewController(Reviewing reviewing, TakingAsReceived asReceived, Noting noting, Rounds rounds, Dealing dealing,
			CurrentPerson current) {
		this.dealing = dealing;
		this.asReceived = asReceived;
		this.noting = noting;
		this.rounds = rounds;
		this.reviewing = reviewing;
		this.current = current;
	}

	@GetMapping("/api/reviews/{cycle}/{initiative}/rounds")
	List<Round> rounds(@PathVariable String cycle, @PathVariable String initiative) {
		this.current.get().requireReviewer();
		return this.rounds.of(UpdateKey.of(cycle, initiative));
	}

	/** What has changed since an earlier revision. */
	@GetMapping("/api/reviews/{cycle}/{initiative}/changes")
	List<FieldChange> changes(@PathVariable String cycle, @PathVariable String initiative, @RequestParam int from) {
		this.current.get().requireReviewer();
		return this.rounds.changes(UpdateKey.of(cycle, initiative), from);
	}

	/** What reviewers have noted and no return has taken along. */
	@GetMapping("/api/reviews/{cycle}/{initiative}/remarks")
	List<Noting.Noted> noted(@PathVariable String cycle, @PathVariable String initiative) {
		String reader = this.current.get().requireReviewer().userId();
		return this.noting.shown(UpdateKey.of(cycle, initiative), reader);
	}

	@PutMapping("/api/reviews/{cycle}/{initiative}/remarks/{field}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void note(@PathVariable String cycle, @PathVariable String initiative, @PathVariable String field,
			@RequestBody Note note) {
		String by = this.current.get().requireReviewer().userId();
		this.noting.note(UpdateKey.of(cycle, initiative), note.revision(), field, note.text(), by);
	}

	/** Said by the reviewer's form as it opens. */
	@PostMapping("/api/reviews/{cycle}/{initiative}/begun")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void begin(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Begun begun) {
		String by = this.current.get().requireReviewer().userId();
		this.dealing.begin(UpdateKey.of(cycle, initiative), begun.revision(), by);
	}

	@PostMapping("/api/reviews/{cycle}/{initiative}/as-received")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void takeAsReceived(@PathVariable String cycle, @PathVariable String initiative, @RequestBody AsReceived received) {
		String by = this.current.get().requireSecretariat().userId();
		this.asReceived.take(UpdateKey.of(cycle, initiative), received.revision(), received.reason(), by);
	}

	@PostMapping("/api/reviews/{cycle}/{initiative}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void review(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Verdict verdict) {
		String by = this.current.get().requireReviewer().userId();
		this.reviewing.review(UpdateKey.of(cycle, initiative), verdict, by);
	}

	/**
	 * A remark on one field.
	 *
	 * @param revision the number of the one that was read
	 * @param text what to change; blank strikes what was noted before
	 */
	record Note(int revision, @Nullable String text) {
	}

	/**
	 * What a reviewer sees.
	 *
	 * @param revision its number
	 */
	record Begun(int revision) {
	}

	/**
	 * An update that nobody reviews.
	 *
	 * @param revision the number of the one that was read
	 * @param reason why
	 */
	record AsReceived(int revision, @Nullable String reason) {
	}

}
