package org.asemeducation.stocktake.report.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A round that the secretariat wants to open.
 *
 * @param audience who is asked
 * @param opens the first day, in the cycle's zone
 * @param closes the last day
 */
public record NewRound(boolean coordinators, boolean partners, @Nullable LocalDate opens, @Nullable LocalDate closes) {

	Audience audience() {
		return new Audience(this.coordinators, this.partners);
	}

	/**
	 * What keeps it from being opened.
	 * @param today the day it is where the cycle is
	 * @return one problem a field
	 */
	List<Problem> problems(LocalDate today) {
		List<Problem> problems = new ArrayList<>();
		if (this.opens == null) {
			problems.add(new Problem("opens", "Say on which day the round opens."));
		}
		else if (this.opens.isBefore(today)) {
			problems.add(new Problem("opens", "%s is over: open the round today or later.".formatted(this.opens)));
		}
		if (this.closes == null) {
			problems.add(new Problem("closes", "Say until which day comments are taken."));
		}
		else if (this.closes.isBefore((this.opens != null) ? this.opens : today)) {
			problems.add(new Problem("closes", "The round cannot close before it opens: choose a later day."));
		}
		else if (this.closes.isAfter(today.plusYears(1))) {
			problems.add(new Problem("closes", "That is more than a year away: choose an earlier day."));
		}
		return problems;
	}

}
