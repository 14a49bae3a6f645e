package org.asemeducation.stocktake.plan;

import java.util.List;

import org.asemeducation.stocktake.plan.change.PlanComparison;

/**
 * What loading a plan would do.
 *
 * @param seen the number of the last change of the plan in force that it was compared
 * with
 * @param changed whether it would do anything
 * @param inWords how many initiatives it would add, change, leave alone and end
 * @param changes which they are
 */
public record ForeseenLoad(long seen, boolean changed, String inWords, List<Change> changes) {

	/**
	 * What would happen to which initiatives.
	 *
	 * @param what in words
	 * @param initiatives one row each
	 */
	public record Change(String what, List<Row> initiatives) {
	}

	/**
	 * What would happen to one.
	 *
	 * @param title with its id
	 * @param what what would be different, such as the action; empty where nothing is
	 * @param words fields whose words would differ
	 */
	public record Row(String title, String what, List<PlanComparison.Words> words) {
	}

}
