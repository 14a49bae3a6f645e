package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.asemeducation.stocktake.report.document.Block.Figures;
import org.asemeducation.stocktake.report.document.Block.Figures.Figure;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.Answer;
import org.asemeducation.stocktake.report.model.Glance;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * The chapter "At a glance", totals on one page, and the chapter behind it with every
 * initiative on one line and the charts. In reports from before there was the latter, the
 * former has it all.
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
		blocks.add(standings(glance));
		String uncounted = uncounted(glance);
		if (!uncounted.isEmpty()) {
			blocks.add(new Prose(Prose.Tone.NOTE, uncounted));
		}
		boolean apart = Boolean.TRUE.equals(glance.figuresApart());
		if (!apart) {
			blocks.addAll(status(glance));
		}
		if (report.outline() != null) {
			SinceTheLastReport since = new SinceTheLastReport(this.tables);
			blocks.add(StatusByObjective.table(report, this.tables, apart));
			blocks.add(apart ? since.totals(report) : since.section(report));
		}
		if (!apart) {
			listsAndCharts(report, blocks);
		}
		return new Section(Section.Kind.CHAPTER, "at-a-glance", null, "At a glance", null, null, blocks);
	}

	/** What the first page has no room for. */
	List<Block> figures(ReportModel report) {
		List<Block> blocks = new ArrayList<>(status(report.glance()));
		blocks.addAll(new SinceTheLastReport(this.tables).changes(report));
		listsAndCharts(report, blocks);
		return blocks;
	}

	private void listsAndCharts(ReportModel report, List<Block> blocks) {
		blocks.add(this.tables.table("All initiatives", List.of(Column.of("No.", 15), Column.of("Initiative", 40),
				Column.of("Coordinators", 25), Column.of("Status", 20)), rows(report)));
		blocks.addAll(new Charts(this.tables, report).section());
	}

	/** What is printed and is no answer. */
	private static String uncounted(Glance glance) {
		List<String> sentences = new ArrayList<>();
		if (glance.carriedForward() != null) {
			sentences.add("%s the text of an earlier year, carried forward; it is not counted as received."
				.formatted(Words.count(glance.carriedForward(), "initiative has", "initiatives have")));
		}
		if (glance.deskUpdates() != null) {
			sentences.add("%s a desk update by the secretariat; it is not counted as received."
				.formatted(Words.count(glance.deskUpdates(), "initiative has", "initiatives have")));
		}
		return String.join(" ", sentences);
	}

	private Block standings(Glance glance) {
		return this.tables.table("Where the updates stand",
				List.of(Column.of("Update", 75), Column.ofNumbers("Initiatives", 25)),
				glance.standings()
					.stream()
					.filter((it) -> it.number() != 0)
					.map((it) -> List.of(Phrase.of(Words.of(it.code())), number(it)))
					.toList());
	}

	private List<Block> status(Glance glance) {
		if (glance.accepted() == 0) {
			return List.of();
		}
		List<List<Phrase>> rows = new ArrayList<>();
		glance.completion().forEach((it) -> rows.add(row("Completion", it)));
		glance.aims().forEach((it) -> rows.add(row("Aims", it)));
		glance.continuation().forEach((it) -> rows.add(row("Continuation", it)));
		return List.of(this.tables.table("Status, as stated in the accepted updates",
				List.of(Column.of("Aspect", 35), Column.of("Status", 40), Column.ofNumbers("Initiatives", 25)), rows));
	}

	private static List<Phrase> row(String aspect, Glance.Count count) {
		return List.of(Phrase.of(aspect), Phrase.of(Words.of(count.code())), number(count));
	}

	private static Phrase number(Glance.Count count) {
		return Phrase.of(String.valueOf(count.number()));
	}

	private static List<List<Phrase>> rows(ReportModel report) {
		return report.initiatives()
			.sorted(Comparator.comparingInt(Initiative::position))
			.map((it) -> List.of(new Phrase(it.id(), "#" + it.id()),
					Phrase.of(it.title() + (it.isNew() ? " (NEW)" : "")), Phrase.of(it.coordinators()),
					Phrase.of(status(it))))
			.toList();
	}

	private static String status(Initiative initiative) {
		Answer answer = initiative.answer();
		if (answer != null) {
			return Words.of(answer.kind());
		}
		if (initiative.instead() != null) {
			Integer year = initiative.instead().year();
			return Words.of(initiative.standing().code()) + ((year != null)
					? "; text of %d carried forward".formatted(year) : "; desk update by the secretariat");
		}
		Update update = initiative.update();
		@Nullable String completion = (update != null) ? update.completion() : null;
		return Words.of((completion != null) ? completion : initiative.standing().code());
	}

}
