package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.report.document.Block.Figures;
import org.asemeducation.stocktake.report.document.Block.Figures.Figure;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.Glance;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Update;

/**
 * The chapter on commitments: how many were kept, partly kept, changed and dropped, and
 * which. What was done instead stands in the fact sheets.
 */
class Commitments {

	private final TableNumbers tables;

	Commitments(TableNumbers tables) {
		this.tables = tables;
	}

	List<Block> blocks(ReportModel report) {
		List<Glance.Count> counts = Objects.requireNonNullElse(report.glance().commitments(), List.of());
		int all = counts.stream().mapToInt(Glance.Count::number).sum();
		if (all == 0) {
			return List.of(new Prose(Prose.Tone.NOTE, "Nothing was announced for this period."));
		}
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Figures(counts.stream()
			.limit(4)
			.map((it) -> new Figure(String.valueOf(it.number()), label(it.code())))
			.toList()));
		blocks.add(this.tables.table("What became of what was announced",
				List.of(Column.of("Outcome", 75), Column.ofNumbers("Commitments", 25)), totals(counts, all)));
		List<List<Phrase>> rows = report.initiatives()
			.filter((it) -> it.update() != null)
			.flatMap((it) -> rows(it).stream())
			.toList();
		if (!rows.isEmpty()) {
			blocks.add(this.tables.table("Commitments, one by one",
					List.of(Column.of("Initiative", 20), Column.of("It was announced", 55), Column.of("Outcome", 25)),
					rows));
		}
		String silent = report.initiatives()
			.filter((it) -> it.update() == null)
			.map(Initiative::id)
			.collect(Collectors.joining(", "));
		if (!silent.isEmpty()) {
			blocks.add(new Prose(Prose.Tone.NOTE,
					"No update was accepted of %s: what became of their commitments is not known.".formatted(silent)));
		}
		return blocks;
	}

	private static List<List<Phrase>> totals(List<Glance.Count> counts, int all) {
		List<List<Phrase>> rows = new ArrayList<>();
		counts.forEach((it) -> rows.add(List.of(Phrase.of(label(it.code())), Phrase.of(String.valueOf(it.number())))));
		rows.add(List.of(Phrase.of("All"), Phrase.of(String.valueOf(all))));
		return rows;
	}

	private static List<List<Phrase>> rows(Initiative initiative) {
		Update update = Objects.requireNonNull(initiative.update());
		return update.commitments()
			.stream()
			.map((it) -> List.of(
					new Phrase("%s, revision %d".formatted(initiative.id(), update.revision()), "#" + initiative.id()),
					Phrase.of((it.text() != null) ? it.text() : "Commitment " + it.position()),
					Phrase.of(label((it.outcome() != null) ? it.outcome() : "not-answered"))))
			.toList();
	}

	private static String label(String code) {
		return switch (code) {
			case "done" -> "Kept";
			case "partly" -> "Partly kept";
			case "not-answered" -> "Not answered";
			case "no-update" -> "No update accepted";
			default -> Words.of(code);
		};
	}

}
