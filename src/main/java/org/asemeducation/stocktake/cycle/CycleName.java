package org.asemeducation.stocktake.cycle;

import java.util.regex.Pattern;

/**
 * The name of a reporting cycle: the ministers' meeting it leads to.
 *
 * @param value such as {@code ASEMME9}; letters, digits and hyphens, at most 40
 */
public record CycleName(String value) {

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,40}");

	public CycleName {
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException(
					"\"%s\" is not a cycle's name: use letters, digits and hyphens, as in ASEMME9.".formatted(value));
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
