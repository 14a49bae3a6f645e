package org.asemeducation.stocktake.rehearsal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A time in which nothing runs and nobody reaches it.
 *
 * @param from its first moment
 * @param to the moment from which all runs again
 */
record Outage(Instant from, Instant to) {

	boolean holds(Instant moment) {
		return !moment.isBefore(this.from) && moment.isBefore(this.to);
	}

	/** Whether the hourly run is missed at least once, so that one is made at its end. */
	boolean missesAnHour() {
		Instant hour = this.from.truncatedTo(ChronoUnit.HOURS);
		return holds(hour.isBefore(this.from) ? hour.plus(1, ChronoUnit.HOURS) : hour);
	}

}
