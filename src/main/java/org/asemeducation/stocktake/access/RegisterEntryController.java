package org.asemeducation.stocktake.access;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Behind the entry "Change the register", for the AES.
 */
@RestController
@RequestMapping("/api/register-entry")
class RegisterEntryController {

	private final Register register;

	private final RegisterEntry entry;

	private final CurrentPerson current;

	RegisterEntryController(Register register, RegisterEntry entry, CurrentPerson current) {
		this.register = register;
		this.entry = entry;
		this.current = current;
	}

	/** Names of parties to choose from; any other of the register can be written. */
	@GetMapping
	List<String> parties() {
		this.current.get().requireSecretariat();
		return this.register.names(Register.OFFERED);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void add(@RequestBody RegisterEntry.Named named) {
		this.entry.add(named, this.current.get().requireSecretariat().userId());
	}

}
