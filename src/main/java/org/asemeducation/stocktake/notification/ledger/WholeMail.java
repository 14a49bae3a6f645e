package org.asemeducation.stocktake.notification.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One mail with all that is known of it.
 *
 * @param row what a list shows of it
 * @param cycle the cycle's name; {@code null} for none
 * @param queuedAt when it was queued
 * @param sentAt when a server took it; {@code null} when none has
 * @param messageId with its angle brackets; {@code null} until its lines were bundled
 * @param text its text part as it was written last, which is as it was sent; {@code null}
 * until its lines were bundled
 * @param calendar the iCalendar file that it carried; {@code null} for none
 * @param process its process where that still runs; {@code null} for none
 * @param lines what it tells, or was to tell
 * @param attempts in their order
 * @param bounces what servers reported after one had taken it, in its order
 */
record WholeMail(MailRow row, @Nullable String cycle, Instant queuedAt, @Nullable Instant sentAt,
		@Nullable String messageId, @Nullable String text, @Nullable String calendar, @Nullable String process,
		List<Line> lines, List<Attempt> attempts, List<CameBack> bounces) {

	/**
	 * A line.
	 *
	 * @param kind why
	 * @param initiative what about; {@code null} for none
	 * @param informs whether it asks for nothing
	 * @param rung days from the day that counts; {@code null} for a kind without rungs
	 * @param counted the day that its claim counts from; {@code null} without a claim
	 * @param claimedAt when that was claimed; {@code null} without a claim
	 * @param dropped whether it was left out, because it had stopped being true
	 */
	record Line(MailKind kind, @Nullable String initiative, boolean informs, @Nullable Integer rung,
			@Nullable LocalDate counted, @Nullable Instant claimedAt, boolean dropped) {

		public String rungWords() {
			if (this.rung == null) {
				return "";
			}
			long days = Math.abs(this.rung);
			String many = (days == 1) ? "1 day" : days + " days";
			return (this.rung == 0) ? "on the day" : (many + ((this.rung < 0) ? " before" : " after"));
		}

	}

	/**
	 * That it did not arrive.
	 *
	 * @param at when that was read
	 * @param recipient where it had been sent
	 * @param permanent whether the address is at fault
	 * @param words the refusing server's, with the status
	 */
	record CameBack(Instant at, String recipient, boolean permanent, String words) {
	}

	/**
	 * An attempt.
	 *
	 * @param number from 1
	 * @param at when it ended
	 * @param recipient the address; {@code null} when that was not kept
	 * @param taken whether the server took the mail
	 * @param answer the server's words, or why it had none; {@code null} when they were
	 * not kept
	 */
	record Attempt(int number, Instant at, @Nullable String recipient, boolean taken, @Nullable String answer) {
	}

}
