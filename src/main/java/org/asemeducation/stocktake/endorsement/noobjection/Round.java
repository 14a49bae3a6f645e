package org.asemeducation.stocktake.endorsement.noobjection;

import java.time.Instant;
import java.time.ZoneId;

import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

/**
 * A no-objection round.
 *
 * @param number counted from 1 within the cycle; from the second on it is an amended one
 * @param opensAt when it is to open
 * @param closesAt when silence begins to count; that moment is late already
 * @param zone in which the hours were named
 * @param reminderDays days before the close on which the silent are reminded; 0 for no
 * reminder
 * @param version the sealed version that it is on; {@code null} before it opens
 * @param openedAt when it opened; {@code null} before
 * @param stoppedAt when an objection stopped it; {@code null} for no objection
 * @param closedAt when it was closed without one; {@code null} before
 * @param calledOffAt when the secretariat called it off; {@code null} if it did not
 * @param calledOffBecause why; {@code null} likewise
 */
public record Round(CycleName cycle, int number, Instant opensAt, Instant closesAt, ZoneId zone, int reminderDays,
		@Nullable Integer version, @Nullable Instant openedAt, @Nullable Instant stoppedAt, @Nullable Instant closedAt,
		@Nullable Instant calledOffAt, @Nullable String calledOffBecause) {

	/** Whether nothing has come of it yet: it can still be planned otherwise. */
	public boolean isPlanned() {
		return this.openedAt == null;
	}

	/** Whether members answer, as long as its hour has not come. */
	public boolean isOpen() {
		return this.openedAt != null && this.stoppedAt == null && this.closedAt == null && this.calledOffAt == null;
	}

	public boolean isStopped() {
		return this.stoppedAt != null;
	}

	public boolean isCalledOff() {
		return this.calledOffAt != null;
	}

	public boolean isClosed() {
		return this.closedAt != null;
	}

}
