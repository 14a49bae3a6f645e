package org.asemeducation.stocktake.endorsement;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.SealedVersion;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the report of a cycle public.
 */
@Component
class Publication {

	private final Reports reports;

	private final Cycles cycles;

	private final Audit audit;

	Publication(Reports reports, Cycles cycles, Audit audit) {
		this.reports = reports;
		this.cycles = cycles;
		this.audit = audit;
	}

	/** What was sealed last, as it is. Done twice, the first publication stays. */
	@Transactional
	void publish(CycleName cycle) {
		this.cycles.lock(cycle);
		SealedVersion report = this.reports.publish(cycle);
		this.cycles.published(cycle);
		this.audit.record("stocktake", "publish report", cycle.value(), null, "version %d".formatted(report.version()));
	}

}
