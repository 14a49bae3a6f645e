package org.asemeducation.stocktake.report.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.compare.Comparison.Stretch;
import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Figures;
import org.asemeducation.stocktake.report.document.Block.Illustration;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Quote;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.document.Paragraphs;
import org.jspecify.annotations.Nullable;

/**
 * The words of a report, taken apart into what is compared as one. Drawn charts say
 * nothing that does not stand in the table below them.
 */
final class ReportText {

	private final Map<String, UnitText> sheets = new LinkedHashMap<>();

	private final Map<String, UnitText> chapters = new LinkedHashMap<>();

	private ReportText(Document document) {
		document.sections().forEach((it) -> open(it, this.chapters));
	}

	static Map<String, UnitText> sheets(Document document) {
		return new ReportText(document).sheets;
	}

	/** Without the fact sheets that stand in them. */
	static Map<String, UnitText> chapters(Document document) {
		return new ReportText(document).chapters;
	}

	private void open(Section section, Map<String, UnitText> units) {
		UnitText unit = UnitText.named(section.label(),
				section.title() + ((section.mark() != null) ? " (" + section.mark() + ")" : ""));
		units.put(section.id(), unit);
		walk(section, "", unit);
	}

	private void walk(Section section, String heading, UnitText unit) {
		List<String> lines = unit.section(section.id(), heading);
		for (Block block : section.blocks()) {
			if (!(block instanceof Section inner)) {
				words(block).filter((it) -> !it.isBlank()).forEach(lines::add);
			}
			else if (inner.isFactSheet()) {
				open(inner, this.sheets);
			}
			else {
				walk(inner, heading.isEmpty() ? named(inner) : heading + Stretch.BELOW + named(inner), unit);
			}
		}
	}

	private static String named(Section section) {
		return (section.label() != null) ? section.label() + ": " + section.title() : section.title();
	}

	private static Stream<String> words(Block block) {
		if (block instanceof Prose prose) {
			return Paragraphs.of(prose.text()).stream();
		}
		if (block instanceof Quote quote) {
			return Stream.concat(Paragraphs.of(quote.words()).stream(), Stream.of(said(quote.source())));
		}
		if (block instanceof Illustration picture) {
			return Stream.of("Picture: " + said(picture.caption()), "It shows: " + picture.alternative());
		}
		if (block instanceof Facts facts) {
			return facts.facts().stream().map((it) -> it.name() + ": " + it.value());
		}
		if (block instanceof Bullets bullets) {
			return bullets.items().stream().map(ReportText::said);
		}
		if (block instanceof Figures figures) {
			return figures.figures().stream().map((it) -> it.value() + " " + it.label());
		}
		if (block instanceof Table table) {
			return table.rows()
				.stream()
				.map((row) -> row.stream().map(ReportText::said).collect(Collectors.joining(" | ")));
		}
		return Stream.empty();
	}

	/** An address that is not printed can change too. */
	private static String said(Phrase phrase) {
		String target = phrase.target();
		return (target == null || target.startsWith("#") || target.equals(phrase.text())) ? phrase.text()
				: "%s (%s)".formatted(phrase.text(), target);
	}

}
