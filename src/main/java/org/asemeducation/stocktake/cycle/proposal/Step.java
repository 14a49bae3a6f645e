package org.asemeducation.stocktake.cycle.proposal;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done about a proposal.
 *
 * @param what such as {@code asked-back}
 * @param advice of the reviewing body: {@code recommend}, {@code with-changes} or
 * {@code do-not-recommend}; {@code null} for anything else
 * @param words what was said; {@code null} when nothing was
 * @param meeting such as {@code SOM1 (ASEMME9)}; {@code null} when there is none
 * @param day on which the meeting decided
 * @param at when it was done
 * @param by who, by name
 */
public record Step(String what, @Nullable String advice, @Nullable String words, @Nullable String meeting,
		@Nullable LocalDate day, Instant at, String by) {

	/**
	 * What was done.
	 * @return to stand behind a day and a name
	 */
	public String inWords() {
		return switch (this.what) {
			case "sent" -> "sent the proposal";
			case "asked-back" -> "asked the proposer to correct it";
			case "passed" -> "asked the Standing Working Group for its advice";
			case "declined" -> "declined it";
			case "commented" -> "commented";
			case "day-moved" -> "moved the day for the advice";
			case "advised" -> "recorded the advice: " + advised();
			case "postponed" -> "recorded that it was put off to %s".formatted(where());
			case "decided" -> "recorded that %s decided for it".formatted(where());
			case "turned-down" -> "recorded that %s declined it".formatted(where());
			default -> "withdrew it";
		};
	}

	private String where() {
		return (this.meeting != null) ? this.meeting : "a meeting";
	}

	private String advised() {
		return Advice.of(this.advice).map(Advice::words).orElse("");
	}

}
