package org.asemeducation.stocktake.report.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The report in numbers.
 *
 * @param initiatives of the cycle
 * @param newInitiatives of them, marked NEW in the plan
 * @param asked whose coordinators were asked for an update
 * @param received from which at least one update was submitted; what the secretariat
 * wrote by itself is none
 * @param accepted whose update was accepted
 * @param responsePercent received of asked, rounded; 0 when nobody was asked
 * @param standings initiatives by standing, in the order of {@link Initiative.Standing}
 * @param completion accepted updates by completion status
 * @param aims accepted updates by how far the aims are achieved
 * @param continuation accepted updates by continuation
 * @param commitments what became of what was announced: {@code done}, {@code partly},
 * {@code changed}, {@code dropped}, {@code not-answered}, and {@code no-update} where
 * nothing was accepted; absent in reports from before this was counted
 * @param carriedForward initiatives with the text of an earlier year; absent for none
 * @param deskUpdates initiatives with a text that the secretariat wrote by itself and
 * nobody who coordinates them has confirmed; absent for none
 * @param figuresApart true where the first page has totals only, and lists and charts are
 * a chapter of their own; absent in reports from before they were
 */
public record Glance(int initiatives, int newInitiatives, int asked, int received, int accepted, int responsePercent,
		List<Count> standings, List<Count> completion, List<Count> aims, List<Count> continuation,
		@Nullable List<Count> commitments, @Nullable Integer carriedForward, @Nullable Integer deskUpdates,
		@Nullable Boolean figuresApart) {

	public Glance {
		standings = List.copyOf(standings);
		completion = List.copyOf(completion);
		aims = List.copyOf(aims);
		continuation = List.copyOf(continuation);
		commitments = (commitments != null) ? List.copyOf(commitments) : null;
	}

	/**
	 * How many there are of one code.
	 *
	 * @param code as in the update, or a standing in the form {@code under-review}
	 */
	public record Count(String code, int number) {
	}

}
