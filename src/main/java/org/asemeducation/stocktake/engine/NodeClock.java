package org.asemeducation.stocktake.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares this node's clock with the database's. A node whose clock is wrong would do
 * what is not due, or leave undone what is; it says so once, and once when it is right
 * again. A simulated time is compared with nothing.
 */
@Component
public class NodeClock {

	private static final Logger log = LoggerFactory.getLogger(NodeClock.class);

	private static final long HOLDS = Duration.ofSeconds(10).toNanos();

	private final JdbcClient jdbc;

	private final Clock clock;

	private final LongSupplier nanos;

	private long comparedAt;

	private boolean compared;

	private boolean right = true;

	@Autowired
	NodeClock(JdbcClient jdbc, Clock clock) {
		this(jdbc, clock, System::nanoTime);
	}

	NodeClock(JdbcClient jdbc, Clock clock, LongSupplier nanos) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.nanos = nanos;
	}

	/**
	 * Asks the database what time it is.
	 * @return the difference
	 * @throws DataAccessException when it does not answer
	 */
	public ClockDifference compare() {
		ClockDifference difference = isSimulated() ? ClockDifference.NONE : ask();
		found(difference);
		return difference;
	}

	/**
	 * Whether this node may do what its clock says is due. Asks the database when the
	 * last comparison is older than ten seconds; while it does not answer, what was known
	 * last holds.
	 * @return false before the first comparison too
	 */
	public synchronized boolean isRight() {
		if (!this.compared || this.nanos.getAsLong() - this.comparedAt >= HOLDS) {
			try {
				compare();
			}
			catch (DataAccessException ex) {
				return this.compared && this.right;
			}
		}
		return this.right;
	}

	private ClockDifference ask() {
		Instant asked = this.clock.instant();
		Instant database = this.jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
		return ClockDifference.of(asked, database, this.clock.instant());
	}

	private boolean isSimulated() {
		return this.clock instanceof SimulatedClock
				|| (this.clock instanceof SwitchableClock switchable && switchable.isSimulating());
	}

	private synchronized void found(ClockDifference difference) {
		boolean before = this.right;
		this.right = difference.isTolerated();
		this.compared = true;
		this.comparedAt = this.nanos.getAsLong();
		if (before && !this.right) {
			log.warn(
					"This node's clock is {}: it takes no jobs until both agree within {} s. Set its time, best by NTP.",
					difference.inWords(), ClockDifference.TOLERATED.toSeconds());
		}
		else if (!before && this.right) {
			log.info("This node's clock agrees with the database's again: it takes jobs.");
		}
	}

}
