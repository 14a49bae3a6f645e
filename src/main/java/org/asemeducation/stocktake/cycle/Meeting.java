package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A meeting of a cycle as it stands.
 *
 * @param kind which of the four
 * @param planned its planned first day; {@code null} when not known
 * @param place where; {@code null} when not known
 * @param format how it is held
 * @param host who hosts; {@code null} when not known
 * @param state {@code planned}, {@code confirmed}, {@code held} or {@code dropped}
 * @param prepared whether everything is ready for the planned day
 * @param outcome {@code held}, {@code postponed} or {@code dropped}; {@code null} when
 * nothing was said since it was last confirmed
 * @param reason why it was postponed last, or dropped; {@code null} when it was not
 * @param held its first day as held; {@code null} before and when dropped
 * @param minutesDealtWith whether it has dealt with the minutes of earlier meetings
 * @param partners how many partners were represented; {@code null} when not counted
 * @param stakeholders how many stakeholders were; {@code null} when not counted
 * @param persons how many persons were there; {@code null} when not counted
 * @param decisions what was decided, in words; {@code null} when nothing was noted
 * @param recordedAt when the last was said about it; {@code null} before
 */
public record Meeting(MeetingKind kind, @Nullable LocalDate planned, @Nullable String place, MeetingFormat format,
		@Nullable String host, String state, boolean prepared, @Nullable String outcome, @Nullable String reason,
		@Nullable LocalDate held, boolean minutesDealtWith, @Nullable Integer partners, @Nullable Integer stakeholders,
		@Nullable Integer persons, @Nullable String decisions, @Nullable Instant recordedAt) {

	static final String PLANNED = "planned";

	static final String CONFIRMED = "confirmed";

	static final String HELD = "held";

	static final String DROPPED = "dropped";

	/**
	 * Whether nothing is left to say about it.
	 * @return true when it was dropped, or held and recorded
	 */
	public boolean isRecorded() {
		return this.recordedAt != null;
	}

	/**
	 * Whether it does not take place.
	 * @return true once that was said
	 */
	public boolean wasDropped() {
		return DROPPED.equals(this.state);
	}

	/**
	 * Its first day as far as is known.
	 * @return the day it was held, else the day it is planned for, if any
	 */
	public @Nullable LocalDate day() {
		return (this.held != null) ? this.held : this.planned;
	}

	boolean awaitsItsDay() {
		return CONFIRMED.equals(this.state) && this.prepared;
	}

	/** State and day, such as "confirmed for 2029-06-04" or "held on 2029-06-05". */
	String inWords() {
		LocalDate day = day();
		return (day != null) ? "%s %s %s".formatted(this.state, (this.held != null) ? "on" : "for", day) : this.state;
	}

	/** Where it stands, to go on from "SOM1 of ASEMME9". */
	String standing() {
		return switch (this.state) {
			case PLANNED -> "is not confirmed";
			case CONFIRMED -> this.prepared ? "is prepared and not held" : "is confirmed and not prepared";
			case HELD -> isRecorded() ? "is recorded already" : "was held and is not recorded";
			default -> "was dropped";
		};
	}

}
