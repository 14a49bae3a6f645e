package org.asemeducation.stocktake.report.comment;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
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
 * The secretariat takes the comments in.
 */
@RestController
@RequestMapping("/api/reports/{cycle}/decisions")
class DecisionController {

	private final Cycles cycles;

	private final Comments comments;

	private final Commenting commenting;

	private final TakingIn takingIn;

	private final Register register;

	private final CurrentPerson current;

	DecisionController(Cycles cycles, Comments comments, Commenting commenting, TakingIn takingIn, Register register,
			CurrentPerson current) {
		this.cycles = cycles;
		this.comments = comments;
		this.commenting = commenting;
		this.takingIn = takingIn;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	ToDecide show(@PathVariable("cycle") CycleName cycle) {
		secretariat();
		Parts parts = this.commenting.parts(this.cycles.get(cycle).name());
		List<Made> made = this.comments.of(cycle)
			.stream()
			.map((comment) -> new Made(comment.id(), comment.about(), parts.title(comment.about()), comment.text(),
					this.register.nameOf(comment.madeBy()), comment.madeAt()))
			.toList();
		return new ToDecide(made, saved(this.takingIn.of(cycle)));
	}

	@PutMapping
	Saved save(@PathVariable CycleName cycle, @RequestBody Written written) {
		return saved(this.takingIn.save(cycle, written.version(), written.form(), secretariat()));
	}

	@PostMapping("/finished")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void finish(@PathVariable CycleName cycle, @RequestBody Written written) {
		this.takingIn.finish(cycle, written.version(), written.form(), secretariat());
	}

	private Saved saved(FormDraft<DecisionForm> draft) {
		String by = draft.savedBy();
		return new Saved(draft.version(), draft.content(), draft.savedAt(),
				(by != null) ? this.register.nameOf(by) : null);
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	/**
	 * The comments, and what is decided so far.
	 */
	record ToDecide(List<Made> comments, Saved draft) {
	}

	/**
	 * A comment.
	 *
	 * @param part the id of what it is about; {@code null}: the report in general
	 * @param about the same in words
	 */
	record Made(long id, @Nullable String part, String about, String text, String by, Instant at) {
	}

	/**
	 * The decisions as last saved; version 0 when none was.
	 */
	record Saved(long version, DecisionForm content, @Nullable Instant savedAt, @Nullable String savedBy) {
	}

	/**
	 * What the form sends.
	 *
	 * @param version the one it was written on; 0 when there was none
	 * @param content the decisions so far
	 */
	record Written(long version, @Nullable DecisionForm content) {

		DecisionForm form() {
			return (this.content != null) ? this.content : DecisionForm.EMPTY;
		}

	}

}
