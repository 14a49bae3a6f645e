package org.asemeducation.stocktake.cockpit.person;

import java.util.List;

/**
 * Where else somebody is named, in words.
 *
 * @param blanked in how many entries of what name or address would be blanked
 * @param kept in how many entries of the record they are named, which stay
 */
record Named(List<Entries> blanked, List<Entries> kept) {

	/** Of somebody who was erased: nothing is left to look for. */
	static final Named NOWHERE = new Named(List.of(), List.of());

	Named {
		blanked = List.copyOf(blanked);
		kept = List.copyOf(kept);
	}

}
