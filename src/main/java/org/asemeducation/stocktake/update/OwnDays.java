package org.asemeducation.stocktake.update;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

import org.asemeducation.stocktake.cycle.Cycle;
import org.jspecify.annotations.Nullable;

/**
 * The days of one update, in the zone of its cycle: those of the cycle, unless it was
 * given more time.
 *
 * @param deadline until when it is asked for: the later of the extension and the cycle's
 * deadline
 * @param last nothing can be written after it: the freeze, or a later day that the AES
 * has allowed
 * @param extendedTo what its extension comes to, which ends with the freeze unless the
 * AES said otherwise; {@code null} without one
 * @param heldUntil until when it stays open after the gathering; {@code null} when it
 * closes with it
 */
public record OwnDays(LocalDate deadline, LocalDate last, @Nullable LocalDate extendedTo,
		@Nullable LocalDate heldUntil) {

	/**
	 * Whether its coordinators may write at a moment.
	 * @param cycle its cycle as it stands
	 * @param now the moment
	 * @return true while the gathering is under way and its last day is not over, or
	 * while it is held open after it
	 */
	public boolean takesIn(Cycle cycle, Instant now) {
		return takesIn(cycle.state(), cycle.zone(), now);
	}

	/**
	 * Whether its coordinators may write at a moment.
	 * @param state how far its cycle has come
	 * @param zone the cycle's zone
	 * @param now the moment
	 * @return as above
	 */
	boolean takesIn(Cycle.State state, ZoneId zone, Instant now) {
		return switch (state) {
			case GATHERING -> !now.isAfter(Cycle.endOf(this.last, zone));
			case CLOSED -> this.heldUntil != null && !now.isAfter(Cycle.endOf(this.heldUntil, zone));
			default -> false;
		};
	}

	/**
	 * Until the end of which day a returned update is asked for again.
	 * @param returned the day it came back
	 * @return ten days later, or as long as it was extended; never after its last day
	 */
	public LocalDate revisionDay(LocalDate returned) {
		return Stream.of(Cycle.revisionDay(returned, this.last), (this.extendedTo != null) ? this.extendedTo : returned)
			.max(LocalDate::compareTo)
			.filter((day) -> !day.isAfter(this.last))
			.orElse(this.last);
	}

	/**
	 * Until the end of which day it is asked for now.
	 * @param zone the cycle's zone
	 * @param returnedAt when it came back; {@code null} unless it has
	 * @return the deadline, or the day for what came back
	 */
	public LocalDate due(ZoneId zone, @Nullable Instant returnedAt) {
		return (returnedAt != null) ? revisionDay(LocalDate.ofInstant(returnedAt, zone)) : this.deadline;
	}

}
