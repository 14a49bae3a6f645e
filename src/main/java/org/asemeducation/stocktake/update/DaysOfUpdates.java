package org.asemeducation.stocktake.update;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.asemeducation.stocktake.cycle.Cycles;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads until when each update is asked for. How an extension and the cycle's dates go
 * together stands once, in the view {@code own_day}.
 */
@Component
public class DaysOfUpdates {

	private final JdbcClient jdbc;

	private final Cycles cycles;

	private final Remarks remarks;

	private final Clock clock;

	DaysOfUpdates(JdbcClient jdbc, Cycles cycles, Remarks remarks, Clock clock) {
		this.jdbc = jdbc;
		this.cycles = cycles;
		this.remarks = remarks;
		this.clock = clock;
	}

	/**
	 * The days of an update that has been asked for.
	 * @param key which
	 * @return as they stand
	 */
	public OwnDays of(UpdateKey key) {
		return this.jdbc.sql("""
				select deadline, last_day, extended_to, held_until from own_day
				where cycle = :cycle and initiative = :initiative""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> new OwnDays(row.getObject("deadline", LocalDate.class),
					row.getObject("last_day", LocalDate.class), row.getObject("extended_to", LocalDate.class),
					row.getObject("held_until", LocalDate.class)))
			.optional()
			.orElseThrow(() -> UpdateRequests.notAsked(key));
	}

	/**
	 * Whether its coordinators may write now. The last day holds also while the step that
	 * ends it is late.
	 * @param key which
	 * @return true while it may be answered
	 */
	public boolean takesIn(UpdateKey key) {
		return of(key).takesIn(this.cycles.get(key.cycle()), this.clock.instant());
	}

	/**
	 * Until the end of which day it is asked for as it stands.
	 * @param request which
	 * @return in the zone of its cycle
	 */
	public LocalDate due(UpdateRequest request) {
		OwnDays days = of(request.key());
		Instant returnedAt = returnedAt(request);
		return (returnedAt != null) ? days.due(this.cycles.get(request.key().cycle()), returnedAt) : days.deadline();
	}

	/**
	 * Whether what is submitted now comes after its day.
	 * @param request which, as it stands before
	 * @return true from the end of the day that it is asked for
	 */
	boolean isLate(UpdateRequest request) {
		return this.clock.instant().isAfter(this.cycles.get(request.key().cycle()).endOf(due(request)));
	}

	private @Nullable Instant returnedAt(UpdateRequest request) {
		return (request.state() == UpdateState.RETURNED) ? this.remarks.returnedAt(request.key()).orElse(null) : null;
	}

}
