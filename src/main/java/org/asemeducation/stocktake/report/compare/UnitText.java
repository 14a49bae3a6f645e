package org.asemeducation.stocktake.report.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The words of what is compared as one, by the ids of its sections.
 *
 * @param label stands before the title
 */
record UnitText(@Nullable String label, String title, Map<String, SectionText> sections) {

	/** The section of its title. */
	static final String TITLE = "title";

	static UnitText named(@Nullable String label, String title) {
		UnitText unit = new UnitText(label, title, new LinkedHashMap<>());
		unit.section(TITLE, "Title").add(title);
		return unit;
	}

	/** The lines of a section, to be added to. */
	List<String> section(String id, String heading) {
		return this.sections.computeIfAbsent(id, (it) -> new SectionText(heading, new ArrayList<>())).lines();
	}

	/**
	 * What stands under one heading.
	 */
	record SectionText(String heading, List<String> lines) {
	}

}
