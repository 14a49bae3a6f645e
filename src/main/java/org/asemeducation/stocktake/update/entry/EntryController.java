package org.asemeducation.stocktake.update.entry;

import java.time.Instant;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.Entries;
import org.asemeducation.stocktake.update.Entry;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequest;
import org.asemeducation.stocktake.update.UpdateRequests;
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
 * Updates that the AES enters for others. Where one came from is read by whoever may read
 * the update.
 */
@RestController
@RequestMapping("/api/updates/{cycle}/{initiative}/entry")
class EntryController {

	private final Entering entering;

	private final Entries entries;

	private final UpdateRequests requests;

	private final DaysOfUpdates days;

	private final Rights rights;

	private final Register register;

	private final CurrentPerson current;

	EntryController(Entering entering, Entries entries, UpdateRequests requests, DaysOfUpdates days, Rights rights,
			Register register, CurrentPerson current) {
		this.entering = entering;
		this.entries = entries;
		this.requests = requests;
		this.days = days;
		this.rights = rights;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	Entered show(@PathVariable String cycle, @PathVariable String initiative) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		Person reader = this.current.get();
		boolean writes = this.rights.mayWrite(reader.userId(), initiative);
		if (!writes && !reader.isReviewer() && !reader.isSecretariat()) {
			throw Refused
				.notAllowed("Only those who coordinate %s, the reviewers and the secretariat may read its update."
					.formatted(key.initiative()));
		}
		UpdateRequest request = this.requests.find(key)
			.orElseThrow(() -> Refused
				.notFound("No update of %s is asked for in %s.".formatted(key.initiative(), key.cycle())));
		Entry open = this.entries.open(key).orElse(null);
		boolean may = reader.isSecretariat() && !writes && request.state().isAskedFor() && this.days.takesIn(key);
		boolean speaks = !this.rights.coordinatingAs(reader.userId(), initiative).isEmpty();
		Entry last = this.entries.latest(key).orElse(null);
		return new Entered(this.entering.coordinators(key),
				(open != null && (writes || reader.isSecretariat())) ? shown(open) : null,
				(last != null) ? shown(last) : null, may && open == null,
				speaks && last != null && last.confirmedAt() == null);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void begin(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Source source) {
		this.entering.begin(UpdateKey.of(cycle, initiative), source, secretariat());
	}

	@PutMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void keep(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Source source) {
		secretariat();
		this.entering.keep(UpdateKey.of(cycle, initiative), source);
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void giveUp(@PathVariable String cycle, @PathVariable String initiative) {
		this.entering.giveUp(UpdateKey.of(cycle, initiative), secretariat());
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	private Shown shown(Entry entry) {
		String confirmedBy = entry.confirmedBy();
		Long file = entry.file();
		return new Shown(entry.onBehalf(), entry.desk(), entry.words(), (file != null) ? String.valueOf(file) : null,
				entry.begunAt(), this.register.nameOf(entry.begunBy()), entry.number(), entry.confirmedAt(),
				(confirmedBy != null) ? this.register.nameOf(confirmedBy) : null);
	}

	/**
	 * What was entered, and what may be.
	 *
	 * @param coordinators for whom, as labels
	 * @param open what is being entered
	 * @param last what the last revision was entered from
	 * @param mayBegin whether the reader may begin
	 * @param mayConfirm whether the reader may say that it is theirs
	 */
	record Entered(String coordinators, @Nullable Shown open, @Nullable Shown last, boolean mayBegin,
			boolean mayConfirm) {
	}

	/** An entry, with names. */
	record Shown(String onBehalf, boolean desk, @Nullable String words, @Nullable String file, Instant begunAt,
			String begunBy, @Nullable Integer number, @Nullable Instant confirmedAt, @Nullable String confirmedBy) {
	}

}
