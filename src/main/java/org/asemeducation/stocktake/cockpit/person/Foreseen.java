package org.asemeducation.stocktake.cockpit.person;

import java.util.List;
import java.util.Map;

/**
 * What is known of somebody, and what an erasure would do.
 *
 * @param whom it is about
 * @param called how they would be called afterwards
 * @param erased whether they were erased already
 * @param nameIsTheirs whether nobody else bears their name
 * @param held everything, by table
 * @param blanked in how many rows of what name or address would be blanked
 * @param kept in how many rows of the record they are named, which stay
 * @param obstacles why it cannot be done yet
 */
public record Foreseen(Whom whom, String called, boolean erased, boolean nameIsTheirs, List<Held> held,
		Map<String, Long> blanked, Map<String, Long> kept, List<String> obstacles) {
}
