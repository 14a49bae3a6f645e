package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;

/**
 * The dates that follow from SOM2, as a proposal that the AES may edit.
 *
 * @param request the coordinators are asked on this day
 * @param deadline updates are asked for by the end of this day
 * @param freeze the gathering ends with this day
 * @param reviews reviews are done by the end of this day
 * @param comments comments on the draft report are in by the end of this day
 * @param papers papers for SOM2 go out on this day
 */
public record ProposedDates(LocalDate request, LocalDate deadline, LocalDate freeze, LocalDate reviews,
		LocalDate comments, LocalDate papers) {

	/**
	 * Counts back from SOM2.
	 * @param som2 the first day of SOM2
	 * @return the proposal
	 */
	public static ProposedDates backwardsFrom(LocalDate som2) {
		return new ProposedDates(before(som2, DeadlineKind.REQUEST), before(som2, DeadlineKind.DEADLINE),
				before(som2, DeadlineKind.FREEZE), before(som2, DeadlineKind.REVIEWS),
				before(som2, DeadlineKind.COMMENTS), before(som2, DeadlineKind.PAPERS));
	}

	private static LocalDate before(LocalDate som2, DeadlineKind kind) {
		return som2.minusDays(kind.daysBeforeSom2());
	}

}
