package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.update.contribution.DecidingOnContributions;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Leaves out the contributions that nobody has accepted when the report is sealed.
 */
@Component
class LeavingOutContributions {

	private final DecidingOnContributions deciding;

	LeavingOutContributions(DecidingOnContributions deciding) {
		this.deciding = deciding;
	}

	@EventListener
	void on(VersionSealed sealed) {
		this.deciding.sealed(sealed.cycle());
	}

}
