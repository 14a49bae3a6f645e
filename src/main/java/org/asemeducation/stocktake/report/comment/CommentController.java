package org.asemeducation.stocktake.report.comment;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
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
 * The reviewing body, and the secretariat with it, comments on the draft.
 */
@RestController
@RequestMapping("/api/reports/{cycle}/comments")
class CommentController {

	private final Cycles cycles;

	private final Commenting commenting;

	private final Register register;

	private final CurrentPerson current;

	CommentController(Cycles cycles, Commenting commenting, Register register, CurrentPerson current) {
		this.cycles = cycles;
		this.commenting = commenting;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	Round show(@PathVariable("cycle") CycleName name) {
		Person reader = this.current.get().requireReviewer();
		Cycle cycle = this.cycles.get(name);
		Parts parts = this.commenting.parts(name);
		CommentRound round = this.commenting.round(name);
		List<Colleague> others = round.said(parts)
			.stream()
			.filter((said) -> !said.by().equals(reader.userId()))
			.map((said) -> new Colleague(this.register.nameOf(said.by()), parts.title(said.line().about()),
					said.line().said()))
			.toList();
		return new Round(cycle.title(), cycle.endOf(DeadlineKind.COMMENTS), cycle.zone().getId(),
				this.commenting.isOpen(name), parts.all(), round.version(), saved(round.by(reader.userId())), others);
	}

	@PutMapping
	Saved save(@PathVariable CycleName cycle, @RequestBody Written written) {
		String by = this.current.get().requireReviewer().userId();
		return saved(this.commenting.save(cycle, written.version(), written.form(), by));
	}

	@PostMapping("/handed-in")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void handIn(@PathVariable CycleName cycle, @RequestBody Seen seen) {
		this.commenting.handIn(cycle, seen.version(), this.current.get().requireReviewer().userId());
	}

	private Saved saved(FormDraft<CommentForm> draft) {
		String by = draft.savedBy();
		return new Saved(draft.version(), draft.content(), draft.savedAt(),
				(by != null) ? this.register.nameOf(by) : null);
	}

	/**
	 * The comment round as one of its people sees it.
	 *
	 * @param due until when comments are asked for
	 * @param open whether comments can be made now
	 * @param parts what can be commented on, in the order of the draft
	 * @param version of all that is written, whoever wrote it
	 * @param draft the reader's own comments
	 * @param others those of everybody else
	 */
	record Round(String cycleTitle, Instant due, String zone, boolean open, List<Parts.Part> parts, long version,
			Saved draft, List<Colleague> others) {
	}

	record Colleague(String by, String about, String text) {
	}

	/**
	 * What the form sends.
	 *
	 * @param version the one it was written on; 0 when there was none
	 * @param content all comments of the person
	 */
	record Written(long version, @Nullable CommentForm content) {

		CommentForm form() {
			return (this.content != null) ? this.content : CommentForm.EMPTY;
		}

	}

	/**
	 * The person's comments as last saved; version 0 when none were.
	 */
	record Saved(long version, CommentForm content, @Nullable Instant savedAt, @Nullable String savedBy) {
	}

	/**
	 * What the person has seen of their own comments and everybody else's.
	 *
	 * @param version of the round
	 */
	record Seen(long version) {
	}

}
