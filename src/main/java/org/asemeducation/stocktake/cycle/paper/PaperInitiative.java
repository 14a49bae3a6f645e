package org.asemeducation.stocktake.cycle.paper;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.cycle.WorkPlan;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an initiative in a cycle that was run on paper.
 *
 * @param id the plan's id; the plan of today may never have had it
 * @param action under which it stood; {@code null} when nobody has said: that of today
 * @param title as it was called then
 * @param coordinators labels of parties of the register, in order; none when not known
 * @param paragraphs of that cycle's Chair's Conclusions that speak of it, such as
 * {@code 12, 14-15}; {@code null} when none does
 * @param lines of the work plan that ministers adopted then
 * @param text what it said last; {@code null} when nothing is known
 */
public record PaperInitiative(InitiativeId id, @Nullable PaperAction action, String title, List<String> coordinators,
		@Nullable String paragraphs, List<WorkPlan.Line> lines, @Nullable String text) {

	public PaperInitiative {
		coordinators = List.copyOf(coordinators);
		lines = List.copyOf(lines);
	}

	/**
	 * What is brought in of it.
	 * @return such as {@code 2 lines of the work plan, paragraphs 12, 14-15 of the
	 * Conclusions, its last text (120 words)}
	 */
	public String inWords() {
		List<String> words = new ArrayList<>();
		if (!this.lines.isEmpty()) {
			words.add((this.lines.size() == 1) ? "1 line of the work plan"
					: "%d lines of the work plan".formatted(this.lines.size()));
		}
		if (this.paragraphs != null) {
			words.add("paragraphs %s of the Conclusions".formatted(this.paragraphs));
		}
		if (this.text != null) {
			int count = this.text.strip().split("\\s+").length;
			words.add((count == 1) ? "its last text (1 word)" : "its last text (%,d words)".formatted(count));
		}
		return words.isEmpty() ? "its name alone" : String.join(", ", words);
	}

}
