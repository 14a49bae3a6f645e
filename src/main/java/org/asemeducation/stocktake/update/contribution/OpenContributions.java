package org.asemeducation.stocktake.update.contribution;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.OpenEnds;
import org.asemeducation.stocktake.update.contribution.Contribution.State;

import org.springframework.stereotype.Component;

/**
 * The contributions of a cycle that nobody has decided on.
 */
@Component
class OpenContributions implements OpenEnds {

	private final PartyContributions contributions;

	OpenContributions(PartyContributions contributions) {
		this.contributions = contributions;
	}

	@Override
	public List<String> of(CycleName cycle) {
		long open = this.contributions.of(cycle).stream().filter((it) -> it.state() == State.SUBMITTED).count();
		return OpenEnds.counted(open, "contribution of a partner or stakeholder is not decided on.",
				"contributions of partners and stakeholders are not decided on.");
	}

}
