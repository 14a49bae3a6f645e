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
		List<NumberedText> objectives, List<NumberedText> subgoals, @Nullable String taskId, @Nullable String assignee,
		May may) {

	record NumberedAction(int number, String title) {
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
