package org.asemeducation.stocktake.cycle.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A proposal as its forms show it.
 *
 * @param id its number; 0 before anything was saved
 * @param title what it is called
 * @param from who proposes it
 * @param state a word of {@link ProposalState}
 * @param stands the same in words, to go on from "The proposal is"
 * @param number how often it was sent
 * @param sent what was sent last; {@code null} before anything was
 * @param draft what is being written, for its proposer; {@code null} for others
 * @param asked what the secretariat asks to be corrected
 * @param adviceDue the last day, of UTC, for the advice
 * @param expectedAt the meeting to which it was put off
 * @param steps what was done, the first first
 * @param choices what its fields offer
 */
record ProposalView(long id, String title, String from, String state, String stands, int number,
		@Nullable ProposedContent sent, @Nullable Saved draft, @Nullable String asked, @Nullable LocalDate adviceDue,
		@Nullable String expectedAt, List<Done> steps, Choices choices) {

	/**
	 * A text as last saved; version 0 when nothing was ever written.
	 */
	record Saved(long version, ProposedContent content, @Nullable Instant savedAt, @Nullable String savedBy) {
	}

	/**
	 * Something that was done.
	 */
	record Done(Instant at, String by, String what, @Nullable String words) {
	}

	/**
	 * What fields offer.
	 *
	 * @param kinds titles by word
	 * @param initiatives ids with titles
	 * @param actions titles by number
	 * @param nextIds by an action's number the id that a new initiative would get
	 * @param parties labels in the register
	 * @param meetings that can decide, the latest first
	 */
	record Choices(Map<String, String> kinds, List<String> initiatives, Map<Integer, String> actions,
			Map<Integer, String> nextIds, List<String> parties, List<String> meetings) {
	}

}
