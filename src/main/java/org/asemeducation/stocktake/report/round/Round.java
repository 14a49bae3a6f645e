package org.asemeducation.stocktake.report.round;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

/**
 * A round of comments on one draft.
 *
 * @param number from 1 within the cycle
 * @param audience who is asked
 * @param opens the first day, in the cycle's zone
 * @param closes the last day
 * @param zone where its days begin and end
 * @param version the draft that is read, as it was when the round was opened
 * @param checksum of that draft, SHA-256 in 64 hexadecimal digits
 * @param readAt since when nothing comes in any more; {@code null} before
 * @param answeredAt when the answers were sent, or it was found that nothing was said; or
 * the round was called off; {@code null} before
 * @param calledOffBecause why it was called off; {@code null} if it was not
 * @param nothingSaid whether it was over with its close, as nobody had said anything
 * @param reopened whether it had closed and was opened again
 */
record Round(CycleName cycle, int number, Audience audience, LocalDate opens, LocalDate closes, ZoneId zone,
		int version, String checksum, Instant openedAt, @Nullable Instant readAt, @Nullable Instant answeredAt,
		@Nullable String calledOffBecause, boolean nothingSaid, boolean reopened) {

	/** The first moment at which it is read. */
	Instant opensAt() {
		Instant morning = this.opens.atStartOfDay(this.zone).toInstant();
		return morning.isAfter(this.openedAt) ? morning : this.openedAt;
	}

	/** The last instant at which anything can be said. */
	Instant closesAt() {
		return Cycle.endOf(this.closes, this.zone);
	}

	boolean hasBegun(Instant now) {
		return !now.isBefore(opensAt());
	}

	boolean isOpen(Instant now) {
		return hasBegun(now) && !now.isAfter(closesAt()) && this.readAt == null;
	}

	/** Whether it has closed, what was said is read, and the answers are to be sent. */
	public boolean waitsForAnswers() {
		return this.readAt != null && this.answeredAt == null;
	}

	boolean isCalledOff() {
		return this.calledOffBecause != null;
	}

	/** In words, as the table of rounds says it. */
	public String state(Instant now) {
		if (isCalledOff()) {
			return "called off";
		}
		if (this.readAt == null) {
			return hasBegun(now) ? (this.reopened ? "open again" : "open") : "planned";
		}
		if (this.nothingSaid) {
			return "closed, nothing was said";
		}
		return waitsForAnswers() ? "closed, waits for answers" : "answered";
	}

	/** What its people's drafts are called, with the user id after it. */
	String form() {
		return "round/%d/".formatted(this.number);
	}

}
