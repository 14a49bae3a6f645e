package org.asemeducation.stocktake.review.fixlist;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.FixList.Fix;
import org.asemeducation.stocktake.update.OpenFields;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The fix list in the coordinator's form.
 */
@RestController
@RequestMapping("/api/updates/{cycle}/{initiative}/fix-list")
class FixListController {

	private final ReturnedRemarks remarks;

	private final AnsweringRemarks answering;

	private final OpenFields openFields;

	private final Rights rights;

	private final Register register;

	private final CurrentPerson current;

	FixListController(ReturnedRemarks remarks, AnsweringRemarks answering, OpenFields openFields, Rights rights,
			Register register, CurrentPerson current) {
		this.remarks = remarks;
		this.answering = answering;
		this.openFields = openFields;
		this.rights = rights;
		this.register = register;
		this.current = current;
	}

	/**
	 * What the last return asks for; nothing while nothing has come back.
	 */
	@GetMapping
	Listed show(@PathVariable String cycle, @PathVariable String initiative) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		Person reader = this.current.get();
		if (!this.rights.mayWrite(reader.userId(), initiative) && !reader.isReviewer() && !reader.isSecretariat()) {
			throw Refused
				.notAllowed("Only those who coordinate %s, the reviewers and the secretariat may read its update."
					.formatted(key.initiative()));
		}
		return this.remarks.open(key)
			.map((list) -> new Listed(list.remarks().stream().map(this::shown).toList(),
					this.openFields.of(key).orElse(null)))
			.orElseGet(() -> new Listed(List.of(), null));
	}

	@PutMapping("/{number}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void answer(@PathVariable String cycle, @PathVariable String initiative, @PathVariable int number,
			@RequestBody Answered answered) {
		this.answering.answer(UpdateKey.of(cycle, initiative), number, answered.done(), answered.because(),
				this.current.get().userId());
	}

	private Shown shown(Fix fix) {
		return new Shown(fix.number(), fix.field(), fix.text(), fix.done(), fix.because(), fix.answeredAt(),
				(fix.answeredBy() != null) ? this.register.nameOf(fix.answeredBy()) : null);
	}

	/**
	 * A fix list.
	 *
	 * @param remarks in their order
	 * @param open the fields that may change; {@code null} when all may
	 */
	record Listed(List<Shown> remarks, @Nullable Set<String> open) {
	}

	/**
	 * A remark as the coordinator sees it: the reviewers speak with one voice.
	 */
	record Shown(int number, String field, String text, @Nullable Boolean done, @Nullable String because,
			@Nullable Instant answeredAt, @Nullable String answeredBy) {
	}

	/**
	 * What became of a remark.
	 *
	 * @param done whether it is done; {@code null} takes an answer away
	 * @param because why not
	 */
	record Answered(@Nullable Boolean done, @Nullable String because) {
	}

}
