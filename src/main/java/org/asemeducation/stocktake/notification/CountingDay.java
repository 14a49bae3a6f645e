package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The day that rungs count from, which the rule calls D.
 *
 * @param on the day, in the cycle's zone
 * @param since from when on it has counted: a moment that was over by then is not made up
 * for
 */
record CountingDay(LocalDate on, Instant since) {

	static CountingDay always(LocalDate on) {
		return new CountingDay(on, Instant.MIN);
	}

}
