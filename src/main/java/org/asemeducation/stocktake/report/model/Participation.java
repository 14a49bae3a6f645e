package org.asemeducation.stocktake.report.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who takes part in the initiatives of a cycle: parties, never persons.
 *
 * @param partners how many there are, whether they take part or not
 * @param parties those that take part, partners first
 * @param regions sums over those of a region
 */
public record Participation(int partners, List<Party> parties, List<Region> regions) {

	public Participation {
		parties = List.copyOf(parties);
		regions = List.copyOf(regions);
	}

	/**
	 * A party that takes part, with those that belong to it.
	 *
	 * @param group {@code partner}, {@code stakeholder} or {@code other}
	 * @param region {@code Asia} or {@code Europe}; absent for neither
	 * @param coordinates how many initiatives
	 * @param answered of how many of these something was received
	 * @param supports how many initiatives it supports or is host in
	 * @param named how many accepted updates name it among those involved
	 */
	public record Party(String name, String group, @Nullable String region, int coordinates, int answered, int supports,
			int named) {
	}

	/**
	 * A region.
	 *
	 * @param partners of it
	 * @param takingPart of these
	 * @param initiatives coordinated by a party of it, each counted once
	 * @param answered of these something was received
	 */
	public record Region(String region, int partners, int takingPart, int initiatives, int answered) {
	}

}
