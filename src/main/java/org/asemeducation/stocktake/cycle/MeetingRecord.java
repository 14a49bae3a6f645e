package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import java.util.Objects;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the AES records of a meeting that was held.
 *
 * @param heldOn its first day; needed
 * @param place where it was held; {@code null} when not known
 * @param format how it was held; in person when nothing is said
 * @param partners how many partners were represented; {@code null} when not counted
 * @param stakeholders how many stakeholders were; {@code null} when not counted
 * @param persons how many persons were there; {@code null} when not counted
 * @param decisions what was decided, in words; {@code null} when there is nothing to note
 */
public record MeetingRecord(@Nullable LocalDate heldOn, @Nullable String place, MeetingFormat format,
		@Nullable Integer partners, @Nullable Integer stakeholders, @Nullable Integer persons,
		@Nullable String decisions) {

	public MeetingRecord {
		format = Objects.requireNonNullElse(format, MeetingFormat.IN_PERSON);
	}

	/**
	 * The record as far as it is known before anybody writes it.
	 * @param meeting the meeting, held
	 * @return what the form offers
	 */
	public static MeetingRecord of(Meeting meeting) {
		return new MeetingRecord(meeting.held(), meeting.place(), meeting.format(), meeting.partners(),
				meeting.stakeholders(), meeting.persons(), meeting.decisions());
	}

	void check() {
		List<Problem> problems = new ArrayList<>();
		if (this.heldOn == null) {
			problems.add(new Problem("heldOn", "Give the first day on which the meeting was held."));
		}
		checkNumber("partners", this.partners, problems);
		checkNumber("stakeholders", this.stakeholders, problems);
		checkNumber("persons", this.persons, problems);
		if (!problems.isEmpty()) {
			throw Refused.invalid("The meeting is not recorded.", problems);
		}
	}

	private static void checkNumber(String field, @Nullable Integer number, List<Problem> problems) {
		if (number != null && number < 0) {
			problems.add(new Problem(field, "Give a number of 0 or more, or leave it empty if nobody counted."));
		}
	}

}
