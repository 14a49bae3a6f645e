package org.asemeducation.stocktake.access.doors;

import java.util.Locale;

/**
 * Who tries a door.
 */
enum Role {

	ANONYMOUS, COORDINATOR,
	/** A coordinator of another party. */
	OTHER, REVIEWER,
	/** Somebody of a party that only hosts. */
	HOST,
	/** Somebody who speaks for a partner and coordinates nothing. */
	OFFICIAL, AES,
	/** Somebody of the secretariat who administers accounts too. */
	ADMINISTRATOR;

	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
