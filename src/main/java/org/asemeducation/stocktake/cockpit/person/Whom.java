package org.asemeducation.stocktake.cockpit.person;

import java.util.List;

/**
 * Somebody whose data is looked at: a contact of the register, or somebody from outside
 * who was invited to propose something.
 *
 * @param contact the register's number; 0 for somebody from outside
 * @param userId the engine's user; empty for somebody from outside
 * @param names by which they are known, the one to be shown first
 * @param email in lower case; empty once they are erased
 * @param standing where they stand, in words
 * @param address of their page
 * @param file what their file is called, without a suffix
 */
record Whom(long contact, String userId, List<String> names, String email, String standing, String address,
		String file) {

	Whom {
		names = List.copyOf(names);
	}

	public String name() {
		return this.names.get(0);
	}

}
