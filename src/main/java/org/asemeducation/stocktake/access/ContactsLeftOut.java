package org.asemeducation.stocktake.access;

import java.util.List;

/**
 * People were entered in the register and are not written to until somebody says so.
 *
 * @param contacts who
 * @param by the user who left them out
 */
public record ContactsLeftOut(List<ContactId> contacts, String by) {

	public ContactsLeftOut {
		contacts = List.copyOf(contacts);
	}

}
