package org.asemeducation.stocktake.cockpit;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The columns by which the table of initiatives can be sorted, each with its expression
 * over {@link InitiativeLines}' rows. Nothing that a browser sends becomes SQL.
 */
enum SortBy {

	/** In the order of the plan. */
	INITIATIVE("s.position"),
	/** By name, whatever the case. */
	PARTY("lower(k.party)"),
	/** From not asked to settled. */
	STATE("array_position(array[:standings], s.standing)"),
	/** Earliest first. */
	DUE("s.due"),
	/** Longest ago first. */
	STEP("t.at");

	private final String expression;

	SortBy(String expression) {
		this.expression = expression;
	}

	/**
	 * The order, with the plan's among equals and what has no value at the end.
	 * @param descending whether to turn it round
	 * @return what follows {@code order by}
	 */
	String sql(boolean descending) {
		return this.expression + (descending ? " desc" : "") + " nulls last, s.position";
	}

	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	static SortBy of(String word) {
		return Arrays.stream(values())
			.filter((column) -> column.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("The table cannot be sorted by \"%s\": take one of %s."
				.formatted(word, Arrays.stream(values()).map(SortBy::word).collect(Collectors.joining(", ")))));
	}

}
