package org.asemeducation.stocktake.watch;

import org.asemeducation.stocktake.engine.ClockDifference;
import org.asemeducation.stocktake.engine.NodeClock;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;

/**
 * Whether this node's clock agrees with the database's. Without a database nobody knows.
 */
class ClockHealth implements HealthIndicator {

	private final NodeClock clock;

	ClockHealth(NodeClock clock) {
		this.clock = clock;
	}

	@Override
	public Health health() {
		try {
			return health(this.clock.compare());
		}
		catch (DataAccessException ex) {
			return Health.status(Status.UNKNOWN).withDetail("reason", "The database does not answer.").build();
		}
	}

	private static Health health(ClockDifference difference) {
		if (difference.isTolerated()) {
			return Health.up().withDetail("secondsAhead", difference.ahead().toSeconds()).build();
		}
		return Health.down()
			.withDetail("secondsAhead", difference.ahead().toSeconds())
			.withDetail("reason",
					"This node's clock is %s: it takes no jobs. Set its time, best by NTP."
						.formatted(difference.inWords()))
			.build();
	}

}
