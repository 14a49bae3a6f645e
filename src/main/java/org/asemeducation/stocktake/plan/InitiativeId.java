package org.asemeducation.stocktake.plan;

import java.util.regex.Pattern;

/**
 * The plan's own name for an initiative.
 *
 * @param value such as {@code A01-I02}; letters, digits and hyphens, at most 20
 */
public record InitiativeId(String value) implements Comparable<InitiativeId> {

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,20}");

	public InitiativeId {
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException(
					"\"%s\" is not an initiative's id: use letters, digits and hyphens, as in A01-I02."
						.formatted(value));
		}
	}

	@Override
	public int compareTo(InitiativeId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
