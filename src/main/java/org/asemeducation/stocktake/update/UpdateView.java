package org.asemeducation.stocktake.update;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.cycle.Commitment;
import org.asemeducation.stocktake.cycle.CycleQuestion;
import org.jspecify.annotations.Nullable;

/**
 * An update as its form and its readers see it.
 */
record UpdateView(String cycle, String cycleTitle, String zone, Instant deadline, Instant freeze,
		@Nullable LocalDate extendedTo, String initiative, String title, NumberedAction action, String coordinators,
		boolean isNew, String wording, List<String> milestones, List<String> outcomes, List<String> links, String state,
		@Nullable String settledAs, @Nullable SavedContent draft, @Nullable SubmittedContent revision,
		Map<String, String> remarks, List<Commitment> commitments, List<CycleQuestion> questions,
		List<Placeholder> placeholders, List<NumberedText> objectives, List<NumberedText> subgoals,
		@Nullable String taskId, @Nullable String assignee, May may) {

	record NumberedAction(int number, String title) {
	}

	/**
	 * A line of a draft plan that waits for words.
	 *
	 * @param position its place among those of this request, from 1
	 * @param where the field of the plan and the line in it
	 * @param text the whole line
	 * @param single whether it is the only line of its field, such as a title
	 */
	record Placeholder(int position, String where, String text, boolean single) {
	}

	record NumberedText(String number, String text) {
	}

	record SavedContent(long version, ObjectNode content, Instant savedAt, String savedBy) {
	}

	record SubmittedContent(int number, ObjectNode content, Instant submittedAt, String submittedBy, boolean late) {
	}

	/**
	 * What the reader may do.
	 *
	 * @param enters whether they write for others
	 * @param looksOn whether they see the form as those do who write
	 */
	record May(boolean write, boolean submit, boolean takeOver, boolean release, boolean review, boolean sendBack,
			boolean enters, boolean looksOn) {
	}

}
