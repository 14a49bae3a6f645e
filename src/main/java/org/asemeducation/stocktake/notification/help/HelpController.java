package org.asemeducation.stocktake.notification.help;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Behind the entry "Help a coordinator", for the AES.
 */
@RestController
@RequestMapping("/api/help")
class HelpController {

	private final Helping helping;

	private final HelpChoices choices;

	private final CurrentPerson current;

	HelpController(Helping helping, HelpChoices choices, CurrentPerson current) {
		this.helping = helping;
		this.choices = choices;
		this.current = current;
	}

	/** The cycles in which there is somebody to help, the newest first. */
	@GetMapping
	List<HelpChoices.Choice> cycles() {
		secretariat();
		return this.choices.cycles();
	}

	/** Who coordinates some initiatives in a cycle, and the parties that could. */
	@GetMapping("/{cycle}/people")
	HelpChoices.People people(@PathVariable("cycle") CycleName cycle,
			@RequestParam(defaultValue = "") List<String> initiative) {
		secretariat();
		return this.choices.people(cycle, initiative);
	}

	@PostMapping("/{cycle}/preview")
	Helping.Preview preview(@PathVariable("cycle") CycleName cycle, @RequestBody Help help) {
		return this.helping.preview(cycle, help, secretariat());
	}

	@PostMapping("/{cycle}")
	Done give(@PathVariable("cycle") CycleName cycle, @RequestBody Help help) {
		return new Done(this.helping.give(cycle, help, secretariat()));
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	/**
	 * For which initiatives it was done.
	 */
	record Done(List<String> helped) {
	}

}
