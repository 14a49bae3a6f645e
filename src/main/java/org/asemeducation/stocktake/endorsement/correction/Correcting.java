package org.asemeducation.stocktake.endorsement.correction;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.Sealing;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Facts.Fact;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.CleanText;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts words right in what was published. Nothing is compiled anew: the corrected version
 * is the published one with other words at one place.
 */
@Component
public class Correcting {

	private final Cycles cycles;

	private final Reports reports;

	private final Sealing sealing;

	private final Audit audit;

	Correcting(Cycles cycles, Reports reports, Sealing sealing, Audit audit) {
		this.cycles = cycles;
		this.reports = reports;
		this.sealing = sealing;
		this.audit = audit;
	}

	/**
	 * Seals and publishes a corrected version.
	 * @param cycle the cycle
	 * @param place {@code foreword}, {@code outlook}, an initiative's id or
	 * {@code annex-3} for line 3
	 * @param wrong words that stand there once
	 * @param right words in their place
	 * @param note what was wrong, for readers
	 * @param by the user id
	 * @return the corrected version
	 * @throws Refused before publication, or when the words do not stand there once
	 */
	@Transactional
	public SealedVersion correct(CycleName cycle, @Nullable String place, @Nullable String wrong,
			@Nullable String right, @Nullable String note, String by) {
		this.cycles.lock(cycle);
		ReportModel published = this.reports.published(cycle)
			.filter((report) -> report.workPlan() != null)
			.orElseThrow(() -> Refused
				.conflict("The report of %s is not published: there is nothing to correct.".formatted(cycle)));
		String why = (note != null) ? CleanText.of(note) : "";
		if (why.isEmpty()) {
			throw Refused.invalid("Nothing is corrected. Say in a note what was wrong.",
					List.of(new Problem("note", "Say what was wrong.")));
		}
		String before = (wrong != null) ? CleanText.of(wrong) : "";
		String after = (right != null) ? CleanText.of(right) : "";
		ReportModel corrected = new Replacement((place != null) ? place.strip() : "", before, after).in(published);
		int number = this.reports.corrections(cycle).size() + 1;
		SealedVersion version = this.sealing.sealCorrected(number, corrected,
				(model) -> list(number, published, model, String.valueOf(place), before, after, why), by);
		this.reports.correct(cycle, number, version, why, by);
		this.audit.record(by, "correct report", cycle.value(), "version %d".formatted(published.version()),
				"correction %d, version %d: %s".formatted(number, version.version(), why));
		return version;
	}

	private static Document list(int number, ReportModel published, ReportModel corrected, String place, String before,
			String after, String note) {
		String cycle = corrected.cycle().name();
		return new Document("Correction %d".formatted(number), "%s: %s".formatted(cycle, corrected.cycle().title()),
				"From version %d to version %d".formatted(published.version(), corrected.version()), false, List.of(),
				"What was corrected in the published Stocktaking Report of %s.".formatted(cycle),
				corrected.compiledAt().toString(),
				List.of(new Section(Section.Kind.CHAPTER, "correction", null, "What was corrected", null, null,
						List.of(new Facts(List.of(new Fact("Note", note), new Fact("Place", place),
								new Fact("Before", before), new Fact("Now", after)))))));
	}

}
