package org.asemeducation.stocktake.cycle;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Whom an act does not write to, as somebody unticked them.
 *
 * @param leftOut contacts; {@code null} for none
 */
record LeftOut(@Nullable List<@Nullable Long> leftOut) {

	List<Long> contacts() {
		return contacts(this.leftOut);
	}

	static List<Long> contacts(@Nullable List<@Nullable Long> leftOut) {
		return (leftOut != null) ? leftOut.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList()
				: List.of();
	}

}
