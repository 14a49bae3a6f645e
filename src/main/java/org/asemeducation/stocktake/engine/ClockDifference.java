package org.asemeducation.stocktake.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * How far this node's clock is from the database's, which all nodes share.
 *
 * @param ahead positive when this node's is ahead, negative when it is behind; zero when
 * the time that the question took may explain all of it
 */
public record ClockDifference(Duration ahead) {

	/** More than this is wrong. */
	public static final Duration TOLERATED = Duration.ofSeconds(30);

	static final ClockDifference NONE = new ClockDifference(Duration.ZERO);

	static ClockDifference of(Instant asked, Instant database, Instant answered) {
		if (database.isAfter(answered)) {
			return new ClockDifference(Duration.between(database, answered));
		}
		return new ClockDifference(database.isBefore(asked) ? Duration.between(database, asked) : Duration.ZERO);
	}

	public boolean isTolerated() {
		return this.ahead.abs().compareTo(TOLERATED) <= 0;
	}

	/**
	 * The difference in words.
	 * @return such as {@code 3600 s ahead of the database's}
	 */
	public String inWords() {
		return "%d s %s the database's".formatted(this.ahead.abs().toSeconds(),
				this.ahead.isNegative() ? "behind" : "ahead of");
	}

}
