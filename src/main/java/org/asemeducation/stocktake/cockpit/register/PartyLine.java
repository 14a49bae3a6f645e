package org.asemeducation.stocktake.cockpit.register;

import org.jspecify.annotations.Nullable;

/**
 * A party in the list.
 *
 * @param id the register's number
 * @param name in full
 * @param acronym {@code null} for none
 * @param kind in words
 * @param region {@code null} for neither
 * @param country ISO 3166-1 alpha-2; {@code null} for none
 * @param partner one of the 51 + 2
 * @param stakeholder listed as a stakeholder
 * @param contacts how many may sign in for it
 * @param initiatives how many it coordinates
 */
public record PartyLine(long id, String name, @Nullable String acronym, String kind, @Nullable String region,
		@Nullable String country, boolean partner, boolean stakeholder, int contacts, int initiatives) {

	public String place() {
		return ((this.region != null) ? this.region : "–") + ((this.country != null) ? ", " + this.country : "");
	}

	public String listed() {
		return this.partner ? "partner" : (this.stakeholder ? "stakeholder" : "–");
	}

}
