package org.asemeducation.stocktake.cycle;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
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
 * Behind the entry "Close a cycle", for the AES.
 */
@RestController
@RequestMapping("/api/closings")
class ClosingController {

	private final Cycles cycles;

	private final ClosingCycle closing;

	private final CurrentPerson current;

	ClosingController(Cycles cycles, ClosingCycle closing, CurrentPerson current) {
		this.cycles = cycles;
		this.closing = closing;
		this.current = current;
	}

	/** The cycles under way, each with what would stay open. */
	@GetMapping
	List<ClosingCycle.Closing> cycles() {
		this.current.get().requireSecretariat();
		return this.cycles.unpublished().stream().map(this.closing::look).toList();
	}

	@PostMapping("/{cycle}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void close(@PathVariable("cycle") CycleName name, @RequestBody Why why) {
		this.closing.close(name, why.reason(), this.current.get().requireSecretariat().userId());
	}

	/**
	 * Why a cycle is closed.
	 */
	record Why(@Nullable String reason) {
	}

}
