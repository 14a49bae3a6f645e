package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.ReportModel;

/**
 * How far the initiatives under each objective are, by what their accepted updates state.
 */
final class StatusByObjective {

	private static final List<String> CODES = List.of("completed", "partly-completed", "not-started");

	private StatusByObjective() {
	}

	/**
	 * @param briefly whether objectives are named by their numbers alone
	 */
	static Block table(ReportModel report, TableNumbers tables, boolean briefly) {
		List<List<Phrase>> rows = new ArrayList<>();
		ByObjective.of(report).forEach((it) -> rows.add(row(briefly ? brief(it) : name(it), it.initiatives())));
		rows.add(row("All", report.initiatives().toList()));
		List<Column> columns = new ArrayList<>(List.of(Column.of("Objective", 35)));
		CODES.forEach((it) -> columns.add(Column.ofNumbers(Words.of(it), 15)));
		columns.add(Column.ofNumbers("Not stated", 10));
		columns.add(Column.ofNumbers("All", 10));
		return tables.table("Status by objective; " + ByObjective.rule(report), columns, rows);
	}

	private static String brief(ByObjective group) {
		return (group.objective() != null) ? "Objective " + group.objective() : group.title();
	}

	private static String name(ByObjective group) {
		return (group.objective() != null) ? "%d %s".formatted(group.objective(), group.title()) : group.title();
	}

	private static List<Phrase> row(String name, List<Initiative> initiatives) {
		Stream<Phrase> counts = CODES.stream().map((code) -> number(initiatives, (it) -> code.equals(completion(it))));
		return Stream
			.of(Stream.of(Phrase.of(name)), counts, Stream.of(number(initiatives, (it) -> completion(it).isEmpty()),
					Phrase.of(String.valueOf(initiatives.size()))))
			.flatMap((it) -> it)
			.toList();
	}

	private static String completion(Initiative initiative) {
		return (initiative.update() != null) ? Objects.requireNonNullElse(initiative.update().completion(), "") : "";
	}

	private static Phrase number(List<Initiative> initiatives, Predicate<Initiative> which) {
		return Phrase.of(String.valueOf(initiatives.stream().filter(which).count()));
	}

}
