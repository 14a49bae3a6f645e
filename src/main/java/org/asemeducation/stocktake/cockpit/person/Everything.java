package org.asemeducation.stocktake.cockpit.person;

import java.util.List;

/**
 * Everything held about somebody.
 *
 * @param whom about whom
 * @param held by table, the register first
 */
public record Everything(Whom whom, List<Held> held) {

	public Everything {
		held = List.copyOf(held);
	}

	/** How much of it there is. */
	List<Entries> counted() {
		return this.held.stream().map((table) -> new Entries(table.heading(), table.rows().size())).toList();
	}

}
