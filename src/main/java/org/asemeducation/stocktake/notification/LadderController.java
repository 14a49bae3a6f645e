package org.asemeducation.stocktake.notification;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The ladder of a cycle that is open or gathers, for the AES: behind the entry
 * "Settings".
 */
@RestController
@RequestMapping("/api/settings")
class LadderController {

	private final ChangingLadder changing;

	private final CurrentPerson current;

	LadderController(ChangingLadder changing, CurrentPerson current) {
		this.changing = changing;
		this.current = current;
	}

	/** The cycles whose ladder can be changed, the newest first. */
	@GetMapping("/ladders")
	List<ChangingLadder.Choice> cycles() {
		secretariat();
		return this.changing.cycles();
	}

	@GetMapping("/{cycle}/ladder")
	ChangingLadder.Days show(@PathVariable("cycle") CycleName cycle) {
		secretariat();
		return this.changing.of(cycle);
	}

	@PostMapping("/{cycle}/ladder/preview")
	ChangingLadder.Change preview(@PathVariable("cycle") CycleName cycle, @RequestBody ChangingLadder.Days days) {
		secretariat();
		return this.changing.preview(cycle, days);
	}

	@PostMapping("/{cycle}/ladder")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void change(@PathVariable("cycle") CycleName cycle, @RequestBody ChangingLadder.Days days) {
		this.changing.change(cycle, days, secretariat());
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

}
