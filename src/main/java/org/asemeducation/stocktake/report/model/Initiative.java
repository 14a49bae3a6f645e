package org.asemeducation.stocktake.report.model;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * An initiative of the cycle: the plan's row as the cycle copied it, and either the
 * accepted update or one line that says why there is none.
 *
 * @param id such as {@code A01-I02}; stable across cycles
 * @param position its place in the plan, from 1
 * @param isNew marked NEW in the plan
 * @param coordinators as printed in the plan
 * @param summarised whether milestones and outcomes are a summary of the adopted text
 * @param standing where its update stands
 * @param line what is printed where no update is; none when there is one
 * @param update the latest accepted revision; none when nothing was accepted, or an
 * answer in place of an update
 * @param answer what was accepted in place of an update; none otherwise, and in reports
 * from before there were answers
 * @param instead what the secretariat prints where nothing was accepted; absent where it
 * prints the line alone
 */
public record Initiative(String id, int position, String title, boolean isNew, String coordinators,
		@Nullable String programme, boolean summarised, List<String> milestones, List<String> outcomes,
		List<String> links, Standing standing, @Nullable String line, @Nullable Update update, @Nullable Answer answer,
		@Nullable Instead instead) {

	public Initiative {
		milestones = List.copyOf(milestones);
		outcomes = List.copyOf(outcomes);
		links = List.copyOf(links);
		if (answer != null && update != null) {
			throw new IllegalArgumentException("%s has an update and an answer in place of it.".formatted(id));
		}
		if (instead != null && (update != null || answer != null)) {
			throw new IllegalArgumentException("%s has something accepted and a text in place of it.".formatted(id));
		}
		if ((update == null) == (line == null)) {
			throw new IllegalArgumentException(
					"%s needs either an accepted update or a line that says why there is none.".formatted(id));
		}
	}

	/**
	 * The same initiative with another update.
	 * @param printed what is printed of its update
	 * @return as it is printed
	 */
	public Initiative printing(Update printed) {
		return new Initiative(this.id, this.position, this.title, this.isNew, this.coordinators, this.programme,
				this.summarised, this.milestones, this.outcomes, this.links, this.standing, this.line, printed,
				this.answer, this.instead);
	}

	/** Where the update of an initiative stands. */
	public enum Standing {

		ACCEPTED, UNDER_REVIEW, RETURNED, DRAFT_NOT_SUBMITTED, NO_UPDATE_RECEIVED, NOT_ASKED;

		/**
		 * As it stands in JSON.
		 * @return lower case, words joined by hyphens
		 */
		@JsonValue
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
