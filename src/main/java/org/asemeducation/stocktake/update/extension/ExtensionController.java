package org.asemeducation.stocktake.update.extension;

import java.time.LocalDate;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.update.UpdateKey;
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
 * More time for one update: coordinators ask, the AES gives or refuses.
 */
@RestController
@RequestMapping("/api/updates")
class ExtensionController {

	private final AskingForTime asking;

	private final GivingTime giving;

	private final ExtensionPreview preview;

	private final ExtensionViews views;

	private final CurrentPerson current;

	ExtensionController(AskingForTime asking, GivingTime giving, ExtensionPreview preview, ExtensionViews views,
			CurrentPerson current) {
		this.asking = asking;
		this.giving = giving;
		this.preview = preview;
		this.views = views;
		this.current = current;
	}

	@GetMapping("/{cycle}/{initiative}/extension")
	ExtensionViews.ExtensionView show(@PathVariable String cycle, @PathVariable String initiative) {
		return this.views.of(UpdateKey.of(cycle, initiative), this.current.get());
	}

	@PostMapping("/{cycle}/{initiative}/extension/question")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void ask(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Question question) {
		this.asking.ask(UpdateKey.of(cycle, initiative), question.until(), question.reason(),
				this.current.get().userId());
	}

	@PostMapping("/{cycle}/{initiative}/extension/preview")
	ExtensionPreview.Consequences preview(@PathVariable String cycle, @PathVariable String initiative,
			@RequestBody Grant grant) {
		return this.preview.of(UpdateKey.of(cycle, initiative), grant, secretariat());
	}

	@PostMapping("/{cycle}/{initiative}/extension")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void grant(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Grant grant) {
		this.giving.grant(UpdateKey.of(cycle, initiative), grant, secretariat());
	}

	@PostMapping("/{cycle}/{initiative}/extension/refusal")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void refuse(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Refusal refusal) {
		this.giving.refuse(UpdateKey.of(cycle, initiative), refusal.reason(), secretariat());
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	/**
	 * What a coordinator asks for.
	 *
	 * @param until the day that would do
	 * @param reason why
	 */
	record Question(@Nullable LocalDate until, @Nullable String reason) {
	}

	/**
	 * That there is no more time.
	 *
	 * @param reason why
	 */
	record Refusal(@Nullable String reason) {
	}

}
