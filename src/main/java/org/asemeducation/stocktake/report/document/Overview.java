package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.report.document.Block.Figures;
import org.asemeducation.stocktake.report.document.Block.Figures.Figure;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.Glance;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * The chapter "At a glance": the numbers, then every initiative on one line.
 */
class Overview {

	private final TableNumbers tables;

	Overview(TableNumbers tables) {
		this.tables = tables;
	}

	Section chapter(ReportModel report) {
		Glance glance = report.glance();
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Figures(List.of(
				new Figure(String.valueOf(glance.initiatives()),
						(glance.newInitiatives() != 0)
								? "initiatives, %d of them new".formatted(glance.newInitiatives()) : "initiatives"),
				new Figure(String.valueOf(glance.asked()), "asked for an update"),
				new Figure(String.valueOf(glance.received()), "updates received"),
				new Figure(glance.responsePercent() + " %", "response rate"),
				new Figure(String.valueOf(glance.accepted()), "updates accepted"))));
		blocks.add(counts("Where the updates stand", "Update", glance.standings()));
		if (glance.accepted() != 0) {
			blocks.add(counts("Completion, as stated in the accepted updates", "Completion", glance.completion()));
			blocks.add(counts("Aims, as stated in the accepted updates", "Aims", glance.aims()));
			blocks
				.add(counts("Continuation, as stated in the accepted updates", "Continuation", glance.continuation()));
		}
		blocks.add(this.tables.table("All initiatives", List.of(Column.of("No.", 11), Column.of("Initiative", 39),
				Column.of("Coordinators", 25), Column.of("Status", 25)), rows(report)));
		return new Section(Section.Kind.CHAPTER, "at-a-glance", null, "At a glance", null, null, blocks);
	}

	private Block counts(String caption, String head, List<Glance.Count> counts) {
		return this.tables.table(caption, List.of(Column.of(head, 75), new Column("Initiatives", 25, true)),
				counts.stream()
					.map((it) -> List.of(Phrase.of(Words.of(it.code())), Phrase.of(String.valueOf(it.number()))))
					.toList());
	}

	private static List<List<Phrase>> rows(ReportModel report) {
		return report.initiatives()
			.map((it) -> List.of(new Phrase(it.id(), "#" + it.id()),
					Phrase.of(it.title() + (it.isNew() ? " (NEW)" : "")), Phrase.of(it.coordinators()),
					Phrase.of(status(it))))
			.toList();
	}

	private static String status(Initiative initiative) {
		Update update = initiative.update();
		@Nullable String completion = (update != null) ? update.completion() : null;
		return Words.of((completion != null) ? completion : initiative.standing().code());
	}

}
