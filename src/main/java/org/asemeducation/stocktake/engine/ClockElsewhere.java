package org.asemeducation.stocktake.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Another clock's time, for people in another zone.
 */
final class ClockElsewhere extends Clock {

	private final Clock clock;

	private final ZoneId zone;

	ClockElsewhere(Clock clock, ZoneId zone) {
		this.clock = clock;
		this.zone = zone;
	}

	@Override
	public Instant instant() {
		return this.clock.instant();
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId other) {
		return new ClockElsewhere(this.clock, other);
	}

}
