package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.asemeducation.stocktake.review.FinishedReports;
import org.springframework.stereotype.Component;

/**
 * After the version for ministers nothing is compiled any more.
 */
@Component
class SealedForMinisters implements FinishedReports {

	private final SealedVersions sealed;

	private final Publications publications;

	SealedForMinisters(SealedVersions sealed, Publications publications) {
		this.sealed = sealed;
		this.publications = publications;
	}

	@Override
	public boolean contain(CycleName cycle) {
		return this.sealed.of(cycle, State.FOR_MINISTERS).isPresent() || this.publications.version(cycle).isPresent();
	}

}
