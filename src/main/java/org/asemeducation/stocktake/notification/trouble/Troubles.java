package org.asemeducation.stocktake.notification.trouble;

import java.util.List;

/**
 * All that does not work at a moment.
 *
 * @param mails those that were not delivered, oldest first, {@link #MOST} at most
 * @param allMails how many there are
 * @param steps those that failed, oldest first, {@link #MOST} at most
 * @param allSteps how many there are
 * @param reminders how their run is doing
 */
public record Troubles(List<UndeliveredMail> mails, long allMails, List<FailedStep> steps, long allSteps,
		LastRun reminders) {

	/** So many are named. */
	public static final int MOST = 20;

	public boolean isNone() {
		return this.mails.isEmpty() && this.steps.isEmpty() && !this.reminders.late();
	}

}
