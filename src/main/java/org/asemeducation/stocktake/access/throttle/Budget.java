package org.asemeducation.stocktake.access.throttle;

import java.time.Duration;

/**
 * So many attempts at once; what is spent comes back evenly over the period.
 *
 * @param name one word, part of the key
 * @param attempts at least 1
 * @param period after which all of it is back
 */
public record Budget(String name, int attempts, Duration period) {

	public Budget {
		if (attempts < 1 || period.toSeconds() < 1) {
			throw new IllegalArgumentException(
					"The budget \"%s\" allows nothing: give it an attempt and a period.".formatted(name));
		}
	}

	double regainedEachSecond() {
		return (double) this.attempts / this.period.toSeconds();
	}

}
