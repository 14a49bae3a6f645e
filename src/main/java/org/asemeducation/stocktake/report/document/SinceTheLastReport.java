package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Since;
import org.jspecify.annotations.Nullable;

/**
 * What changed since the last report: in totals, and initiative by initiative.
 */
class SinceTheLastReport {

	private static final Map<String, String> ASPECTS = Map.of("standing", "Update", "completion", "Completion", "aims",
			"Aims", "continuation", "Continuation", "title", "Title", "coordinators", "Coordinators");

	private final TableNumbers tables;

	SinceTheLastReport(TableNumbers tables) {
		this.tables = tables;
	}

	/** In totals alone: a line for each aspect. */
	Section totals(ReportModel report) {
		Since since = report.since();
		if (since == null) {
			return section(List.of(nothing()));
		}
		List<Block> blocks = new ArrayList<>();
		blocks.add(note(since,
				" %d of them %s another title, coordinator or status; %d %s new, %d %s no longer there.".formatted(
						different(since), (different(since) == 1) ? "has" : "have", since.added().size(),
						(since.added().size() == 1) ? "is" : "are", since.gone().size(),
						(since.gone().size() == 1) ? "is" : "are")));
		if (since.compared() != 0) {
			blocks.add(new Bullets(since.totals()
				.stream()
				.map(Since.Total::aspect)
				.distinct()
				.map((aspect) -> Phrase.of("%s: %s".formatted(aspect(aspect), numbers(since, aspect))))
				.toList()));
		}
		return section(blocks);
	}

	private static String numbers(Since since, String aspect) {
		return since.totals()
			.stream()
			.filter((it) -> it.aspect().equals(aspect))
			.map((it) -> "%s %d, now %d".formatted(Words.of(it.code()), it.before(), it.now()))
			.collect(Collectors.joining("; "));
	}

	private static long different(Since since) {
		return since.changes().stream().map(Since.Change::initiative).distinct().count();
	}

	/** Initiative by initiative; no section where there is nothing to compare with. */
	List<Block> changes(ReportModel report) {
		Since since = report.since();
		if (since == null) {
			return List.of();
		}
		List<Block> blocks = told(since);
		return List.of(new Section(Section.Kind.TOPIC, "changes-since-the-last-report", null,
				"Changes since the last report, initiative by initiative", null, null, blocks));
	}

	/** Both in one, as reports had it before their first page was one page. */
	Section section(ReportModel report) {
		Since since = report.since();
		return section((since != null) ? told(since) : List.of(nothing()));
	}

	private List<Block> told(Since since) {
		List<Block> blocks = new ArrayList<>(List.of(note(since, "")));
		compared(since, blocks);
		listed("New since then", since.added(), true, blocks);
		listed("No longer in the report", since.gone(), false, blocks);
		return blocks;
	}

	private static Section section(List<Block> blocks) {
		return new Section(Section.Kind.TOPIC, "since-the-last-report", null, "What changed since the last report",
				null, null, blocks);
	}

	private static Block nothing() {
		return new Prose(Prose.Tone.NOTE, "No earlier report is published here that this one could be compared with.");
	}

	private static Block note(Since since, String more) {
		return new Prose(Prose.Tone.NOTE,
				"Compared with version %d of the report of %s, only over the %s in both.%s".formatted(since.version(),
						since.cycle(), Words.count(since.compared(), "initiative that is", "initiatives that are"),
						more));
	}

	private void compared(Since since, List<Block> blocks) {
		if (since.compared() == 0) {
			return;
		}
		blocks.add(this.tables.table("Status then and now",
				List.of(Column.of("Aspect", 25), Column.of("Status", 35), Column.ofNumbers("Then", 20),
						Column.ofNumbers("Now", 20)),
				since.totals()
					.stream()
					.map((it) -> List.of(Phrase.of(aspect(it.aspect())), Phrase.of(Words.of(it.code())),
							Phrase.of(String.valueOf(it.before())), Phrase.of(String.valueOf(it.now()))))
					.toList()));
		if (since.changes().isEmpty()) {
			blocks.add(new Prose(Prose.Tone.NOTE, "None of them has another title, coordinator or status."));
			return;
		}
		blocks.add(this.tables.table("What is different, initiative by initiative",
				List.of(Column.of("Initiative", 15), Column.of("Aspect", 15), Column.of("Then", 35),
						Column.of("Now", 35)),
				since.changes()
					.stream()
					.map((it) -> List.of(new Phrase(it.initiative(), "#" + it.initiative()),
							Phrase.of(aspect(it.aspect())), said(it.before()), said(it.now())))
					.toList()));
	}

	private static void listed(String title, List<Since.Listed> initiatives, boolean here, List<Block> blocks) {
		if (!initiatives.isEmpty()) {
			blocks.add(new Prose(Prose.Tone.NOTE, title + ":"));
			blocks.add(new Bullets(initiatives.stream()
				.map((it) -> new Phrase("%s %s".formatted(it.initiative(), it.title()),
						here ? "#" + it.initiative() : null))
				.toList()));
		}
	}

	private static String aspect(String aspect) {
		return ASPECTS.getOrDefault(aspect, aspect);
	}

	private static Phrase said(@Nullable String code) {
		return Phrase.of((code != null) ? Words.of(code) : "Not said");
	}

}
