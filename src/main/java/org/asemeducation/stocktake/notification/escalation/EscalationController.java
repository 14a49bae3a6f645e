package org.asemeducation.stocktake.notification.escalation;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Behind the form "Decide on escalation".
 */
@RestController
@RequestMapping("/api/cycles/{cycle}/escalations/{party}")
class EscalationController {

	private final EscalationViews views;

	private final DecidingOnEscalation deciding;

	private final CurrentPerson current;

	EscalationController(EscalationViews views, DecidingOnEscalation deciding, CurrentPerson current) {
		this.views = views;
		this.deciding = deciding;
		this.current = current;
	}

	@GetMapping
	EscalationViews.View show(@PathVariable String cycle, @PathVariable long party) {
		secretariat();
		return this.views.of(key(cycle, party));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void decide(@PathVariable String cycle, @PathVariable long party, @RequestBody Decision decision) {
		this.deciding.decide(key(cycle, party), decision, secretariat());
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	private static BusinessKey key(String cycle, long party) {
		return Escalation.key(new CycleName(cycle), party);
	}

}
