package org.asemeducation.stocktake.update.handover;

import java.time.Instant;
import java.time.LocalDate;
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
 * Somebody else: helpers and successors, named by coordinators; successors are confirmed
 * by the AES.
 */
@RestController
@RequestMapping("/api/updates/{cycle}/{initiative}")
class HandOverController {

	private final LettingHelp lettingHelp;

	private final HandingOver handingOver;

	private final ConfirmingHandOver confirming;

	private final HandOverViews views;

	private final CurrentPerson current;

	HandOverController(LettingHelp lettingHelp, HandingOver handingOver, ConfirmingHandOver confirming,
			HandOverViews views, CurrentPerson current) {
		this.lettingHelp = lettingHelp;
		this.handingOver = handingOver;
		this.confirming = confirming;
		this.views = views;
		this.current = current;
	}

	@GetMapping("/somebody-else")
	SomebodyElse show(@PathVariable String cycle, @PathVariable String initiative) {
		return this.views.of(UpdateKey.of(cycle, initiative), this.current.get());
	}

	@PostMapping("/helpers")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void help(@PathVariable String cycle, @PathVariable String initiative, @RequestBody LettingHelp.Help help) {
		this.lettingHelp.begin(UpdateKey.of(cycle, initiative), help, this.current.get().userId());
	}

	@DeleteMapping("/helpers/{helper}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void endHelp(@PathVariable String cycle, @PathVariable String initiative, @PathVariable long helper) {
		this.lettingHelp.end(UpdateKey.of(cycle, initiative), helper, this.current.get().userId());
	}

	@PostMapping("/hand-over")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void handOver(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Successor successor) {
		this.handingOver.ask(UpdateKey.of(cycle, initiative), successor, this.current.get().userId());
	}

	@PostMapping("/hand-over/confirmation")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void confirm(@PathVariable String cycle, @PathVariable String initiative) {
		this.confirming.confirm(UpdateKey.of(cycle, initiative), secretariat());
	}

	@PostMapping("/hand-over/refusal")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void refuse(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Refusal refusal) {
		this.confirming.refuse(UpdateKey.of(cycle, initiative), refusal.reason(), secretariat());
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	/**
	 * That a hand-over is not confirmed.
	 *
	 * @param reason why not
	 */
	record Refusal(@Nullable String reason) {
	}

	/**
	 * Who else there is.
	 *
	 * @param last the last day on which anything can be written
	 * @param own for whom the reader speaks; {@code null} for helpers and the AES
	 * @param everything what a colleague of theirs would take over
	 * @param parties which others may take it over
	 * @param helping what the reader may do as a helper; {@code null} for others
	 * @param handOver the last one; {@code null} when there was none
	 */
	record SomebodyElse(String initiative, String title, String zone, LocalDate last, @Nullable String own,
			List<String> everything, List<Choice> parties, List<Helping> helpers, @Nullable Helping helping,
			@Nullable Asked handOver) {
	}

	record Choice(long id, String label) {
	}

	/**
	 * That somebody helps.
	 *
	 * @param party for whom
	 * @param until the last instant
	 * @param askedBy who asked them
	 */
	record Helping(long id, String name, String email, String party, boolean maySubmit, Instant until, String askedBy) {
	}

	/**
	 * A hand-over.
	 *
	 * @param party which party takes it over; {@code null} for a colleague
	 * @param lacking whether the register lacks that party
	 * @param from for whom they speak who hand over
	 * @param initiatives what is handed over
	 */
	record Asked(String name, String email, @Nullable String party, boolean lacking, String reason, Instant askedAt,
			String askedBy, String from, List<String> initiatives, @Nullable String outcome, @Nullable String answer) {
	}

}
