package org.asemeducation.stocktake.cycle;

import java.util.List;

import org.asemeducation.stocktake.plan.InitiativeId;

/**
 * The plan's row for an initiative as it stood when the cycle was opened.
 *
 * @param cycle the cycle
 * @param id the initiative
 * @param action the action's number
 * @param actionTitle the action's title
 * @param title the initiative's title
 * @param isNew whether the plan marks it as new
 * @param wording {@code adopted}, or {@code summary} of the adopted text
 * @param coordinators as printed
 * @param links web addresses of the plan's row
 * @param milestones activities and milestones of the plan's row
 * @param outcomes expected outcomes of the plan's row
 */
public record CycleInitiative(CycleName cycle, InitiativeId id, int action, String actionTitle, String title,
		boolean isNew, String wording, String coordinators, List<String> links, List<String> milestones,
		List<String> outcomes) {
}
