package org.asemeducation.stocktake.report.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The annex to the Chair's Conclusions: the work plan for the next two years as it is put
 * to officials and ministers.
 *
 * @param title how the plan is called
 * @param lines in the order of the plan
 */
public record Annex(String title, List<Line> lines) {

	public Annex {
		lines = List.copyOf(lines);
	}

	/**
	 * One activity of an initiative.
	 *
	 * @param number counted from 1; a line keeps it from version to version
	 * @param initiative the id of one of the report's initiatives
	 * @param activity what is planned
	 * @param period when, as typed
	 * @param output what comes of it
	 * @param result what that is good for
	 * @param contribution how it serves the strategic objectives
	 */
	public record Line(int number, String initiative, String activity, @Nullable String period, @Nullable String output,
			@Nullable String result, @Nullable String contribution) {
	}

}
