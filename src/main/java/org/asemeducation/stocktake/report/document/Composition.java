package org.asemeducation.stocktake.report.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Facts.Fact;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Part;
import org.asemeducation.stocktake.report.model.PartyContribution;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.asemeducation.stocktake.report.model.ReportCycle;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.Chapter;

/**
 * Composes the document of a report: the chapters in their order.
 */
public final class Composition {

	private final ReportModel report;

	private final Words words;

	private final TableNumbers tables = new TableNumbers();

	private final FactSheet sheets;

	private Composition(ReportModel report) {
		this.report = report;
		this.words = new Words(report.cycle().zone());
		this.sheets = new FactSheet(this.tables, this.words, programmes(report),
				(report.outline() != null) ? Programmes.of(report) : Programmes.none());
	}

	/**
	 * The document of a report.
	 * @param report the model
	 * @return the same document for the same model, always
	 */
	public static Document of(ReportModel report) {
		return new Composition(report).compose();
	}

	/**
	 * The fact sheet of one initiative as a report would print it, from a text that
	 * nobody has reviewed.
	 * @param cycle the cycle
	 * @param initiative the initiative with that text
	 * @param programme the ids of the rows of its programme
	 * @param said stands where a report says which revision was accepted when
	 * @param at when the text was saved
	 * @return a document of one section
	 */
	public static Document draft(ReportCycle cycle, Initiative initiative, List<String> programme, String said,
			Instant at) {
		Map<String, List<String>> programmes = (initiative.programme() != null)
				? Map.of(initiative.programme(), programme) : Map.of();
		Section sheet = new FactSheet(new TableNumbers(), new Words(cycle.zone()), programmes, Programmes.none())
			.sheet(initiative, null);
		List<Block> blocks = sheet.blocks()
			.stream()
			.map((it) -> (it instanceof Prose prose && prose.tone() == Prose.Tone.SOURCE)
					? new Prose(Prose.Tone.MISSING, said) : it)
			.toList();
		return new Document("Draft of an update", "%s: %s".formatted(cycle.name(), cycle.title()), said, true, List.of(
				"As the ASEM Education Stocktaking Report will print it, once it is submitted and accepted.",
				"Pictures and testimonials without consent are left out; of the pictures and charts the first %d are printed."
					.formatted(Shown.MOST_PICTURES)),
				"Draft of the update of %s in the cycle %s.".formatted(initiative.id(), cycle.name()), at.toString(),
				List.of(new Section(sheet.kind(), sheet.id(), sheet.label(), sheet.title(), sheet.mark(), null,
						blocks)));
	}

	private Document compose() {
		List<Section> chapters = new ArrayList<>();
		this.report.order().forEach((key) -> {
			ReportChapter.of(key).ifPresent((it) -> chapter(it, chapters));
			this.report.commissioned(key).ifPresent((it) -> chapters.add(commissioned(it)));
			if (key.equals(PartyContribution.CHAPTER)) {
				chapters.addAll(OpenContribution.chapter(this.report));
			}
		});
		ReportCycle cycle = this.report.cycle();
		boolean draft = this.report.state() == ReportModel.State.DRAFT;
		return new Document("ASEM Education Stocktaking Report", "%s: %s".formatted(cycle.name(), cycle.title()),
				this.words.edition(this.report), draft, new WhoseWords(this.report).imprint(),
				"Progress of the initiatives of the ASEM Education Action Plan, cycle %s, as reported by their coordinators."
					.formatted(cycle.name()),
				this.report.compiledAt().toString(), Numbering.of(this.report, chapters));
	}

	private void chapter(ReportChapter chapter, List<Section> chapters) {
		FurtherChapters further = new FurtherChapters(this.tables);
		switch (chapter) {
			case FOREWORD -> free(FreeChapter.FOREWORD, chapters);
			case AT_A_GLANCE -> chapters.add(new Overview(this.tables).chapter(this.report));
			case FIGURES -> chapters.add(section(chapter, new Overview(this.tables).figures(this.report)));
			case HOW_IT_WORKS -> chapters.add(new HowItWorks(this.tables).chapter(this.report));
			case ACTION_PLAN -> chapters.add(section(chapter, further.plan(this.report)));
			case INITIATIVES -> this.report.parts().forEach((it) -> chapters.add(part(it)));
			case NEW_ACTIVITIES -> chapters.add(section(chapter, further.news(this.report)));
			case ANALYSIS -> chapters.add(section(chapter, new Analysis(this.tables).blocks(this.report)));
			case COMMITMENTS -> chapters.add(section(chapter, new Commitments(this.tables).blocks(this.report)));
			case OUTLOOK -> free(FreeChapter.OUTLOOK, chapters);
			case PARTICIPATION -> chapters.add(section(chapter, new WhoTakesPart(this.tables).blocks(this.report)));
			case METHOD -> chapters.add(section(chapter, further.method(this.report)));
			case ANNEX -> chapters.add(section(chapter, further.annex(this.report)));
		}
	}

	private static Section section(ReportChapter chapter, List<Block> blocks) {
		return new Section(Section.Kind.CHAPTER, chapter.key(), null, chapter.title(), null, null, blocks);
	}

	private static Map<String, List<String>> programmes(ReportModel report) {
		return report.initiatives()
			.filter((it) -> it.programme() != null)
			.collect(Collectors.groupingBy((it) -> Objects.requireNonNull(it.programme()),
					Collectors.mapping(Initiative::id, Collectors.toList())));
	}

	private void free(FreeChapter chapter, List<Section> chapters) {
		String text = this.report.text(chapter);
		if (text.isEmpty() && this.report.state() != ReportModel.State.DRAFT) {
			return;
		}
		Prose prose = text.isEmpty() ? new Prose(Prose.Tone.MISSING, "This chapter has not been written yet.")
				: new Prose(Prose.Tone.PLAIN, text);
		chapters
			.add(new Section(Section.Kind.CHAPTER, chapter.key(), null, chapter.title(), null, null, List.of(prose)));
	}

	private static Section commissioned(Chapter chapter) {
		return new Section(Section.Kind.CHAPTER, chapter.key(), null, chapter.title(), null, null,
				List.of(new Prose(Prose.Tone.NOTE, "By %s".formatted(chapter.author())),
						new Prose(Prose.Tone.PLAIN, chapter.text())));
	}

	private Section part(Part part) {
		List<Block> blocks = new ArrayList<>();
		if (part.kind() == Part.Kind.BY_ACTION) {
			blocks.add(new Prose(Prose.Tone.NOTE, "Which objectives the actions serve has not been confirmed yet; the "
					+ "initiatives are therefore listed by action."));
		}
		if (!part.subgoals().isEmpty()) {
			blocks.add(new Facts(
					part.subgoals().stream().map((it) -> new Fact("Subgoal " + it.number(), it.text())).toList()));
		}
		if (part.kind() == Part.Kind.OBJECTIVE && part.actions().isEmpty()) {
			blocks.add(new Prose(Prose.Tone.NOTE,
					part.alsoServedBy().isEmpty() ? "No action has been confirmed as serving this objective."
							: "No action stands under this objective alone."));
		}
		if (!part.alsoServedBy().isEmpty()) {
			blocks.add(new Prose(Prose.Tone.NOTE,
					"Also served by %s %s, which can be found under an earlier objective.".formatted(
							(part.alsoServedBy().size() == 1) ? "action" : "actions",
							part.alsoServedBy().stream().map(String::valueOf).collect(Collectors.joining(", ")))));
		}
		part.actions().forEach((it) -> blocks.add(action(it, part)));
		return (part.kind() == Part.Kind.OBJECTIVE)
				? new Section(Section.Kind.CHAPTER, "objective-" + part.objective(), "Objective " + part.objective(),
						part.title(), null, part.objective(), blocks)
				: new Section(Section.Kind.CHAPTER, part.kind().code(), null, part.title(), null, null, blocks);
	}

	private Section action(Part.ActionSection action, Part part) {
		List<Block> blocks = new ArrayList<>();
		if (!action.subgoals().isEmpty()) {
			blocks.add(new Prose(Prose.Tone.NOTE,
					((action.subgoals().size() == 1) ? "Serves subgoal %s." : "Serves subgoals %s.")
						.formatted(String.join(", ", action.subgoals()))));
		}
		action.initiatives().forEach((it) -> blocks.add(this.sheets.sheet(it, part.objective())));
		return new Section(Section.Kind.ACTION, "action-" + action.number(), "Action " + action.number(),
				action.title(), null, part.objective(), blocks);
	}

}
