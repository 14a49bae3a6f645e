package org.asemeducation.stocktake.notification.reach;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
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
 * Behind the form "Mend address".
 */
@RestController
@RequestMapping("/api/contacts/{contact}/reach")
class ReachController {

	private final MendingAddresses mending;

	private final CurrentPerson current;

	ReachController(MendingAddresses mending, CurrentPerson current) {
		this.mending = mending;
		this.current = current;
	}

	@GetMapping
	Unreachable read(@PathVariable long contact) {
		secretariat();
		return this.mending.get(contact);
	}

	@PutMapping("/address")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void mend(@PathVariable long contact, @RequestBody Mended mended) {
		String by = secretariat();
		if (mended.email() == null || mended.email().isBlank()) {
			throw Refused.invalid("No address is written yet.", List.of(new Refused.Problem("email",
					"Write the new address, or say that the old one is reachable again.")));
		}
		this.mending.mend(contact, mended.email(), by);
	}

	@PostMapping("/again")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void reachable(@PathVariable long contact) {
		this.mending.reachable(contact, secretariat());
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	record Mended(@Nullable String email) {
	}

}
