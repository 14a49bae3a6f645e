package org.asemeducation.stocktake.cockpit;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Among which initiatives somebody looks. An initiative of several coordinators belongs
 * to each of their regions and kinds, in a published cycle to those of the version that
 * was sealed last.
 *
 * @param objective number of the strategic objective; empty for all, {@value #NONE} for
 * those whose objective is not confirmed
 * @param region such as {@code Asia}; empty for all, {@value #NONE} for coordinators
 * without one, and for nobody
 * @param kind such as {@code stakeholder}; empty for all, {@value #NONE} for those that
 * nobody coordinates
 */
record Among(String objective, String region, String kind) {

	static final String NONE = "none";

	static final Among ALL = new Among("", "", "");

	private static final String OBJECTIVE = "coalesce(s.objective::text, 'none') = :objective";

	private static final String REGION = "s.initiative in (select initiative from {coordinated} c where :region = any(regions))";

	private static final String NO_REGION = "s.initiative not in (select initiative from {coordinated} c where '' <> all(regions))";

	private static final String KIND = "s.initiative in (select initiative from {coordinated} c where :kind = any(kinds))";

	private static final String NO_KIND = "s.initiative not in (select initiative from {coordinated} c)";

	static Among of(@Nullable String objective, @Nullable String region, @Nullable String kind) {
		return new Among((objective != null) ? objective : "", (region != null) ? region : "",
				(kind != null) ? kind : "");
	}

	/** What holds for them, each with its parameter. */
	List<String> filter() {
		List<String> filter = new ArrayList<>();
		if (!this.objective.isEmpty()) {
			filter.add(OBJECTIVE);
		}
		if (!this.region.isEmpty()) {
			filter.add(this.region.equals(NONE) ? NO_REGION : REGION);
		}
		if (!this.kind.isEmpty()) {
			filter.add(this.kind.equals(NONE) ? NO_KIND : KIND);
		}
		return filter;
	}

}
