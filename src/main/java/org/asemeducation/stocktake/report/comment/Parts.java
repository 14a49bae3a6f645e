package org.asemeducation.stocktake.report.comment;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a draft that can be commented on: its chapters and its initiatives, as
 * they are printed.
 *
 * @param all in the order of the draft
 */
record Parts(List<Part> all) {

	private static final String IN_GENERAL = "The report in general";

	static Parts of(ReportModel draft) {
		List<Part> parts = new ArrayList<>();
		Composition.of(draft).sections().forEach((chapter) -> collect(chapter, parts));
		return new Parts(List.copyOf(parts));
	}

	private static void collect(Block block, List<Part> parts) {
		if (block instanceof Section section) {
			if (section.kind() == Section.Kind.CHAPTER || section.kind() == Section.Kind.SHEET) {
				parts.add(new Part(section.id(), (section.label() != null)
						? "%s: %s".formatted(section.label(), section.title()) : section.title()));
			}
			section.blocks().forEach((inner) -> collect(inner, parts));
		}
	}

	boolean has(String id) {
		return this.all.stream().anyMatch((part) -> part.id().equals(id));
	}

	/**
	 * What a comment is about, in words.
	 * @param about the part's id; {@code null}: the report in general
	 * @return as printed
	 */
	String title(@Nullable String about) {
		return this.all.stream()
			.filter((part) -> part.id().equals(about))
			.map(Part::title)
			.findFirst()
			.orElse((about != null) ? about : IN_GENERAL);
	}

	/**
	 * Where a part stands.
	 * @param about the part's id; {@code null}: the report in general
	 * @return its place in the draft; what is about the whole comes before all parts
	 */
	int place(@Nullable String about) {
		return this.all.stream().map(Part::id).toList().indexOf(about);
	}

	/**
	 * A chapter or an initiative.
	 *
	 * @param id which is also its anchor in the web page
	 * @param title as printed
	 */
	record Part(String id, String title) {
	}

}
