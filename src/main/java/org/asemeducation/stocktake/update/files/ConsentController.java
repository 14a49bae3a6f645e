package org.asemeducation.stocktake.update.files;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.Writers;
import org.asemeducation.stocktake.update.files.WithdrawingConsent.Agreed;
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
 * What those shown or quoted in a submitted update agree to, and no longer.
 */
@RestController
@RequestMapping("/api/updates/{cycle}/{initiative}/withdrawn-consents")
class ConsentController {

	private final WithdrawingConsent withdrawing;

	private final WithdrawnConsents consents;

	private final Writers writers;

	private final Register register;

	private final CurrentPerson current;

	ConsentController(WithdrawingConsent withdrawing, WithdrawnConsents consents, Writers writers, Register register,
			CurrentPerson current) {
		this.withdrawing = withdrawing;
		this.consents = consents;
		this.writers = writers;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	Consents show(@PathVariable String cycle, @PathVariable String initiative) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		Person reader = this.current.get();
		if (!this.writers.mayWrite(key, reader.userId()) && !reader.isReviewer() && !reader.isSecretariat()) {
			throw Refused
				.notAllowed("Only those who coordinate %s, the reviewers and the secretariat may read its update."
					.formatted(key.initiative()));
		}
		List<Past> past = this.consents.of(key)
			.stream()
			.map((it) -> new Past(it.name(), it.at(), this.register.nameOf(it.by())))
			.toList();
		return new Consents(this.withdrawing.mayWithdraw(key, reader) ? this.withdrawing.standing(key) : List.of(),
				past);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void withdraw(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Named named) {
		this.withdrawing.withdraw(UpdateKey.of(cycle, initiative), (named.item() != null) ? named.item() : "",
				this.current.get());
	}

	/**
	 * What may be withdrawn by the reader, and what was withdrawn.
	 */
	record Consents(List<Agreed> items, List<Past> withdrawn) {
	}

	record Past(String name, Instant at, String by) {
	}

	record Named(@Nullable String item) {
	}

}
