package org.asemeducation.stocktake.cockpit.history;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The history of an initiative, for the secretariat only. Nothing is changed here.
 */
@RestController
@RequestMapping("/api/cockpit/initiatives")
class HistoryController {

	private final Histories histories;

	private final CurrentPerson current;

	HistoryController(Histories histories, CurrentPerson current) {
		this.histories = histories;
		this.current = current;
	}

	@GetMapping("/{initiative}")
	InitiativeHistory history(@PathVariable String initiative, @RequestParam(defaultValue = "") String cycle,
			@RequestParam(required = false) @Nullable String kind) {
		this.current.get().requireSecretariat();
		return this.histories.of(new InitiativeId(initiative), cycle,
				(kind != null && !kind.isBlank()) ? HappeningKind.of(kind) : null);
	}

}
