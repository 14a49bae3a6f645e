package org.asemeducation.stocktake.report.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What changed since the last published report, compared only over initiatives that are
 * in both.
 *
 * @param cycle of the last report
 * @param version which of its versions
 * @param compared how many initiatives are in both
 * @param totals how many of these had a status then and have it now
 * @param changes what differs, in the order of the plan
 * @param added initiatives that were not in the last report
 * @param gone initiatives of the last report that are not in this one
 */
public record Since(String cycle, int version, int compared, List<Total> totals, List<Change> changes,
		List<Listed> added, List<Listed> gone) {

	public Since {
		totals = List.copyOf(totals);
		changes = List.copyOf(changes);
		added = List.copyOf(added);
		gone = List.copyOf(gone);
	}

	/**
	 * How many of the initiatives in both reports.
	 *
	 * @param aspect {@code standing}, {@code completion}, {@code aims} or
	 * {@code continuation}
	 * @param code as in the update, or {@code accepted}
	 */
	public record Total(String aspect, String code, int before, int now) {
	}

	/**
	 * What differs of one initiative.
	 *
	 * @param aspect {@code title}, {@code coordinators}, {@code standing},
	 * {@code completion}, {@code aims} or {@code continuation}
	 * @param before a code or words; absent where nothing was said
	 * @param now a code or words; absent where nothing is said
	 */
	public record Change(String initiative, String aspect, @Nullable String before, @Nullable String now) {
	}

	/**
	 * An initiative that is in one report only.
	 */
	public record Listed(String initiative, String title) {
	}

}
