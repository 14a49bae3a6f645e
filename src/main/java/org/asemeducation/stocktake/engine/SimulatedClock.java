package org.asemeducation.stocktake.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;

import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * A clock that only moves when told, and the engine's with it. The engine's clock is one
 * for the whole JVM: never move it beside a running job executor.
 */
public final class SimulatedClock extends Clock {

	private final ZoneId zone;

	private volatile Instant now;

	public SimulatedClock(Instant start) {
		this.zone = ZoneOffset.UTC;
		this.now = start;
		ClockUtil.setCurrentTime(Date.from(start));
	}

	/**
	 * Moves on to a moment; a moment that is past is ignored.
	 * @param moment when it is from now on
	 */
	public void moveTo(Instant moment) {
		if (moment.isAfter(this.now)) {
			this.now = moment;
			ClockUtil.setCurrentTime(Date.from(moment));
		}
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId other) {
		return new ClockElsewhere(this, other);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

}
