package org.asemeducation.stocktake.review.wording;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.Revisions;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.asemeducation.stocktake.update.compare.Part;
import org.asemeducation.stocktake.update.compare.WordComparison;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Other words for the texts of an accepted update, on its page.
 */
@RestController
@RequestMapping("/api/updates/{cycle}/{initiative}/wordings")
class WordingController {

	private final FineToPrint fineToPrint;

	private final Wordings wordings;

	private final Revisions revisions;

	private final UpdateRequests requests;

	private final Rights rights;

	private final Register register;

	private final CurrentPerson current;

	WordingController(FineToPrint fineToPrint, Wordings wordings, Revisions revisions, UpdateRequests requests,
			Rights rights, Register register, CurrentPerson current) {
		this.fineToPrint = fineToPrint;
		this.wordings = wordings;
		this.revisions = revisions;
		this.requests = requests;
		this.rights = rights;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	Shown show(@PathVariable String cycle, @PathVariable String initiative) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		Person reader = this.current.get();
		boolean coordinates = this.rights.mayWrite(reader.userId(), initiative);
		if (!coordinates && !reader.isReviewer() && !reader.isSecretariat()) {
			throw Refused
				.notAllowed("Only those who coordinate %s, the reviewers and the secretariat may read its update."
					.formatted(key.initiative()));
		}
		boolean accepted = this.requests.find(key)
			.filter((request) -> "accepted".equals(request.settledAs()))
			.isPresent();
		Optional<Revision> revision = (accepted && reader.isSecretariat()) ? this.revisions.latest(key)
				: Optional.empty();
		return new Shown(revision.map((it) -> Texts.in(it.content())).orElse(Map.of()),
				this.wordings.of(key).stream().map((wording) -> line(wording, coordinates, reader)).toList());
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Proposed propose(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Proposal proposal) {
		String by = this.current.get().requireSecretariat().userId();
		return new Proposed(this.fineToPrint.propose(UpdateKey.of(cycle, initiative), proposal.field(), proposal.text(),
				proposal.because(), by));
	}

	@PostMapping("/{id}/answer")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void answer(@PathVariable String cycle, @PathVariable String initiative, @PathVariable long id,
			@RequestBody Answer answer) {
		this.fineToPrint.answer(UpdateKey.of(cycle, initiative), id, answer.agreed(), answer.sentence(),
				this.current.get().userId());
	}

	@PostMapping("/{id}/withdrawal")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void withdraw(@PathVariable String cycle, @PathVariable String initiative, @PathVariable long id) {
		String by = this.current.get().requireSecretariat().userId();
		this.fineToPrint.withdraw(UpdateKey.of(cycle, initiative), id, by);
	}

	private Line line(Wording wording, boolean coordinates, Person reader) {
		return new Line(wording.id(), wording.field(), wording.said(), wording.proposed(),
				WordComparison.of(wording.said(), wording.proposed()), wording.because(), wording.proposedAt(),
				name(wording.proposedBy()), wording.withdrawnAt(), wording.agreed(), wording.sentence(),
				wording.answeredAt(), name(wording.answeredBy()), wording.became(), wording.isOpen() && coordinates,
				wording.isOpen() && reader.isSecretariat());
	}

	private @Nullable String name(@Nullable String userId) {
		return (userId != null) ? this.register.nameOf(userId) : null;
	}

	/**
	 * All about the words of an update.
	 *
	 * @param texts what the secretariat may propose other words for, by path
	 * @param wordings all that were proposed, the first first
	 */
	record Shown(Map<String, String> texts, List<Line> wordings) {
	}

	/**
	 * A wording as its readers see it.
	 */
	record Line(long id, String field, String said, String proposed, List<Part> parts, @Nullable String because,
			Instant proposedAt, @Nullable String proposedBy, @Nullable Instant withdrawnAt, @Nullable Boolean agreed,
			@Nullable String sentence, @Nullable Instant answeredAt, @Nullable String answeredBy,
			@Nullable Integer became, boolean mayAnswer, boolean mayWithdraw) {
	}

	/**
	 * What the secretariat proposes.
	 *
	 * @param field where the text stands
	 * @param text the other words
	 * @param because what it says about it
	 */
	record Proposal(@Nullable String field, @Nullable String text, @Nullable String because) {
	}

	record Proposed(long id) {
	}

	/**
	 * What a coordinator answers.
	 *
	 * @param agreed whether the other words are printed
	 * @param sentence what they say about it
	 */
	record Answer(@Nullable Boolean agreed, @Nullable String sentence) {
	}

}
