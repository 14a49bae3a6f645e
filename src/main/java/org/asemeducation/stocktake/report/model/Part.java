package org.asemeducation.stocktake.report.model;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A main part of the report: an objective, or the actions that no objective can be said
 * of yet.
 *
 * @param kind why these actions stand together
 * @param objective the objective's number, for {@link Kind#OBJECTIVE}
 * @param title the heading, without number
 * @param subgoals of the objective
 * @param actions in the order of the plan; each action in one part only
 * @param alsoServedBy numbers of actions that serve this objective and stand under an
 * earlier one
 */
public record Part(Kind kind, @Nullable Integer objective, String title, List<Subgoal> subgoals,
		List<ActionSection> actions, List<Integer> alsoServedBy) {

	public Part {
		subgoals = List.copyOf(subgoals);
		actions = List.copyOf(actions);
		alsoServedBy = List.copyOf(alsoServedBy);
	}

	/** Why actions stand together. */
	public enum Kind {

		/** They serve this objective, and the secretariat has confirmed it. */
		OBJECTIVE,
		/** Others are confirmed, these are not. */
		UNCONFIRMED,
		/** Nothing is confirmed at all. */
		BY_ACTION;

		/**
		 * As it stands in JSON.
		 * @return lower case, words joined by hyphens
		 */
		@JsonValue
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * A subgoal of the objective.
	 */
	public record Subgoal(String number, String text) {
	}

	/**
	 * An action of the plan with its initiatives.
	 *
	 * @param subgoals numbers of the subgoals it serves, confirmed ones only
	 */
	public record ActionSection(int number, String title, List<String> subgoals, List<Initiative> initiatives) {

		public ActionSection {
			subgoals = List.copyOf(subgoals);
			initiatives = List.copyOf(initiatives);
		}

	}

}
