package org.asemeducation.stocktake.cockpit.instance;

import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.CurrentPerson;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What our scripts add to the engine's own pages in Cockpit, for the secretariat only.
 * Nothing is changed here.
 */
@RestController
class InstanceController {

	/** Ids that are asked for at a time: what a page of Cockpit shows. */
	private static final int MOST = 200;

	private final Names names;

	private final Steps steps;

	private final CurrentPerson current;

	InstanceController(Names names, Steps steps, CurrentPerson current) {
		this.names = names;
		this.steps = steps;
		this.current = current;
	}

	@GetMapping("/api/cockpit/names")
	Map<String, String> names(@RequestParam List<String> id) {
		this.current.get().requireSecretariat();
		if (id.size() > MOST) {
			throw new IllegalArgumentException("Ask for %d names at most, not %d.".formatted(MOST, id.size()));
		}
		return this.names.of(id);
	}

	@GetMapping("/api/cockpit/steps/{definition}")
	List<Steps.Step> steps(@PathVariable String definition) {
		this.current.get().requireSecretariat();
		return this.steps.of(definition);
	}

}
