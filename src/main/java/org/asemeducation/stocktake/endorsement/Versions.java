package org.asemeducation.stocktake.endorsement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.ReportProcess;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.Sealing;
import org.asemeducation.stocktake.report.VersionText;
import org.asemeducation.stocktake.report.document.Document;
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

	private final AskedChanges asked;

	private final TakenIn takenIn;

	Versions(Sealing sealing, SealedVersions sealed, Reports reports, ReportProcess editing, AnnexChanges changes,
			AskedChanges asked, TakenIn takenIn) {
		this.sealing = sealing;
		this.sealed = sealed;
		this.reports = reports;
		this.editing = editing;
		this.changes = changes;
		this.asked = asked;
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
		return seal(cycle, sealed(cycle, State.FOR_OFFICIALS), 0);
	}

	/**
	 * The version that was objected to with what was asked for; done twice, the first
	 * stays.
	 */
	@Transactional
	SealedVersion sealAmended(CycleName cycle) {
		SealedVersion put = sealed(cycle, State.FOR_MINISTERS);
		return this.takenIn.isDone(cycle, put.version()) ? seal(cycle, put, put.number() + 1) : put;
	}

	/**
	 * The version sealed last for somebody.
	 * @throws Refused before it was sealed
	 */
	SealedVersion sealed(CycleName cycle, State state) {
		return this.sealed.of(cycle, state)
			.orElseThrow(() -> Refused.conflict("No version of the report of %s is sealed for %s yet.".formatted(cycle,
					(state == State.FOR_OFFICIALS) ? "senior officials" : "ministers")));
	}

	/**
	 * The version of which changes are being asked: that for officials until they are
	 * taken in, then the last one for ministers.
	 * @throws Refused before anything was sealed
	 */
	SealedVersion put(CycleName cycle) {
		SealedVersion officials = sealed(cycle, State.FOR_OFFICIALS);
		return this.takenIn.isDone(cycle, officials.version())
				? this.sealed.of(cycle, State.FOR_MINISTERS).orElse(officials) : officials;
	}

	/** Whether SOM2's changes are taken in. */
	boolean areTakenIn(CycleName cycle) {
		return this.sealed.of(cycle, State.FOR_OFFICIALS)
			.filter((put) -> this.takenIn.isDone(cycle, put.version()))
			.isPresent();
	}

	ReportModel report(SealedVersion version) {
		return this.reports.version(version.cycle(), version.version()).orElseThrow();
	}

	Annex annex(CycleName cycle, State state) {
		return annex(report(sealed(cycle, state)));
	}

	private SealedVersion seal(CycleName cycle, SealedVersion followed, int number) {
		ReportModel before = report(followed);
		List<AnnexChange> lines = this.changes.of(cycle, followed.version());
		return this.sealing.seal(cycle, State.FOR_MINISTERS, number, new VersionText() {

			@Override
			public Annex annex(ReportModel report) {
				return AnnexChange.applied(Versions.annex(before), lines);
			}

			@Override
			public Optional<Document> changes(ReportModel report) {
				return Optional.of(ChangesComposition.of(before, report, lines, asked(followed)));
			}

		}, this.takenIn.by(cycle, followed.version()).orElse("stocktake"));
	}

	/** What was said in words at the end is the last of what was asked. */
	private List<AskedChange> asked(SealedVersion followed) {
		List<AskedChange> asked = new ArrayList<>(this.asked.of(followed.cycle(), followed.version()));
		String by = (followed.state() == State.FOR_OFFICIALS) ? "SOM2" : "No-objection round";
		this.takenIn.asked(followed.cycle(), followed.version())
			.ifPresent((words) -> asked.add(new AskedChange(asked.size() + 1, AskedChange.REPORT, words, by)));
		return asked;
	}

	private static Annex annex(ReportModel report) {
		Annex annex = report.workPlan();
		if (annex == null) {
			throw new IllegalStateException(
					"Version %d of %s is sealed and has no annex.".formatted(report.version(), report.cycle().name()));
		}
		return annex;
	}

}
