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
 */
public record HandedOver(UpdateKey key, ContactId from, ContactId to, String party, List<String> initiatives) {

	public HandedOver {
		initiatives = List.copyOf(initiatives);
	}

}
