package org.asemeducation.stocktake.watch;

import java.time.Instant;

import org.asemeducation.stocktake.notification.trouble.LastRun;
import org.asemeducation.stocktake.notification.trouble.LastRuns;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Whether the reminders go out by themselves.
 */
class RemindersHealth implements HealthIndicator {

	private final LastRuns runs;

	RemindersHealth(LastRuns runs) {
		this.runs = runs;
	}

	@Override
	public Health health() {
		LastRun run = this.runs.last();
		Health.Builder health = run.late()
				? Health.down()
					.withDetail("reason",
							"The hourly run of the reminders is two hours late: look at its failed jobs in Cockpit.")
				: Health.up();
		return health.withDetail("ranAt", words(run.ranAt()))
			.withDetail("coveredUntil", words(run.coveredUntil()))
			.withDetail("nextAt", words(run.nextAt()))
			.build();
	}

	private static String words(@Nullable Instant moment) {
		return (moment != null) ? moment.toString() : "never";
	}

}
