package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The secretariat edits a report.
 */
@RestController
@RequestMapping("/api/reports/{cycle}")
class ReportController {

	private final Editing editing;

	private final DraftAge age;

	private final CurrentPerson current;

	ReportController(Editing editing, DraftAge age, CurrentPerson current) {
		this.editing = editing;
		this.age = age;
		this.current = current;
	}

	/** The latest draft, and what it does not have. */
	@GetMapping("/compilation")
	DraftAge.Age age(@PathVariable CycleName cycle) {
		secretariat();
		return this.age.of(cycle)
			.orElseThrow(() -> Refused.notFound("The report of %s is not compiled yet.".formatted(cycle)));
	}

	@PostMapping("/compilation")
	Compiled compile(@PathVariable CycleName cycle) {
		return new Compiled(this.editing.compile(cycle, secretariat()));
	}

	@PostMapping("/edited")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void edited(@PathVariable CycleName cycle) {
		this.editing.finish(cycle, secretariat());
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	/**
	 * Which version was compiled.
	 */
	record Compiled(int version) {
	}

}
