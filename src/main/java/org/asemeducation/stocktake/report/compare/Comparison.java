package org.asemeducation.stocktake.report.compare;

import java.util.List;

import org.asemeducation.stocktake.update.compare.Part;
import org.jspecify.annotations.Nullable;

/**
 * What two reports say differently.
 *
 * @param initiatives their fact sheets, in the order of the later report
 * @param plan the lines of their annexes, by initiative
 * @param chapters the other chapters, without the fact sheets
 */
public record Comparison(Side earlier, Side later, List<Unit> initiatives, List<Unit> plan, List<Unit> chapters) {

	public Comparison {
		initiatives = List.copyOf(initiatives);
		plan = List.copyOf(plan);
		chapters = List.copyOf(chapters);
	}

	/**
	 * Whether both are of one cycle.
	 * @return false for two cycles
	 */
	public boolean isWithinOneCycle() {
		return this.earlier.cycle().equals(this.later.cycle());
	}

	/**
	 * A report that is compared.
	 *
	 * @param cycle such as {@code ASEMME9}
	 * @param title such as {@code ASEMME9: From Bangkok to Malta}
	 * @param edition such as {@code Version 4 for ministers, sealed on …}
	 */
	public record Side(String cycle, String title, String edition) {
	}

	/**
	 * What is compared as one: a fact sheet, a chapter, or the work plan of an
	 * initiative.
	 *
	 * @param id of its section, the same in every report
	 * @param label stands before the title
	 * @param kind whether one or both have it, and whether they say the same
	 */
	public record Unit(String id, @Nullable String label, String title, Kind kind, List<Stretch> stretches) {

		public Unit {
			stretches = List.copyOf(stretches);
		}

	}

	/**
	 * What stands under one heading.
	 *
	 * @param heading empty for what stands right under the heading of the unit
	 */
	public record Stretch(String heading, List<Line> lines) {

		/** Stands between a heading and the one below it. */
		public static final String BELOW = " › ";

		public Stretch {
			lines = List.copyOf(lines);
		}

	}

	/**
	 * A paragraph, an item of a list or a row of a table.
	 *
	 * @param parts its words; a single one unless it is {@link Kind#CHANGED}
	 */
	public record Line(Kind kind, List<Part> parts) {

		public Line {
			parts = List.copyOf(parts);
		}

	}

	/** Which of the two has it. */
	public enum Kind {

		/** Both, in other words. */
		CHANGED,
		/** Only the later one. */
		ADDED,
		/** Only the earlier one. */
		REMOVED,
		/** Both, in the same words. */
		SAME

	}

}
