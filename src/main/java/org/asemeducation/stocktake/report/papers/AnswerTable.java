package org.asemeducation.stocktake.report.papers;

import java.util.List;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Block.Table.Column;

/**
 * Counts of answers as a table.
 */
final class AnswerTable {

	private AnswerTable() {
	}

	static Table of(int number, String caption, String what, List<AnswerCounts.Count> counts) {
		return new Table(number, caption, List.of(Column.of(what, 40), Column.ofNumbers("Initiatives", 15), Column
			.ofNumbers("In time", 15), Column.ofNumbers("Late", 15), Column.ofNumbers("Not reported", 15)), counts
				.stream()
				.map((count) -> Stream.of(count.called(), count.all(), count.inTime(), count.late(), count.missing())
					.map(String::valueOf)
					.map(Phrase::of)
					.toList())
				.toList());
	}

}
