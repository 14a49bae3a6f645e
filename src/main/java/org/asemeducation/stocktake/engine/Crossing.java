package org.asemeducation.stocktake.engine;

import java.util.List;
import java.util.Set;

/**
 * What carrying one instance over to today's model takes beside its migration.
 *
 * @param ends elements of the earlier model that are cancelled first; something else of
 * the instance must be left
 * @param begins activities of today's model that begin afterwards
 * @param removes elements of today's model at which one token each is then removed
 * @param follows sequence flows of today's model that a token takes at last
 */
public record Crossing(Set<String> ends, List<String> begins, List<String> removes, List<String> follows) {

	static final Crossing NOTHING = new Crossing(Set.of(), List.of(), List.of(), List.of());

	public Crossing {
		ends = Set.copyOf(ends);
		begins = List.copyOf(begins);
		removes = List.copyOf(removes);
		follows = List.copyOf(follows);
	}

	boolean changesToday() {
		return !(this.begins.isEmpty() && this.removes.isEmpty() && this.follows.isEmpty());
	}

}
