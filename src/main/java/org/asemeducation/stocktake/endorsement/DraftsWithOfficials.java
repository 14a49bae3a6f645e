package org.asemeducation.stocktake.endorsement;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.report.ReopenedDrafts;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.model.ReportModel.State;

import org.springframework.stereotype.Component;

/**
 * Reopens a report that was put to officials: its chapters can be changed from the record
 * of SOM2 until all that was asked for is taken in.
 */
@Component
class DraftsWithOfficials implements ReopenedDrafts {

	private final SealedVersions sealed;

	private final Occasions occasions;

	private final Objections objections;

	private final TakenIn takenIn;

	DraftsWithOfficials(SealedVersions sealed, Occasions occasions, Objections objections, TakenIn takenIn) {
		this.sealed = sealed;
		this.occasions = occasions;
		this.objections = objections;
		this.takenIn = takenIn;
	}

	@Override
	public boolean contain(CycleName cycle) {
		return this.sealed.of(cycle, State.FOR_OFFICIALS)
			.filter((put) -> !this.takenIn.isDone(cycle, put.version()))
			.isPresent() && this.occasions.of(cycle, MeetingKind.SOM2).isRecorded() || isObjectedTo(cycle);
	}

	private boolean isObjectedTo(CycleName cycle) {
		return this.sealed.of(cycle, State.FOR_MINISTERS)
			.filter((put) -> this.objections.stopped(cycle, put.version())
					&& !this.takenIn.isDone(cycle, put.version()))
			.isPresent();
	}

}
