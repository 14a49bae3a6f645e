package org.asemeducation.stocktake.bench;

import java.lang.management.ManagementFactory;
import java.sql.Timestamp;

import com.sun.management.ThreadMXBean;
import org.asemeducation.stocktake.engine.SimulatedClock;
import org.asemeducation.stocktake.notification.PickUpMails;
import org.asemeducation.stocktake.notification.Reminders;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One rung of reminders over everything that a cycle asks for.
 */
@TestComponent
class Reminding {

	private final Reminders reminders;

	private final PickUpMails pickUp;

	private final Openings openings;

	private final SimulatedClock clock;

	private final JdbcTemplate jdbc;

	Reminding(Reminders reminders, PickUpMails pickUp, Openings openings, SimulatedClock clock, JdbcTemplate jdbc) {
		this.reminders = reminders;
		this.pickUp = pickUp;
		this.openings = openings;
		this.clock = clock;
		this.jdbc = jdbc;
	}

	/** Works out what is due a day before a rung: nothing, of all there is. */
	Work nothingDue() {
		days(15);
		this.reminders.claimDue();
		days(1);
		return work(this.reminders::claimDue);
	}

	/** Claims and queues the rung that is due for all 28 days before the deadline. */
	Work rung() {
		days(14);
		this.reminders.claimDue();
		days(2);
		return work(this.reminders::claimDue);
	}

	/** The next rung, so many days later, with its mails' processes. */
	void rungAgain(int days) {
		days(days);
		this.reminders.claimDue();
		startMails();
	}

	/** Starts the mails that were queued last. */
	double startMails() {
		this.clock.moveTo(this.clock.instant().plusSeconds(61));
		return Stopwatch.millis(this.pickUp::pickUp);
	}

	/** The same rows and instances in the bare engine. */
	double floor(Floor floor) {
		Timestamp last = this.jdbc.queryForObject("select max(queued_at) from mail", Timestamp.class);
		CopiedRows claims = CopiedRows.of(this.jdbc, "claim", "claimed_at = ?", last);
		Stopwatch watch = new Stopwatch();
		watch.time(() -> floor.commit(() -> claims.writeAll(floor.jdbc())));
		this.openings.mails(floor, "queued_at = ? order by id", "mail in (select id from mail where queued_at = ?)",
				last, watch);
		return watch.sum();
	}

	private void days(int days) {
		this.clock.moveTo(this.clock.instant().plusSeconds(days * 86_400L));
	}

	private static Work work(Runnable act) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		double millis = Stopwatch.millis(act);
		return new Work(millis, (threads.getCurrentThreadAllocatedBytes() - before) / 1024.0 / 1024.0);
	}

	/**
	 * What a run took.
	 *
	 * @param millis how long
	 * @param megabytes all that was allocated meanwhile: it never held more at a time
	 */
	record Work(double millis, double megabytes) {
	}

}
