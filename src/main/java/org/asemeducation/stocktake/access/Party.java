package org.asemeducation.stocktake.access;

import org.jspecify.annotations.Nullable;

/**
 * A party as the register knows it.
 *
 * @param id its number
 * @param name its full name
 * @param acronym its acronym, if it has one
 * @param kind such as {@code stakeholder}
 * @param region {@code Asia} or {@code Europe}, if known
 * @param groupId its group in the engine
 */
public record Party(PartyId id, String name, @Nullable String acronym, String kind, @Nullable String region,
		String groupId) {

	public String label() {
		return (this.acronym != null) ? this.acronym : this.name;
	}

}
