package org.asemeducation.stocktake.endorsement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MailToCome;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The secretariat's endpoints from sealing to adoption.
 */
@RestController
@RequestMapping("/api/endorsements/{cycle}")
class EndorsementController {

	private final EndorsementViews views;

	private final AnnexEditing editing;

	private final Asking asking;

	private final EndorsementActs acts;

	private final CurrentPerson current;

	EndorsementController(EndorsementViews views, AnnexEditing editing, Asking asking, EndorsementActs acts,
			CurrentPerson current) {
		this.views = views;
		this.editing = editing;
		this.asking = asking;
		this.acts = acts;
		this.current = current;
	}

	@GetMapping
	EndorsementView show(@PathVariable("cycle") CycleName cycle) {
		secretariat();
		return this.views.of(cycle);
	}

	@PostMapping("/lines")
	@ResponseStatus(HttpStatus.CREATED)
	Map<String, Integer> add(@PathVariable("cycle") CycleName cycle, @RequestBody NewLine line) {
		return Map.of("line",
				this.editing.add(cycle, line.initiative(), line.wording(), line.askedBy(), secretariat()));
	}

	@PostMapping("/carried-over")
	@ResponseStatus(HttpStatus.CREATED)
	Map<String, Integer> carryOver(@PathVariable("cycle") CycleName cycle, @RequestBody CarriedOver line) {
		return Map.of("line",
				this.editing.carryOver(cycle, line.initiative(), line.position(), line.askedBy(), secretariat()));
	}

	@PostMapping("/asked")
	@ResponseStatus(HttpStatus.CREATED)
	Map<String, Integer> ask(@PathVariable("cycle") CycleName cycle, @RequestBody AskedFor asked) {
		return Map.of("number", this.asking.add(cycle, asked.about(), asked.text(), asked.askedBy(), secretariat()));
	}

	@DeleteMapping("/asked/{number}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void takeAskedBack(@PathVariable("cycle") CycleName cycle, @PathVariable int number) {
		this.asking.takeBack(cycle, number, secretariat());
	}

	@PutMapping("/lines/{number}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void change(@PathVariable("cycle") CycleName cycle, @PathVariable int number, @RequestBody ChangedLine line) {
		String by = secretariat();
		this.editing.change(cycle, number, line.wording(), line.askedBy(), line.version(), by);
	}

	@PostMapping("/lines/{number}/striking")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void strike(@PathVariable("cycle") CycleName cycle, @PathVariable int number, @RequestBody StruckLine line) {
		this.editing.strike(cycle, number, line.askedBy(), line.version(), secretariat());
	}

	@DeleteMapping("/lines/{number}/change")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void takeBack(@PathVariable("cycle") CycleName cycle, @PathVariable int number, @RequestParam int version) {
		this.editing.takeBack(cycle, number, version, secretariat());
	}

	@PostMapping("/changes")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void takeIn(@PathVariable("cycle") CycleName cycle, @RequestBody Changes changes) {
		this.acts.takeInChanges(cycle, changes.asked(), secretariat());
	}

	@PostMapping("/adoption")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void adopt(@PathVariable("cycle") CycleName cycle, @RequestBody Decided decided) {
		this.acts.recordAdoption(cycle, new Decision(decided.adopted(), decided.on(), decided.reason()),
				decided.contactsLeftOut(), secretariat());
	}

	/** Whom an adoption would be told to. */
	@GetMapping("/addressees")
	List<MailToCome> addressees(@PathVariable("cycle") CycleName cycle) {
		secretariat();
		return this.acts.toldOfAdoption(cycle);
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	/**
	 * A line to be added.
	 */
	record NewLine(@Nullable String initiative, @Nullable String activity, @Nullable String period,
			@Nullable String output, @Nullable String result, @Nullable String contribution, @Nullable String askedBy) {

		Wording wording() {
			return new Wording(this.activity, this.period, this.output, this.result, this.contribution);
		}

	}

	/**
	 * A line in other words.
	 */
	record ChangedLine(@Nullable String activity, @Nullable String period, @Nullable String output,
			@Nullable String result, @Nullable String contribution, @Nullable String askedBy, int version) {

		Wording wording() {
			return new Wording(this.activity, this.period, this.output, this.result, this.contribution);
		}

	}

	/**
	 * A line of the work plan before.
	 */
	record CarriedOver(@Nullable String initiative, int position, @Nullable String askedBy) {
	}

	/**
	 * What was asked to change beside the annex.
	 */
	record AskedFor(@Nullable String about, @Nullable String text, @Nullable String askedBy) {
	}

	/**
	 * A line that is to go.
	 */
	record StruckLine(@Nullable String askedBy, int version) {
	}

	/**
	 * What ministers decided, and who is not told.
	 */
	record Decided(@Nullable Boolean adopted, @Nullable LocalDate on, @Nullable String reason,
			@Nullable List<@Nullable Long> leftOut) {

		List<Long> contactsLeftOut() {
			return (this.leftOut != null)
					? this.leftOut.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList() : List.of();
		}

	}

	/**
	 * What was asked in words.
	 */
	record Changes(@Nullable String asked) {
	}

}
