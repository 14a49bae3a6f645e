package org.asemeducation.stocktake.report.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a partner or stakeholder without an initiative contributed, as the secretariat
 * accepted it.
 *
 * @param id the anchor of its section, such as {@code contribution-17}
 * @param party in full
 * @param group {@code partner} or {@code stakeholder}
 * @param region {@code Asia} or {@code Europe}; absent for neither
 * @param activities what it did; plain text, may be empty
 * @param plans what it plans; plain text, may be empty
 * @param objectives those that it belongs to
 */
public record PartyContribution(String id, String party, String group, @Nullable String region, String activities,
		String plans, List<Objective> objectives) {

	/** The key of the chapter in a report's outline. */
	public static final String CHAPTER = "contributions";

	public PartyContribution {
		objectives = List.copyOf(objectives);
	}

	/**
	 * An objective of the plan.
	 *
	 * @param objective its number
	 * @param text its title
	 */
	public record Objective(int objective, String text) {
	}

}
