package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Part;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;

/**
 * Composes the annex of a report: a table for each action, with the lines of its
 * initiatives, and a sentence that names the initiatives that are in none. A line bears
 * the number by which corrections speak of it.
 */
public final class AnnexComposition {

	private static final List<Column> COLUMNS = List.of(Column.ofGroups("Initiative", 15),
			Column.ofGroups("Coordinators", 15), Column.ofNumbers("Line", 10),
			Column.of("Activities of the next two years", 20), Column.of("Expected outputs and results", 20),
			Column.ofGroups("Contribution to the strategic objectives", 20));

	private final ReportModel report;

	private final Annex annex;

	/** By initiative, in the order of the plan. */
	private final Map<String, Placed> initiatives = new LinkedHashMap<>();

	private AnnexComposition(ReportModel report) {
		this.report = report;
		this.annex = Objects.requireNonNull(report.workPlan(), () -> "Version %d of the report of %s has no annex."
			.formatted(report.version(), report.cycle().name()));
		report.parts()
			.stream()
			.flatMap((part) -> part.actions().stream())
			.flatMap((action) -> action.initiatives().stream().map((it) -> new Placed(action, it)))
			.sorted(Comparator.comparingInt((placed) -> placed.initiative().position()))
			.forEach((placed) -> this.initiatives.put(placed.initiative().id(), placed));
	}

	/**
	 * The document of the annex.
	 * @param report a version that has one
	 * @return the same document for the same model, always
	 */
	public static Document of(ReportModel report) {
		return new AnnexComposition(report).compose();
	}

	/**
	 * The same rows for a chapter of the report, where they lead to the fact sheets.
	 * @param report a version that has an annex
	 * @param tables numbers those of the report
	 */
	static List<Block> chapter(ReportModel report, TableNumbers tables) {
		return new AnnexComposition(report).blocks(tables, (id) -> "#" + id);
	}

	private List<Block> blocks(TableNumbers tables, UnaryOperator<@Nullable String> target) {
		List<Block> blocks = new ArrayList<>();
		if (this.annex.lines().isEmpty()) {
			blocks.add(new Prose(Prose.Tone.MISSING, "No activities are put forward for the next two years."));
		}
		rows(target).forEach((action, rows) -> blocks.add(tables.table(action, COLUMNS, rows)));
		String absent = absent();
		if (!absent.isEmpty()) {
			blocks.add(new Prose(Prose.Tone.NOTE, "No activities are put forward for " + absent + "."));
		}
		return blocks;
	}

	private Document compose() {
		String cycle = this.report.cycle().name();
		List<Block> blocks = blocks(new TableNumbers(), (id) -> null);
		Section table = new Section(Section.Kind.CHAPTER, "work-plan", null, this.annex.title(), null, null, blocks);
		return new Document("Annex to the Chair’s Conclusions", this.annex.title(),
				new Words(this.report.cycle().zone()).edition(this.report), false, List.of(imprint()),
				"Work plan of the ASEM Education Process for the two years after %s.".formatted(cycle),
				this.report.compiledAt().toString(), List.of(table));
	}

	private String imprint() {
		String source = "Put together by the ASEM Education Secretariat from the plans of the coordinators";
		return (this.report.state() == ReportModel.State.FOR_MINISTERS)
				? source + ", with what senior officials asked for taken in." : source + ".";
	}

	/** By what the action is called, in the order of the plan. */
	private Map<String, List<List<Phrase>>> rows(UnaryOperator<@Nullable String> target) {
		Map<String, List<Annex.Line>> lines = this.annex.lines()
			.stream()
			.collect(Collectors.groupingBy(Annex.Line::initiative));
		Map<String, List<List<Phrase>>> rows = new LinkedHashMap<>();
		for (Placed placed : this.initiatives.values()) {
			String action = "Action %d: %s".formatted(placed.action().number(), placed.action().title());
			for (Annex.Line line : lines.getOrDefault(placed.initiative().id(), List.of())) {
				rows.computeIfAbsent(action, (key) -> new ArrayList<>())
					.add(row(placed.initiative(), line, target.apply(placed.initiative().id())));
			}
		}
		return rows;
	}

	private static List<Phrase> row(Initiative initiative, Annex.Line line, @Nullable String target) {
		Phrase first = new Phrase(
				"%s\n%s%s".formatted(initiative.id(), initiative.title(), initiative.isNew() ? " (NEW)" : ""), target);
		return Stream
			.concat(Stream.of(first), Stream
				.of(initiative.coordinators(), String.valueOf(line.number()),
						line.activity() + named("When", line.period()),
						(named("Output", line.output()) + named("Result", line.result())).strip(), line.contribution())
				.map(Phrase::of))
			.toList();
	}

	private static String named(String name, @Nullable String text) {
		return (text != null) ? "\n%s: %s".formatted(name, text) : "";
	}

	private String absent() {
		Set<String> present = this.annex.lines().stream().map(Annex.Line::initiative).collect(Collectors.toSet());
		return this.initiatives.keySet()
			.stream()
			.filter((it) -> !present.contains(it))
			.collect(Collectors.joining(", "));
	}

	private record Placed(Part.ActionSection action, Initiative initiative) {
	}

}
