package org.asemeducation.stocktake.report.model;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Where a paragraph, an item of a list, a row of a table, what is quoted or a caption
 * comes from. Bodies are named, persons never.
 *
 * @param place the id of the section it stands in, such as {@code A01-I02-progress}
 * @param paragraph which of that section, from 1
 * @param from whose words it has
 * @param initiative the id of the initiative it speaks of; none where it speaks of none
 * or of several
 * @param revision the accepted revision of the initiative that it rests on; none where it
 * rests on none
 * @param cycle the earlier cycle that the revision is of; absent for this one
 * @param acceptedBy the body that accepted the revision, or that wrote what has no
 * revision; none for what the plan or the report itself says
 * @param edited true where the secretariat prints other words than were accepted; absent
 * otherwise
 * @param number of a paragraph that somebody could quote, counted through the report from
 * 1; none for others, and in reports from before it was counted
 */
public record Origin(String place, int paragraph, From from, @Nullable String initiative, @Nullable Integer revision,
		@Nullable String cycle, @Nullable String acceptedBy, @Nullable Boolean edited, @Nullable Integer number) {

	/** Whose words a paragraph has. */
	public enum From {

		/** The coordinators', in an accepted revision. */
		UPDATE,
		/** The coordinators', accepted in place of an update. */
		ANSWER,
		/** The plan's, as the cycle copied them. */
		PLAN,
		/** Somebody's who wrote a free chapter. */
		CHAPTER,
		/** The coordinators', accepted in an earlier cycle. */
		CARRIED_FORWARD,
		/** The secretariat's, where those who coordinate the initiative said nothing. */
		DESK_UPDATE,
		/** The secretariat's, on contributions to a subgoal. */
		ASSESSMENT,
		/** A partner's or stakeholder's that coordinates no initiative, as accepted. */
		CONTRIBUTION,
		/** Worked out by the report from what it has. */
		COMPILED;

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
