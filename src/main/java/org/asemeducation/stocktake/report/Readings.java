package org.asemeducation.stocktake.report;

import java.util.Collection;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.InitiativeRows.Asked;
import org.asemeducation.stocktake.report.model.Participation;
import org.asemeducation.stocktake.report.model.ReportModel;

import org.springframework.stereotype.Component;

/**
 * What a report makes of its updates as a whole: which chapters it has, what changed
 * since the last one, who takes part, what the secretariat makes of it, how it looks in
 * Word.
 */
@Component
class Readings {

	private final Outlines outlines;

	private final LastReports last;

	private final Participants participants;

	private final Assessments assessments;

	private final WordTemplates templates;

	Readings(Outlines outlines, LastReports last, Participants participants, Assessments assessments,
			WordTemplates templates) {
		this.templates = templates;
		this.outlines = outlines;
		this.last = last;
		this.participants = participants;
		this.assessments = assessments;
	}

	ReportModel on(CycleName cycle, ReportModel report, Collection<Asked> asked) {
		Participation participation = this.participants.of(asked, report.initiatives().toList());
		return report
			.read(this.outlines.printed(cycle), this.last.since(cycle, report).orElse(null), participation,
					this.assessments.complete(cycle))
			.lookingLike(this.templates.inForce(cycle).orElse(null));
	}

}
