package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Update;

/**
 * What the plan says an initiative does, and what of it is no longer true. A milestone
 * that stands under "you said, you did" is not said twice.
 */
final class Description {

	private static final String SUMMARY = "Milestones are a summary of the adopted text.";

	private Description() {
	}

	static List<Block> blocks(Initiative initiative) {
		List<Block> blocks = new ArrayList<>();
		Update update = initiative.update();
		List<String> said = (update == null) ? List.of()
				: Stream
					.concat(update.commitments().stream().map(Update.Commitment::text),
							update.milestones().stream().map(Update.Milestone::text))
					.filter(Objects::nonNull)
					.toList();
		List<Phrase> milestones = initiative.milestones()
			.stream()
			.filter((it) -> !said.contains(it))
			.map(Phrase::of)
			.toList();
		if (!milestones.isEmpty()) {
			blocks.add(FactSheet.field(initiative, "milestones", "Milestones of the plan", new Bullets(milestones)));
		}
		String note = note(initiative, milestones.size());
		if (!note.isEmpty()) {
			blocks.add(new Prose(Prose.Tone.NOTE, note));
		}
		if (update != null && update.conclusions() != null) {
			blocks.add(FactSheet.field(initiative, "conclusions", "Chair’s Conclusions it answers",
					FactSheet.plain(update.conclusions())));
		}
		if (update != null && update.planChanges() != null) {
			blocks.add(FactSheet.field(initiative, "plan-changes", "No longer true in the plan’s text",
					FactSheet.plain(update.planChanges())));
		}
		return blocks;
	}

	private static String note(Initiative initiative, int listed) {
		String elsewhere = (listed == initiative.milestones().size()) ? ""
				: (listed == 0) ? "The milestones of the plan stand under “You said – you did”. "
						: "Further milestones of the plan stand under “You said – you did”. ";
		boolean summarised = initiative.summarised() && !initiative.milestones().isEmpty();
		return (elsewhere + (summarised ? SUMMARY : "")).strip();
	}

}
