package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.access.PartyId;

/**
 * The party that submits for all who coordinate an initiative.
 *
 * @param party who
 * @param label its acronym, or its name where it has none
 * @param settled whether the AES has settled it; else it is the first-named
 * @param declined whether it has said that it cannot
 * @param reached whether mail reaches anybody who speaks for it
 */
public record Lead(PartyId party, String label, boolean settled, boolean declined, boolean reached) {

	/**
	 * Whether any coordinator may submit in its stead, whatever the day.
	 * @return true when it has declined or does not receive mail
	 */
	public boolean isOpenToAll() {
		return this.declined || !this.reached;
	}

}
