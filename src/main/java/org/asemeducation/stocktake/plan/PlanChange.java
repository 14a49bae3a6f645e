package org.asemeducation.stocktake.plan;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One change of the plan.
 *
 * @param id rises with each
 * @param act such as {@code rename}; {@code load} for a whole plan
 * @param initiative what it is about; {@code null} for a whole plan
 * @param other what it was merged into or split from, if it was
 * @param from the first day of UTC on which it is so
 * @param reason why
 * @param decidedBy a meeting, or {@code secretariat}
 * @param means what was changed, in a sentence
 * @param enteredAt when
 * @param enteredBy the user id
 * @param inForce whether its day has come
 * @param calledOffBy the user id of whoever called it off; {@code null} when nobody did
 */
public record PlanChange(long id, String act, @Nullable String initiative, @Nullable String other, LocalDate from,
		String reason, String decidedBy, String means, Instant enteredAt, String enteredBy, boolean inForce,
		@Nullable String calledOffBy) {

	/**
	 * Whether it is entered and its day has not come.
	 * @return {@code false} once it is in force or called off
	 */
	public boolean isToCome() {
		return !this.inForce && this.calledOffBy == null;
	}

}
