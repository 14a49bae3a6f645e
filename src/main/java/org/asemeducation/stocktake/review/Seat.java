package org.asemeducation.stocktake.review;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A term of a member of the reviewing body.
 *
 * @param id which
 * @param name of the member
 * @param parties the parties that the member speaks for or belongs to, as shown
 * @param region where the member comes from, Asia or Europe; {@code null} when the
 * register does not say
 * @param objective whose Expert Group; {@code null}: the Standing Working Group
 * @param from the first day
 * @param to the last day; {@code null} when it is open
 * @param chair whether they chair it
 */
record Seat(long id, String name, String parties, @Nullable String region, @Nullable Integer objective, LocalDate from,
		@Nullable LocalDate to, boolean chair) {

	public boolean isOn(LocalDate day) {
		return !day.isBefore(this.from) && (this.to == null || !day.isAfter(this.to));
	}

	/**
	 * Where it is.
	 * @return such as {@code Expert Group 2}
	 */
	public String group() {
		return (this.objective != null) ? "Expert Group " + this.objective : "Standing Working Group";
	}

}
