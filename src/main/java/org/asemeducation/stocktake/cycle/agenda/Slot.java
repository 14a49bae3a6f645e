package org.asemeducation.stocktake.cycle.agenda;

import java.time.Instant;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.jspecify.annotations.Nullable;

/**
 * Time at a meeting that a coordinator has asked for, and what became of it.
 *
 * @param id its number
 * @param cycle the meeting's cycle
 * @param meeting which of the four
 * @param initiative about which initiative
 * @param initiativeTitle the initiative's title
 * @param title what it is called on the agenda
 * @param minutes how long they want
 * @param purpose what for
 * @param askedAt when it was asked for
 * @param askedBy the person's name
 * @param asker the person's user id
 * @param state {@code open}, {@code withdrawn}, {@code given} or {@code refused}
 * @param givenMinutes how long they have; {@code null} unless given
 * @param at when in the meeting; {@code null} unless given
 * @param because why not; {@code null} unless refused
 */
public record Slot(long id, CycleName cycle, MeetingKind meeting, String initiative, String initiativeTitle,
		String title, int minutes, String purpose, Instant askedAt, String askedBy, String asker, String state,
		@Nullable Integer givenMinutes, @Nullable String at, @Nullable String because) {

	public boolean isOpen() {
		return this.state.equals("open");
	}

	public boolean isGiven() {
		return this.state.equals("given");
	}

}
