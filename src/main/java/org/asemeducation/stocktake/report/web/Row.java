package org.asemeducation.stocktake.report.web;

import java.util.List;
import java.util.Set;

import org.asemeducation.stocktake.report.document.Passage;

/**
 * An initiative of a published report as it is found.
 *
 * @param objectives the numbers of those that its action serves, or that its coordinators
 * claim where of no action that is confirmed
 * @param subgoals the numbers of those to which its coordinators say that it contributes
 * @param parties the names of those that coordinate, support or host it
 * @param regions where these are
 * @param standing where it stands in words: where nothing was accepted the line of its
 * fact sheet
 * @param passages of its fact sheet
 */
record Row(String id, String title, boolean isNew, String coordinators, int action, String actionTitle,
		Set<Integer> objectives, Set<String> subgoals, Set<String> parties, Set<String> regions, Status status,
		String standing, List<Passage> passages) {
}
