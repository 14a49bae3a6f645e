package org.asemeducation.stocktake.endorsement.partner;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a partner finds of itself in a sealed version.
 *
 * @param parts what it or its institutions do, in the order of the plan
 * @param lines the lines of the annex that name it
 * @param since the version that it saw last; {@code null} when it has seen none before
 * @param changes what is different since then, of all that concerns it
 * @param missing those of its initiatives for which no update was received
 */
record PartnerSummary(List<Item> parts, List<Item> lines, @Nullable Integer since, List<Item> changes,
		List<Item> missing) {

	PartnerSummary {
		parts = List.copyOf(parts);
		lines = List.copyOf(lines);
		changes = List.copyOf(changes);
		missing = List.copyOf(missing);
	}

	/**
	 * One thing to know.
	 *
	 * @param what it is about
	 * @param said what there is to say
	 */
	record Item(String what, String said) {

		/** The initiative's id, where it is about one. */
		public String id() {
			return this.what.substring(0, Math.max(0, this.what.indexOf(' ')));
		}

	}

}
