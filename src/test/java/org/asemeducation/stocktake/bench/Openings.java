package org.asemeducation.stocktake.bench;

import java.util.List;

import org.asemeducation.stocktake.Calendars;
import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Opens cycles: from the calendar to the last request's mail with its process. Jobs run
 * one after the other, as the engine runs those of one instance.
 */
@TestComponent
class Openings {

	private static final int UPDATES_IN_A_CHUNK = 200;

	private static final int MAILS_IN_A_CHUNK = 100;

	private final CycleOpening opening;

	private final Calendars calendars;

	private final Jobs jobs;

	private final ManagementService management;

	private final JdbcTemplate jdbc;

	Openings(CycleOpening opening, Calendars calendars, Jobs jobs, ManagementService management, JdbcTemplate jdbc) {
		this.opening = opening;
		this.calendars = calendars;
		this.jobs = jobs;
		this.management = management;
		this.jdbc = jdbc;
	}

	/** Opens a cycle on all initiatives in force. */
	Opened open() {
		Stopwatch watch = new Stopwatch();
		CycleName[] name = new CycleName[1];
		watch.time(() -> name[0] = this.opening.open(this.calendars.proposal(), "aes"));
		CycleName cycle = name[0];
		run(cycle, "boundaryEvent_requestDateReached", watch);
		while (!this.jobs.at(cycle, "serviceTask_startUpdates").isEmpty()) {
			run(cycle, "serviceTask_startUpdates", watch);
		}
		run(cycle, "serviceTask_queueRequests", watch);
		return new Opened(cycle, watch.sum());
	}

	void run(CycleName cycle, String element, Stopwatch watch) {
		String job = this.jobs.only(cycle, element).getId();
		watch.time(() -> this.management.executeJob(job));
	}

	/** Writes the same rows and starts the same instances in the bare engine. */
	double floor(Floor floor, CycleName cycle) {
		Stopwatch watch = new Stopwatch();
		List<CopiedRows> calendar = List.of(rows("cycle", "name = ?", cycle), rows("deadline", "cycle = ?", cycle),
				rows("meeting", "cycle = ?", cycle), rows("audit", "subject = ?", cycle));
		watch.time(() -> floor.commit(() -> {
			calendar.forEach((rows) -> rows.writeAll(floor.jdbc()));
			floor.start("cycle", cycle.value());
		}));
		floor.countOnFrom("audit");
		write(floor, "cycle_initiative", "cycle = ? order by position", cycle, watch);
		write(floor, "commitment", "cycle = ?", cycle, watch);
		CopiedRows requests = rows("update_request", "cycle = ? order by initiative", cycle);
		for (int first = 1; first <= requests.size(); first += UPDATES_IN_A_CHUNK) {
			int start = first;
			int count = Math.min(UPDATES_IN_A_CHUNK, requests.size() - first + 1);
			watch.time(() -> floor.commit(() -> {
				requests.write(floor.jdbc(), count);
				floor.start(count,
						(number) -> floor.start(SyntheticPlan.hasTwoCoordinators(start + number) ? "two" : "one",
								cycle + "/" + SyntheticPlan.initiative(start + number)));
			}));
		}
		write(floor, "claim", "cycle = ? order by contact", cycle, watch);
		mails(floor, "cycle = ? order by id", "mail in (select id from mail where cycle = ?)", cycle.value(), watch);
		return watch.sum();
	}

	/** Writes mails with their lines and starts their instances in the bare engine. */
	void mails(Floor floor, String which, String lines, Object about, Stopwatch watch) {
		CopiedRows mails = CopiedRows.of(this.jdbc, "mail", which, about);
		CopiedRows said = CopiedRows.of(this.jdbc, "mail_line", lines, about);
		watch.time(() -> floor.commit(() -> {
			mails.writeAll(floor.jdbc());
			said.writeAll(floor.jdbc());
		}));
		for (int first = 0; first < mails.size(); first += MAILS_IN_A_CHUNK) {
			int start = first;
			int count = Math.min(MAILS_IN_A_CHUNK, mails.size() - first);
			watch.time(() -> floor
				.commit(() -> floor.start(count, (number) -> floor.start("mail", "mail/" + (start + number)))));
		}
	}

	private void write(Floor floor, String table, String where, CycleName cycle, Stopwatch watch) {
		CopiedRows rows = rows(table, where, cycle);
		watch.time(() -> floor.commit(() -> rows.writeAll(floor.jdbc())));
	}

	private CopiedRows rows(String table, String where, CycleName cycle) {
		return CopiedRows.of(this.jdbc, table, where, cycle.value());
	}

	/**
	 * A cycle that was opened.
	 *
	 * @param cycle its name
	 * @param millis how long it took
	 */
	record Opened(CycleName cycle, double millis) {
	}

}
