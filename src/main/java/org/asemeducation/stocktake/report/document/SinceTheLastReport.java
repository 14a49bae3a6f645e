package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Since;
import org.jspecify.annotations.Nullable;

/**
 * What changed since the last report, at a glance.
 */
class SinceTheLastReport {

	private static final Map<String, String> ASPECTS = Map.of("standing", "Update", "completion", "Completion", "aims",
			"Aims", "continuation", "Continuation", "title", "Title", "coordinators", "Coordinators");

	private final TableNumbers tables;

	SinceTheLastReport(TableNumbers tables) {
		this.tables = tables;
	}

	Section section(ReportModel report) {
		List<Block> blocks = new ArrayList<>();
		Since since = report.since();
		if (since == null) {
			blocks.add(new Prose(Prose.Tone.NOTE,
					"No earlier report is published here that this one could be compared with."));
		}
		else {
			blocks.add(new Prose(Prose.Tone.NOTE,
					"Compared with version %d of the report of %s, only over the %s in both.".formatted(since.version(),
							since.cycle(),
							Words.count(since.compared(), "initiative that is", "initiatives that are"))));
			compared(since, blocks);
			listed("New since then", since.added(), true, blocks);
			listed("No longer in the report", since.gone(), false, blocks);
		}
		return new Section(Section.Kind.TOPIC, "since-the-last-report", null, "What changed since the last report",
				null, null, blocks);
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
