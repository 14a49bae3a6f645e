package org.asemeducation.stocktake.cockpit.outlook;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * How a cycle goes, for the secretariat only. Nothing is changed here.
 */
@RestController
class OutlookController {

	private final Cycles cycles;

	private final Outlooks outlooks;

	private final CurrentPerson current;

	OutlookController(Cycles cycles, Outlooks outlooks, CurrentPerson current) {
		this.cycles = cycles;
		this.outlooks = outlooks;
		this.current = current;
	}

	@GetMapping("/api/cockpit/cycles/{cycle}/outlook")
	Outlook outlook(@PathVariable("cycle") CycleName name) {
		this.current.get().requireSecretariat();
		return this.outlooks.of(this.cycles.get(name));
	}

	@GetMapping("/api/cockpit/cycles/{cycle}/concerns")
	Concerns.Found concerns(@PathVariable("cycle") CycleName name) {
		this.current.get().requireSecretariat();
		return this.outlooks.concerns(this.cycles.get(name));
	}

	@GetMapping("/api/cockpit/cycles/{cycle}/parts")
	List<Part> parts(@PathVariable("cycle") CycleName name) {
		this.current.get().requireSecretariat();
		return this.outlooks.parts(this.cycles.get(name));
	}

}
