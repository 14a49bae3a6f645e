package org.asemeducation.stocktake.cycle.proposal;

import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.engine.Refused;
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
 * Proposals for the forms: its party writes one, the secretariat checks it and records
 * decisions, the reviewing body advises.
 */
@RestController
@RequestMapping("/api/proposals/{id}")
class ProposalController {

	private final OurProposals proposals;

	private final CheckingProposals checking;

	private final DecidingOnProposals deciding;

	private final ProposalViews views;

	private final CurrentPerson current;

	ProposalController(OurProposals proposals, CheckingProposals checking, DecidingOnProposals deciding,
			ProposalViews views, CurrentPerson current) {
		this.proposals = proposals;
		this.checking = checking;
		this.deciding = deciding;
		this.views = views;
		this.current = current;
	}

	@GetMapping
	ProposalView show(@PathVariable long id) {
		Person reader = this.current.get();
		Proposal proposal = this.proposals.readable(id, reader);
		return this.proposals.isOf(proposal, reader) ? this.views.own(proposal, null) : this.views.whole(proposal);
	}

	@PutMapping
	ProposalView.Saved save(@PathVariable long id, @RequestBody Typed typed) {
		return ProposalViews
			.saved(this.proposals.save(id, typed.version(), typed.requireContent(), this.current.get()));
	}

	@PostMapping("/sent")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void send(@PathVariable long id, @RequestBody Seen seen) {
		this.proposals.send(id, seen.version(), this.current.get());
	}

	@PostMapping("/check")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void check(@PathVariable long id, @RequestBody Check check) {
		String by = this.current.get().requireSecretariat().userId();
		switch (Objects.requireNonNullElse(check.verdict(), "")) {
			case "pass" -> this.checking.pass(id, check.number(), check.due(), check.words(), by);
			case "ask-back" -> this.checking.askBack(id, check.number(), check.words(), by);
			case "decline" -> this.checking.decline(id, check.number(), check.words(), by);
			default -> throw CheckingProposals.problem("verdict", "Choose what becomes of the proposal.");
		}
	}

	@PostMapping("/comments")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void comment(@PathVariable long id, @RequestBody Said said) {
		this.checking.comment(id, said.words(), this.current.get().requireReviewer().userId());
	}

	@PostMapping("/advice")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void advise(@PathVariable long id, @RequestBody Said said) {
		this.checking.advise(id, said.advice(), said.words(), this.current.get().requireReviewer().userId());
	}

	@PostMapping("/decision")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void decide(@PathVariable long id, @RequestBody MeetingSaid said) {
		this.deciding.record(id, said, this.current.get().requireSecretariat().userId());
	}

	/**
	 * What the form sends.
	 *
	 * @param version the one it was written on; 0 when there was none
	 */
	record Typed(long version, @Nullable ProposedContent content) {

		ProposedContent requireContent() {
			if (this.content == null) {
				throw Refused.invalid("Nothing was sent to be saved: load the page again.", List.of());
			}
			return this.content;
		}

	}

	record Seen(long version) {
	}

	/**
	 * What the secretariat says.
	 *
	 * @param number of the text that was read
	 * @param verdict {@code pass}, {@code ask-back} or {@code decline}
	 * @param due the last day for the advice
	 * @param words for whoever is to act next
	 */
	record Check(int number, @Nullable String verdict, @Nullable String due, @Nullable String words) {
	}

	record Said(@Nullable String advice, @Nullable String words) {
	}

}
