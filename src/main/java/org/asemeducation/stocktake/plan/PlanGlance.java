package org.asemeducation.stocktake.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The plan in force as the secretariat looks at it: what it is, how much there is of it,
 * and a page of its initiatives.
 *
 * @param search words in an id, a title, an action or a coordinator's name; empty for all
 * @param found how many initiatives are like that, on all pages
 * @param page from 1
 * @param lines those of this page, in the plan's order
 */
public record PlanGlance(PlanDocument document, int objectives, int actions, int initiatives, String search, int found,
		int page, List<Line> lines) {

	/** Initiatives on a page. */
	static final int SIZE = 200;

	public PlanGlance {
		lines = List.copyOf(lines);
	}

	public int pages() {
		return Math.max(1, (this.found + SIZE - 1) / SIZE);
	}

	/**
	 * Those of this page under their actions.
	 * @return an action's each time
	 */
	public Collection<List<Line>> byAction() {
		return this.lines.stream()
			.collect(Collectors.groupingBy(Line::action, LinkedHashMap::new, Collectors.toList()))
			.values();
	}

	/**
	 * An initiative.
	 *
	 * @param action its number
	 * @param actionTitle its title
	 * @param coordinators names, parted by commas; empty when there are none
	 */
	public record Line(int action, String actionTitle, String id, String title, boolean isNew, String coordinators) {
	}

}
