package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
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
 * The secretariat looks at where paragraphs come from, and prints other words.
 */
@RestController
@RequestMapping("/api/reports/{cycle}/paragraphs")
class ParagraphController {

	private final Reports reports;

	private final ParagraphViews views;

	private final ParagraphEditing editing;

	private final CurrentPerson current;

	ParagraphController(Reports reports, ParagraphViews views, ParagraphEditing editing, CurrentPerson current) {
		this.reports = reports;
		this.views = views;
		this.editing = editing;
		this.current = current;
	}

	@GetMapping
	ParagraphViews.Shown all(@PathVariable CycleName cycle) {
		secretariat();
		return this.views.of(this.reports.draft(cycle));
	}

	@PutMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void write(@PathVariable CycleName cycle, @RequestBody Written written) {
		this.editing.write(cycle, text(written.place()), text(written.said()), text(written.wording()),
				written.instead(), secretariat());
	}

	@PostMapping("/accepted")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void accept(@PathVariable CycleName cycle, @RequestBody Ended ended) {
		String by = secretariat();
		if (ended.edit() == null) {
			throw Refused.conflict("Say which edit is to end.");
		}
		this.editing.accept(cycle, ended.edit(), by);
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed : "";
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	/**
	 * Other words.
	 *
	 * @param place where the paragraph stands
	 * @param said the paragraph, without the edit that ends
	 * @param wording what is to be printed
	 * @param instead the edit that ends with this, if any
	 */
	record Written(@Nullable String place, @Nullable String said, @Nullable String wording, @Nullable Long instead) {
	}

	/**
	 * Which edit ends.
	 */
	record Ended(@Nullable Long edit) {
	}

}
