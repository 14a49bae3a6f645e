package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Illustration;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Quote;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.jspecify.annotations.Nullable;

/**
 * The fact sheets of a report as documents of their own, for the web site: the same
 * blocks as in the report.
 */
public final class Sheets {

	private Sheets() {
	}

	/**
	 * Takes the sheets out of a report.
	 * @param report the whole report
	 * @param address where the sheet of another initiative lies, by its id; {@code null}
	 * where none does
	 * @return by initiative, in the order of the report
	 */
	public static Map<String, Document> of(Document report, UnaryOperator<@Nullable String> address) {
		Map<String, Document> sheets = new LinkedHashMap<>();
		report.sections().forEach((section) -> collect(section, report, address, sheets));
		return sheets;
	}

	/**
	 * A page that leads to the sheets of a report, which lie beside it: one table for
	 * each action.
	 * @param report the whole report
	 * @return its chapters and actions that have sheets, without anything else
	 */
	public static Document index(Document report) {
		TableNumbers tables = new TableNumbers();
		List<Section> chapters = report.sections().stream().flatMap((it) -> listed(it, tables).stream()).toList();
		return new Document("Fact sheets", report.subtitle(), report.edition(), report.draft(),
				List.of(report.title(), "Each fact sheet is a page and a Word file of its own."), report.description(),
				report.created(), chapters);
	}

	private static Optional<Section> listed(Section section, TableNumbers tables) {
		List<Block> blocks = new ArrayList<>();
		List<List<Phrase>> sheets = new ArrayList<>();
		for (Block block : section.blocks()) {
			if (block instanceof Section sheet && sheet.isFactSheet()) {
				String name = sheet.label() + " " + sheet.title()
						+ ((sheet.mark() != null) ? " (" + sheet.mark() + ")" : "");
				sheets.add(List.of(new Phrase(name, sheet.id() + ".html"),
						new Phrase(sheet.id() + ".docx", sheet.id() + ".docx")));
			}
			else if (block instanceof Section inner) {
				listed(inner, tables).ifPresent(blocks::add);
			}
		}
		if (!sheets.isEmpty()) {
			blocks.add(tables.table(
					(section.label() != null) ? "Fact sheets of " + section.label()
							: "Fact sheets of " + section.title(),
					List.of(Column.of("Fact sheet", 70), Column.of("As a Word file", 30)), sheets));
		}
		return blocks.isEmpty() ? Optional.empty() : Optional.of(new Section(section.kind(), section.id(),
				section.label(), section.title(), section.mark(), section.objective(), blocks));
	}

	/**
	 * The same document for a page without the fact sheets.
	 * @param document a part of a report
	 * @param address where the sheet of an initiative lies, by its id
	 * @return its references to fact sheets lead there
	 */
	public static Document apart(Document document, UnaryOperator<@Nullable String> address) {
		return new Document(document.title(), document.subtitle(), document.edition(), document.draft(),
				document.imprint(), document.description(), document.created(),
				document.sections().stream().map((it) -> (Section) alone(it, it.id(), address)).toList());
	}

	private static void collect(Section section, Document report, UnaryOperator<@Nullable String> address,
			Map<String, Document> sheets) {
		if (section.isFactSheet()) {
			sheets.put(section.id(),
					new Document(section.label() + " " + section.title(), report.subtitle(), report.edition(),
							report.draft(), List.of(report.title()), report.description(), report.created(),
							List.of((Section) alone(section, section.id(), address))));
			return;
		}
		section.blocks().forEach((block) -> {
			if (block instanceof Section inner) {
				collect(inner, report, address, sheets);
			}
		});
	}

	private static Block alone(Block block, String id, UnaryOperator<@Nullable String> address) {
		UnaryOperator<Phrase> lead = (phrase) -> lead(phrase, id, address);
		if (block instanceof Section it) {
			return new Section(it.kind(), it.id(), it.label(), it.title(), it.mark(), it.objective(),
					it.blocks().stream().map((inner) -> alone(inner, id, address)).toList());
		}
		if (block instanceof Bullets it) {
			return new Bullets(it.items().stream().map(lead).toList());
		}
		if (block instanceof Table it) {
			return new Table(it.number(), it.caption(), it.columns(),
					it.rows().stream().map((row) -> row.stream().map(lead).toList()).toList());
		}
		if (block instanceof Quote it) {
			return new Quote(it.words(), lead.apply(it.source()), it.number());
		}
		if (block instanceof Illustration it) {
			return new Illustration(it.picture(), it.alternative(), lead.apply(it.caption()));
		}
		return block;
	}

	private static Phrase lead(Phrase phrase, String id, UnaryOperator<@Nullable String> address) {
		String target = phrase.target();
		if (target == null || !target.startsWith("#") || target.startsWith("#" + id)) {
			return phrase;
		}
		return new Phrase(phrase.text(), address.apply(target.substring(1)));
	}

}
