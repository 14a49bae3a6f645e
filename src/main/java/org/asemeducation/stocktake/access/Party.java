package org.asemeducation.stocktake.access;

import org.jspecify.annotations.Nullable;

/**
 * Whoever coordinates, supports or hosts: a partner country, a stakeholder, a body.
 *
 * @param id the register's number
 * @param name in full, unique
 * @param acronym unique; {@code null} when it has none
 * @param kind one of the words of {@link NewParty}
 * @param region {@code Asia}, {@code Europe}, or {@code null} when it belongs to neither
 * @param groupId the engine's group of the people who speak for it
 */
public record Party(PartyId id, String name, @Nullable String acronym, String kind, @Nullable String region,
		String groupId) {

	/**
	 * The short way to call it.
	 * @return the acronym, or the name where there is none
	 */
	public String label() {
		return (this.acronym != null) ? this.acronym : this.name;
	}

}
