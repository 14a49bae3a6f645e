package org.asemeducation.stocktake.endorsement;

import java.util.Objects;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.State;

import org.springframework.stereotype.Component;

/**
 * Hands out the report that was put to officials for as long as its annex is open to
 * their changes: from the record of SOM2, and again from an objection, until all are
 * taken in.
 */
@Component
class OpenAnnex {

	private final Cycles cycles;

	private final Occasions occasions;

	private final Versions versions;

	private final Objections objections;

	private final TakenIn takenIn;

	OpenAnnex(Cycles cycles, Occasions occasions, Versions versions, Objections objections, TakenIn takenIn) {
		this.cycles = cycles;
		this.occasions = occasions;
		this.versions = versions;
		this.objections = objections;
		this.takenIn = takenIn;
	}

	/**
	 * The report, with the cycle locked until the caller's transaction ends.
	 * @throws Refused before SOM2 is recorded, and once the changes are taken in
	 */
	ReportModel of(CycleName cycle) {
		this.cycles.lock(cycle);
		this.occasions.recorded(cycle, MeetingKind.SOM2);
		SealedVersion put = this.versions.put(cycle);
		boolean asked = put.state() == State.FOR_OFFICIALS || this.objections.stopped(cycle, put.version());
		if (!asked || this.takenIn.isDone(cycle, put.version())) {
			throw Refused
				.conflict("SOM2's changes of %s are taken in already: the annex stays as it is.".formatted(cycle));
		}
		return this.versions.report(put);
	}

	static Annex.Line line(ReportModel put, int number) {
		return Objects.requireNonNull(put.workPlan())
			.lines()
			.stream()
			.filter((line) -> line.number() == number)
			.findFirst()
			.orElseThrow(() -> Refused.notFound(
					"The annex of %s that was put to officials has no line %d.".formatted(put.cycle().name(), number)));
	}

}
