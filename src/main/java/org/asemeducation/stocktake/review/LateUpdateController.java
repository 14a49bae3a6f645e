package org.asemeducation.stocktake.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Behind "Accept what came late" of the entry "Help a coordinator", for the AES.
 */
@RestController
@RequestMapping("/api/late-updates")
class LateUpdateController {

	private final TakingInLate taking;

	private final CurrentPerson current;

	LateUpdateController(TakingInLate taking, CurrentPerson current) {
		this.taking = taking;
		this.current = current;
	}

	@PostMapping("/{cycle}/{initiative}")
	@ResponseStatus(HttpStatus.CREATED)
	TakenIn takeIn(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Late update) {
		return new TakenIn(this.taking.takeIn(UpdateKey.of(cycle, initiative), update.content(), update.reason(),
				this.current.get().requireSecretariat().userId()));
	}

	/**
	 * What came late.
	 *
	 * @param content the form's fields
	 * @param reason why it is taken in
	 */
	record Late(@Nullable ObjectNode content, @Nullable String reason) {
	}

	/**
	 * Which revision it has become.
	 */
	record TakenIn(int number) {
	}

}
