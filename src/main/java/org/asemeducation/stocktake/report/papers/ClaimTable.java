package org.asemeducation.stocktake.report.papers;

import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.Part.Subgoal;
import org.asemeducation.stocktake.report.model.ReportModel;

/**
 * How many initiatives claim each subgoal of the plan, as a table; the words of the
 * claims are not in it.
 */
final class ClaimTable {

	private ClaimTable() {
	}

	static Table of(int number, ReportModel report) {
		return new Table(number,
				"Subgoals in version %d of the report: initiatives whose accepted updates state a contribution"
					.formatted(report.version()),
				List.of(Column.of("Subgoal", 80), Column.ofNumbers("Initiatives", 20)),
				report.frame()
					.stream()
					.flatMap((objective) -> objective.subgoals().stream())
					.map((it) -> List.of(Phrase.of(it.number() + " " + it.text()),
							Phrase.of(String.valueOf(claiming(report, it)))))
					.toList());
	}

	private static long claiming(ReportModel report, Subgoal subgoal) {
		return report.initiatives()
			.map((it) -> it.update())
			.filter(Objects::nonNull)
			.filter((update) -> update.contributions().stream().anyMatch((it) -> it.subgoal().equals(subgoal.number())))
			.count();
	}

}
