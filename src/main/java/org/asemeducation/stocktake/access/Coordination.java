package org.asemeducation.stocktake.access;

import java.util.Set;

/**
 * What one party does for one initiative.
 *
 * @param party who
 * @param role {@code coordinator}, {@code support} or {@code host}
 * @param position its place among the parties of the initiative, from 1
 */
public record Coordination(PartyId party, String role, int position) {

	private static final Set<String> ROLES = Set.of("coordinator", "support", "host");

	public Coordination {
		if (!ROLES.contains(role)) {
			throw new IllegalArgumentException(
					"\"%s\" is not what a party does for an initiative: use coordinator, support or host."
						.formatted(role));
		}
	}

}
