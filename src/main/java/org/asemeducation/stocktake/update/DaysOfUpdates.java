package org.asemeducation.stocktake.update;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

import org.asemeducation.stocktake.cycle.Cycle;
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

	private final Remarks remarks;

	private final Clock clock;

	DaysOfUpdates(JdbcClient jdbc, Remarks remarks, Clock clock) {
		this.jdbc = jdbc;
		this.remarks = remarks;
		this.clock = clock;
	}

	/**
	 * The days of an update that has been asked for.
	 * @param key which
	 * @return as they stand
	 */
	public OwnDays of(UpdateKey key) {
		return read(key).days();
	}

	/**
	 * Whether its coordinators may write now. The last day holds also while the step that
	 * ends it is late.
	 * @param key which
	 * @return true while it may be answered
	 */
	public boolean takesIn(UpdateKey key) {
		InItsCycle update = read(key);
		return update.days().takesIn(update.state(), update.zone(), this.clock.instant());
	}

	/**
	 * Until the end of which day it is asked for as it stands.
	 * @param request which
	 * @return in the zone of its cycle
	 */
	public LocalDate due(UpdateRequest request) {
		return due(read(request.key()), request);
	}

	/**
	 * Whether what is submitted now comes after its day.
	 * @param request which, as it stands before
	 * @return true from the end of the day that it is asked for
	 */
	boolean isLate(UpdateRequest request) {
		InItsCycle update = read(request.key());
		return this.clock.instant().isAfter(Cycle.endOf(due(update, request), update.zone()));
	}

	/**
	 * Whether the deadline of an update is over.
	 * @param key which
	 * @return true from the end of that day
	 */
	boolean isPastDeadline(UpdateKey key) {
		InItsCycle update = read(key);
		return this.clock.instant().isAfter(Cycle.endOf(update.days().deadline(), update.zone()));
	}

	private LocalDate due(InItsCycle update, UpdateRequest request) {
		return update.days().due(update.zone(), returnedAt(request));
	}

	private @Nullable Instant returnedAt(UpdateRequest request) {
		return (request.state() == UpdateState.RETURNED) ? this.remarks.returnedAt(request.key()).orElse(null) : null;
	}

	private InItsCycle read(UpdateKey key) {
		return this.jdbc.sql("""
				select o.deadline, o.last_day, o.extended_to, o.held_until, c.state, c.zone
				from own_day o join cycle c on c.name = o.cycle
				where o.cycle = :cycle and o.initiative = :initiative""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row,
					number) -> new InItsCycle(new OwnDays(row.getObject("deadline", LocalDate.class),
							row.getObject("last_day", LocalDate.class), row.getObject("extended_to", LocalDate.class),
							row.getObject("held_until", LocalDate.class)),
							Cycle.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
							ZoneId.of(row.getString("zone"))))
			.optional()
			.orElseThrow(() -> UpdateRequests.notAsked(key));
	}

	private record InItsCycle(OwnDays days, Cycle.State state, ZoneId zone) {
	}

}
