package org.asemeducation.stocktake.report.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Part;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;
import org.asemeducation.stocktake.report.table.Sheet.Column;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The annex of a report as a workbook: one row for each activity, which keeps its number.
 */
@Component
public class AnnexTable implements ReportWriter {

	private static final List<Column> COLUMNS = List.of(new Column("Line", 8), new Column("Action", 8),
			new Column("Action in words", 30), new Column("No.", 10), new Column("Initiative", 40),
			new Column("New", 8), new Column("Coordinators", 30), new Column("Activity of the next two years", 50),
			new Column("When", 20), new Column("Expected output", 40), new Column("Expected result", 40),
			new Column("Contribution to the strategic objectives", 40));

	@Override
	public void write(ReportModel report, OutputStream out) throws IOException {
		Annex annex = Objects.requireNonNull(report.workPlan(), "This version has no annex.");
		Map<String, List<Annex.Line>> lines = annex.lines()
			.stream()
			.collect(Collectors.groupingBy(Annex.Line::initiative));
		new Sheet("Work plan", COLUMNS,
				placed(report)
					.flatMap((placed) -> lines.getOrDefault(placed.initiative().id(), List.of())
						.stream()
						.map((line) -> row(placed, line)))
					.toList())
			.xlsx(report.compiledAt(), out);
	}

	private static Stream<Placed> placed(ReportModel report) {
		return report.parts()
			.stream()
			.flatMap((part) -> part.actions().stream())
			.flatMap((action) -> action.initiatives().stream().map((it) -> new Placed(action, it)))
			.sorted(Comparator.comparingInt((placed) -> placed.initiative().position()));
	}

	private static List<Object> row(Placed placed, Annex.Line line) {
		Initiative initiative = placed.initiative();
		return List.of(line.number(), placed.action().number(), placed.action().title(), initiative.id(),
				initiative.title(), initiative.isNew() ? "New" : "", initiative.coordinators(), line.activity(),
				text(line.period()), text(line.output()), text(line.result()), text(line.contribution()));
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private record Placed(Part.ActionSection action, Initiative initiative) {
	}

}
