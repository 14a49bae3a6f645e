package org.asemeducation.stocktake.notification;

import java.time.LocalDate;

import org.asemeducation.stocktake.cycle.MailToCome;
import org.jspecify.annotations.Nullable;

/**
 * One reason for a mail to come.
 *
 * @param kind as in the ledger
 * @param initiative what it is about; {@code null} for none
 * @param rung days from the day that counts; {@code null} without one
 * @param day the day that counts; {@code null} without one
 * @param claim what is claimed when it is mailed; {@code null} where it is claimed
 * already, or otherwise
 * @param stop what keeps it back; {@code null} for nothing
 */
record PlannedLine(String kind, @Nullable String initiative, @Nullable Integer rung, @Nullable LocalDate day,
		@Nullable Claim claim, @Nullable Stop stop) {

	/** Reminders of a commissioned chapter, which are claimed in a table of their own. */
	static final String CHAPTER = Notices.CHAPTER;

	static PlannedLine of(Claim claim, @Nullable Stop stop) {
		return new PlannedLine(claim.ladder().key(), claim.initiative().value(),
				claim.ladder().hasRungs() ? claim.rung() : null, claim.deadline(), claim, stop);
	}

	/** One that tells of no initiative. */
	static PlannedLine of(String kind, @Nullable Stop stop) {
		return new PlannedLine(kind, null, null, null, null, stop);
	}

	boolean isToCome() {
		return this.stop == null;
	}

	boolean isHeld() {
		return this.stop == Stop.HELD;
	}

	MailToCome.Line shown() {
		return new MailToCome.Line(this.kind, this.initiative, this.rung, this.day,
				(this.stop != null) ? this.stop.word() : null);
	}

}
