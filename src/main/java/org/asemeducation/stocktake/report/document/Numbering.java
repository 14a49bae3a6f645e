package org.asemeducation.stocktake.report.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Quote;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.model.Origin;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;

/**
 * Gives the paragraphs of a document the numbers that were counted when the report was
 * compiled, and that are kept with it: every file of it prints these, whenever it is
 * written. A report from before they were counted has none.
 */
final class Numbering {

	private final Map<String, Integer> numbers = new HashMap<>();

	private Numbering(List<Origin> paragraphs) {
		paragraphs.forEach((it) -> {
			if (it.number() != null) {
				this.numbers.put(id(it.place(), it.paragraph()), it.number());
			}
		});
	}

	/** The same sections with the numbers of a report. */
	static List<Section> of(ReportModel report, List<Section> sections) {
		if (report.paragraphs() == null) {
			return sections;
		}
		Numbering numbering = new Numbering(report.paragraphs());
		return sections.stream().map(numbering::section).toList();
	}

	private Section section(Section it) {
		PassageNumbers passages = new PassageNumbers(it);
		return new Section(it.kind(), it.id(), it.label(), it.title(), it.mark(), it.objective(),
				it.blocks().stream().map((block) -> numbered(block, it.id(), passages)).toList());
	}

	private Block numbered(Block block, String place, PassageNumbers passages) {
		if (block instanceof Section inner) {
			return section(inner);
		}
		if (block instanceof Prose it) {
			return new Prose(it.tone(), it.text(), first(place, passages.next(it)));
		}
		if (block instanceof Quote it) {
			return new Quote(it.words(), it.source(), first(place, passages.next(it)));
		}
		passages.next(block);
		return block;
	}

	private @Nullable Integer first(String place, int passage) {
		return this.numbers.get(id(place, passage));
	}

	private static String id(String place, int paragraph) {
		return place + "-p" + paragraph;
	}

}
