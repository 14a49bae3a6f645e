package org.asemeducation.stocktake.cycle.proposal;

import java.util.List;

/**
 * Somebody from outside by their address, whatever they were invited to.
 *
 * @param invitation the number of their latest invitation
 * @param names by which they were invited, the latest first
 * @param organisation of the latest invitation
 * @param email in lower case; empty once they are erased
 */
public record Outsider(long invitation, List<String> names, String organisation, String email) {

	public Outsider {
		names = List.copyOf(names);
	}

	public String name() {
		return this.names.get(0);
	}

	public boolean isErased() {
		return this.email.isEmpty();
	}

}
