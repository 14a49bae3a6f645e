package org.asemeducation.stocktake.update.handover;

import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.update.UpdateKey;

/**
 * Somebody has taken an initiative over. Published in the transaction that confirms it;
 * the register has the new coordinator.
 *
 * @param key at which update
 * @param from who handed over; they may no longer be a contact
 * @param to who took over
 * @param party for whom the new one speaks, as a label
 * @param initiatives what was handed over, in the plan's order
 * @param colleagues who spoke for the same party as whoever handed over, and does not
 * coordinate it any more either
 */
public record HandedOver(UpdateKey key, ContactId from, ContactId to, String party, List<String> initiatives,
		List<ContactId> colleagues) {

	public HandedOver {
		colleagues = List.copyOf(colleagues);
		initiatives = List.copyOf(initiatives);
	}

}
