package org.asemeducation.stocktake.report.model;

import java.util.List;

import org.asemeducation.stocktake.report.model.Part.Subgoal;

/**
 * An objective of the plan, in its adopted words. Which actions serve it is another
 * matter: see {@link Part}.
 *
 * @param number its number, from 1
 * @param title without the number
 * @param subgoals in the order of the plan
 */
public record Objective(int number, String title, List<Subgoal> subgoals) {

	public Objective {
		subgoals = List.copyOf(subgoals);
	}

	/**
	 * Whether the coordinators of an initiative state a contribution to this objective,
	 * as a whole or to one of its subgoals.
	 * @param initiative any initiative of the report
	 * @return false where no update was accepted
	 */
	public boolean claimedBy(Initiative initiative) {
		Update update = initiative.update();
		return update != null && (update.objectives().stream().anyMatch((it) -> it.objective() == this.number)
				|| this.subgoals.stream().anyMatch((it) -> claims(update, it)));
	}

	private static boolean claims(Update update, Subgoal subgoal) {
		return update.contributions().stream().anyMatch((it) -> it.subgoal().equals(subgoal.number()));
	}

}
