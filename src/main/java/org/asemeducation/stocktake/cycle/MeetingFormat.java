package org.asemeducation.stocktake.cycle;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a meeting is held.
 */
public enum MeetingFormat {

	/** All come to its place. */
	IN_PERSON,
	/** Some come to its place, others take part online. */
	HYBRID,
	/** All take part online. */
	VIRTUAL;

	/**
	 * How it is written in forms and interfaces.
	 * @return {@code in-person}, {@code hybrid} or {@code virtual}
	 */
	@JsonValue
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The format of that name.
	 * @param word as in {@link #word()}
	 * @return the format
	 * @throws IllegalArgumentException when there is none of that name
	 */
	@JsonCreator
	public static MeetingFormat of(String word) {
		return Arrays.stream(values())
			.filter((format) -> format.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"A meeting is held in-person, hybrid or virtual, not \"%s\".".formatted(word)));
	}

	/**
	 * The format that two columns of a row tell.
	 * @param hybrid the column {@code hybrid}
	 * @param virtual the column {@code virtual}
	 * @return the format
	 */
	public static MeetingFormat of(boolean hybrid, boolean virtual) {
		return hybrid ? HYBRID : virtual ? VIRTUAL : IN_PERSON;
	}

}
