package org.asemeducation.stocktake.endorsement;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.ReportProcess;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.Sealing;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.State;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions that officials and ministers are given: the second is the first with what
 * officials asked for, and with the updates accepted since.
 */
@Component
class Versions {

	private final Sealing sealing;

	private final SealedVersions sealed;

	private final Reports reports;

	private final ReportProcess editing;

	private final AnnexChanges changes;

	private final TakenIn takenIn;

	Versions(Sealing sealing, SealedVersions sealed, Reports reports, ReportProcess editing, AnnexChanges changes,
			TakenIn takenIn) {
		this.sealing = sealing;
		this.sealed = sealed;
		this.reports = reports;
		this.editing = editing;
		this.changes = changes;
		this.takenIn = takenIn;
	}

	/** Done twice, the first stays; so with ministers. */
	@Transactional
	SealedVersion sealForOfficials(CycleName cycle) {
		return this.sealing.seal(cycle, State.FOR_OFFICIALS, ProposedAnnex::of,
				this.editing.editor(cycle).orElse("stocktake"));
	}

	@Transactional
	SealedVersion sealForMinisters(CycleName cycle) {
		Annex put = annex(cycle, State.FOR_OFFICIALS);
		return this.sealing.seal(cycle, State.FOR_MINISTERS,
				(report) -> AnnexChange.applied(put, this.changes.of(cycle)),
				this.takenIn.by(cycle).orElse("stocktake"));
	}

	/**
	 * The version sealed for somebody.
	 * @throws Refused before it was sealed
	 */
	SealedVersion sealed(CycleName cycle, State state) {
		return this.sealed.of(cycle, state)
			.orElseThrow(() -> Refused.conflict("No version of the report of %s is sealed for %s yet.".formatted(cycle,
					(state == State.FOR_OFFICIALS) ? "senior officials" : "ministers")));
	}

	ReportModel report(CycleName cycle, State state) {
		return this.reports.version(cycle, sealed(cycle, state).version()).orElseThrow();
	}

	Annex annex(CycleName cycle, State state) {
		Annex annex = report(cycle, state).workPlan();
		if (annex == null) {
			throw new IllegalStateException("The version of %s that was sealed has no annex.".formatted(cycle));
		}
		return annex;
	}

}
