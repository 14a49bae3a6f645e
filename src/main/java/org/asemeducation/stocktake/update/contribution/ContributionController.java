package org.asemeducation.stocktake.update.contribution;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.update.contribution.Contribution.State;
import org.asemeducation.stocktake.update.contribution.ContributionTexts.Draft;
import org.asemeducation.stocktake.update.contribution.ContributionTexts.Submitted;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A party writes its contribution, and the AES looks at it; nobody else is answered.
 */
@RestController
@RequestMapping("/api/contributions/{cycle}/{party}")
class ContributionController {

	private final Cycles cycles;

	private final WritingContributions writing;

	private final DecidingOnContributions deciding;

	private final ContributionTexts texts;

	private final Register register;

	private final CurrentPerson current;

	private final JdbcClient jdbc;

	ContributionController(Cycles cycles, WritingContributions writing, DecidingOnContributions deciding,
			ContributionTexts texts, Register register, CurrentPerson current, JdbcClient jdbc) {
		this.cycles = cycles;
		this.writing = writing;
		this.deciding = deciding;
		this.texts = texts;
		this.register = register;
		this.current = current;
		this.jdbc = jdbc;
	}

	@GetMapping
	View show(@PathVariable CycleName cycle, @PathVariable long party) {
		Person reader = this.current.get();
		Contribution it = this.writing.of(cycle, new PartyId(party), reader);
		Cycle asks = this.cycles.get(cycle);
		boolean theirs = it.isOf(reader) && asks.isGathering();
		return new View(it.name(), asks.title(), asks.endOf(DeadlineKind.FREEZE), asks.zone().getId(),
				it.state().words(), it.because(), objectives(), (it.isOf(reader)) ? saved(this.texts.draft(it)) : null,
				this.texts.last(it).map(this::told).orElse(null), theirs && it.state().isWritten(),
				theirs && it.state() == State.SUBMITTED, reader.isSecretariat() && it.state() == State.SUBMITTED,
				asks.isGathering() && !this.deciding.wasReturned(it));
	}

	@PutMapping
	Saved save(@PathVariable CycleName cycle, @PathVariable long party, @RequestBody Typed typed) {
		ObjectNode content = typed.content();
		Person writer = this.current.get();
		this.writing.save(this.cycles.get(cycle).name(), new PartyId(party), typed.version(),
				(content != null) ? content : JsonNodeFactory.instance.objectNode(), writer);
		return saved(this.texts.draft(this.writing.of(cycle, new PartyId(party), writer)));
	}

	@PostMapping("/submission")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void submit(@PathVariable CycleName cycle, @PathVariable long party, @RequestBody Seen seen) {
		this.writing.submit(this.cycles.get(cycle).name(), new PartyId(party), seen.version(), this.current.get());
	}

	@PostMapping("/taking-back")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void takeBack(@PathVariable CycleName cycle, @PathVariable long party, @RequestBody Seen seen) {
		this.writing.takeBack(this.cycles.get(cycle).name(), new PartyId(party), (int) seen.version(),
				this.current.get());
	}

	@PostMapping("/decision")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void decide(@PathVariable CycleName cycle, @PathVariable long party, @RequestBody Decision decision) {
		String by = this.current.get().requireSecretariat().userId();
		this.deciding.decide(this.cycles.get(cycle).name(), new PartyId(party), decision.version(),
				Objects.requireNonNullElse(decision.answer(), ""), Objects.requireNonNullElse(decision.because(), ""),
				by);
	}

	private List<Objective> objectives() {
		return this.jdbc.sql("select number, title from objective where in_force order by number")
			.query((row, number) -> new Objective(row.getInt("number"), row.getString("title")))
			.list();
	}

	private Saved saved(Draft draft) {
		String by = draft.savedBy();
		return new Saved(draft.version(), draft.content(), draft.savedAt(),
				(by != null) ? this.register.nameOf(by) : null);
	}

	private Told told(Submitted submitted) {
		return new Told(submitted.version(), submitted.text(), submitted.at(), this.register.nameOf(submitted.by()),
				submitted.verdict());
	}

	/**
	 * A contribution.
	 *
	 * @param closes when the gathering ends
	 * @param draft as its party has saved it; {@code null} for the AES
	 * @param last what was submitted last
	 */
	record View(String party, String cycleTitle, Instant closes, String zone, String state, @Nullable String because,
			List<Objective> objectives, @Nullable Saved draft, @Nullable Told last, boolean mayWrite,
			boolean mayTakeBack, boolean mayDecide, boolean mayReturn) {
	}

	record Objective(int number, String title) {
	}

	record Saved(long version, ObjectNode content, @Nullable Instant savedAt, @Nullable String savedBy) {
	}

	record Told(int version, ContributionText text, Instant at, String by, @Nullable String verdict) {
	}

	/**
	 * What the form sends.
	 *
	 * @param version the one it was written on; 0 when there was none
	 */
	record Typed(long version, @Nullable ObjectNode content) {
	}

	record Seen(long version) {
	}

	/**
	 * What the AES says.
	 *
	 * @param version of what was submitted
	 * @param answer {@code accepted}, {@code returned} or {@code left-out}
	 */
	record Decision(int version, @Nullable String answer, @Nullable String because) {
	}

}
