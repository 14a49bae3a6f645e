package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * What coordinators say they have done.
 */
class Progress {

	private final TableNumbers tables;

	Progress(TableNumbers tables) {
		this.tables = tables;
	}

	List<Block> blocks(Initiative initiative, Update update) {
		List<Block> blocks = new ArrayList<>();
		if (update.progress() != null) {
			blocks.add(FactSheet.plain(update.progress()));
		}
		if (!update.events().isEmpty()) {
			blocks.add(events(initiative, update));
		}
		if (update.highlights() != null) {
			blocks.add(FactSheet.field(initiative, "highlights", "Highlights",
					new Prose(Prose.Tone.HIGHLIGHT, update.highlights())));
		}
		if (update.addedValue() != null) {
			blocks.add(FactSheet.field(initiative, "added-value", "Added value in the ASEM Education Process",
					FactSheet.plain(update.addedValue())));
		}
		if (update.challenges() != null) {
			blocks.add(FactSheet.field(initiative, "challenges", "Challenges", FactSheet.plain(update.challenges())));
		}
		update.answers()
			.forEach((it) -> blocks.add(
					FactSheet.field(initiative, "answer-" + it.position(), it.question(), FactSheet.plain(it.text()))));
		List<Block> said = new ArrayList<>();
		if (!update.commitments().isEmpty()) {
			said.add(commitments(initiative, update));
		}
		if (!update.milestones().isEmpty()) {
			said.add(milestones(initiative, update));
		}
		if (!said.isEmpty()) {
			blocks.add(FactSheet.field(initiative, "commitments", "You said – you did", said.toArray(Block[]::new)));
		}
		Block[] pictures = Shown.pictures(update);
		if (pictures.length != 0) {
			blocks.add(FactSheet.field(initiative, "pictures", "Pictures and charts", pictures));
		}
		Block[] quotes = Shown.quotes(update);
		if (quotes.length != 0) {
			blocks.add(FactSheet.field(initiative, "testimonials", "Testimonials", quotes));
		}
		return blocks;
	}

	Section contributions(Initiative initiative, Update update) {
		List<List<Phrase>> rows = new ArrayList<>();
		update.objectives()
			.forEach((it) -> rows.add(served("Objective " + it.objective(), ": ", it.text(), it.sentence())));
		update.contributions().forEach((it) -> rows.add(served(it.subgoal(), " ", it.text(), it.sentence())));
		return FactSheet.field(initiative, "contributions", "Contribution to the strategic objectives",
				this.tables.table(initiative.id() + ": contribution, as stated by the coordinators",
						List.of(Column.of(update.objectives().isEmpty() ? "Subgoal" : "Objective or subgoal", 45),
								Column.of("Contribution", 55)),
						rows));
	}

	private static List<Phrase> served(String number, String between, @Nullable String text,
			@Nullable String sentence) {
		return List.of(Phrase.of((text != null) ? number + between + text : number), Phrase.of(sentence));
	}

	private Block events(Initiative initiative, Update update) {
		return this.tables.table(initiative.id() + ": events in the period",
				List.of(Column.of("Date", 20), Column.of("Event", 50), Column.of("Place", 30)),
				update.events()
					.stream()
					.map((it) -> List.of(Phrase.of(it.date()), Phrase.of(it.title()), Phrase.of(it.place())))
					.toList());
	}

	private Block commitments(Initiative initiative, Update update) {
		return this.tables.table(initiative.id() + ": commitments and what became of them",
				List.of(Column.of("You said", 40), Column.of("Outcome", 20), Column.of("You did", 40)),
				update.commitments()
					.stream()
					.map((it) -> List.of(Phrase.of((it.text() != null) ? it.text() : "Commitment " + it.position()),
							Phrase.of((it.outcome() != null) ? Words.of(it.outcome()) : "Not answered"),
							Phrase.of(it.sentence())))
					.toList());
	}

	private Block milestones(Initiative initiative, Update update) {
		return this.tables.table(initiative.id() + ": activities and milestones of the plan, and where they stand",
				List.of(Column.of("The plan says", 40), Column.of("Where it stands", 20),
						Column.of("In a sentence", 40)),
				update.milestones()
					.stream()
					.map((it) -> List.of(Phrase.of(it.text()),
							Phrase.of((it.outcome() != null) ? Words.of(it.outcome()) : "Not answered"),
							Phrase.of(it.sentence())))
					.toList());
	}

}
